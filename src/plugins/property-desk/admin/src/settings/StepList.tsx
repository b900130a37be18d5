import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { StepDone } from '../../../contracts';
import { useWords } from '../kernel/words';
import { STEP_LINKS } from './steps';

/** The first steps in their order: ticked as the record shows them done, the next one said in full. */
export function StepList({ steps }: { steps: StepDone[] }) {
  const { t } = useWords();
  const next = steps.find(({ done }) => !done)?.step;
  return (
    <Flex
      tag="ol"
      direction="column"
      alignItems="stretch"
      gap={3}
      style={{ listStyle: 'none' }}
      data-testid="first-steps"
    >
      {steps.map(({ step, done }, index) => (
        <Flex key={step} tag="li" gap={3} alignItems="flex-start" data-step={step} data-done={done}>
          <Flex
            flex="none"
            width="2.4rem"
            height="2.4rem"
            justifyContent="center"
            hasRadius
            background={done ? 'success100' : step === next ? 'primary100' : 'neutral150'}
          >
            {done ? (
              <CheckCircle fill="success600" aria-label={t('welcome.done')} />
            ) : (
              <Typography variant="pi" fontWeight="bold" textColor={step === next ? 'primary700' : 'neutral600'}>
                {index + 1}
              </Typography>
            )}
          </Flex>
          <Box>
            <Link tag={NavLink} to={STEP_LINKS[step]}>
              {t(`welcome.step.${step}`)}
            </Link>
            {step === next && (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t(`welcome.how.${step}`)}
              </Typography>
            )}
          </Box>
        </Flex>
      ))}
    </Flex>
  );
}
