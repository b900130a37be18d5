import { Link } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import { listLink } from '../kernel/case/links';
import { useMay } from '../kernel/rights';

interface HouseholdLinkProps {
  documentId: string;
  children: string;
  /** Its words stand there for everybody; only the way to the file is for those who may read files. */
  always?: boolean;
}

/** A household's file in a tab of its own: the form beside it is not finished. Nothing for whoever may not read files. */
export function HouseholdLink({ documentId, children, always = false }: HouseholdLinkProps) {
  const may = useMay('household.read');
  const href = useHref(`${listLink('households')}/${documentId}`);
  if (!may) return always ? <>{children}</> : null;
  return (
    <Link href={href} isExternal>
      {children}
    </Link>
  );
}
