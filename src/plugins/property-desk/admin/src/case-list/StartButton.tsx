import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { rightOf } from '../permissions';
import type { CaseListConfig } from './lists';

/** Leads to the page on which a case of the list is started, for those who may. */
export function StartButton({ list: { plural, starts = '' } }: { list: CaseListConfig }) {
  const { t } = useWords();
  const may = useAuth('StartButton', ({ permissions }) => permissions.some(({ action }) => action === rightOf(starts)));
  if (!may) return null;
  return (
    <LinkButton tag={NavLink} to={`${listLink(plural)}/new`} startIcon={<Plus />}>
      {t(`list.start.${plural}`)}
    </LinkButton>
  );
}
