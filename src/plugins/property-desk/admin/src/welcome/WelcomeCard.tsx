import * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useWords } from '../kernel/words';
import { settingsLink } from '../settings/places';
import { StepList } from '../settings/StepList';
import { useFirstSteps } from './useFirstSteps';

/** On the desk of whoever sets it up: what to do first, until all of it is done. */
export function WelcomeCard() {
  const { t } = useWords();
  const steps = useFirstSteps();
  if (!steps || steps.every(({ done }) => done)) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <Box
      tag="section"
      aria-label={t('welcome.title')}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      marginBottom={4}
      data-testid="welcome"
    >
      <Flex justifyContent="space-between" gap={4} paddingBottom={4} alignItems="flex-start">
        <Box>
          <Typography variant="delta" tag="h2">
            {t(done === 0 ? 'welcome.hello' : 'welcome.title')}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('welcome.progress', { done, of: steps.length })}
          </Typography>
        </Box>
        <Link tag={NavLink} to={settingsLink('overview')}>
          {t('welcome.allSettings')}
        </Link>
      </Flex>
      <StepList steps={steps} />
    </Box>
  );
}
