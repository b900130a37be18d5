import { LinkButton } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { INTAKE_RIGHTS } from '../permissions';
import { INTAKE } from './case/links';
import { useWords } from './words';
import { useRights } from './rights';

/** The way to the intake page, for those who take calls. */
export function IntakeButton() {
  const { t } = useWords();
  const may = useRights();
  if (!INTAKE_RIGHTS.some(may)) return null;
  return (
    <LinkButton tag={NavLink} to={INTAKE} startIcon={<Phone />}>
      {t('desk.intake')}
    </LinkButton>
  );
}
