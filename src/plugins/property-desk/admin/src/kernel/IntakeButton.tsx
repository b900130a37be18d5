import { LinkButton } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { INTAKE_RIGHTS, rightOf } from '../permissions';
import { INTAKE } from './case/links';
import { useWords } from './words';

/** The way to the intake page, for those who take calls. */
export function IntakeButton() {
  const { t } = useWords();
  const may = useAuth('IntakeButton', ({ permissions }) =>
    permissions.some(({ action }) => INTAKE_RIGHTS.some((right) => action === rightOf(right)))
  );
  if (!may) return null;
  return (
    <LinkButton tag={NavLink} to={INTAKE} startIcon={<Phone />}>
      {t('desk.intake')}
    </LinkButton>
  );
}
