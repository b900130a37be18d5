import { Flex, Link, Loader, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useWords } from '../kernel/words';
import { DESK } from '../kernel/case/links';
import { StepList } from '../settings/StepList';
import { useFirstSteps } from './useFirstSteps';

/** 首次设置 on Strapi's home page: what to do first; once all is done, the way to the desk. */
export default function FirstStepsWidget() {
  const { t } = useWords();
  const steps = useFirstSteps();
  if (!steps) return <Loader small>{t('form.loading')}</Loader>;
  if (steps.some(({ done }) => !done)) return <StepList steps={steps} />;
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Typography>{t('welcome.allDone')}</Typography>
      <Link tag={NavLink} to={DESK}>
        {t('welcome.toDesk')}
      </Link>
    </Flex>
  );
}
