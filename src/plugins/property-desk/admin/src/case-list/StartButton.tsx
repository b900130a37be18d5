import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import type { CaseListConfig } from './lists';
import { useMay } from '../kernel/rights';

/** Leads to the page on which a case of the list is started, for those who may. */
export function StartButton({ list: { plural, starts = '' } }: { list: CaseListConfig }) {
  const { t } = useWords();
  const may = useMay(starts);
  if (!may) return null;
  return (
    <LinkButton tag={NavLink} to={`${listLink(plural)}/new`} startIcon={<Plus />}>
      {t(`list.start.${plural}`)}
    </LinkButton>
  );
}
