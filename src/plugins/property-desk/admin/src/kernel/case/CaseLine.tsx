import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CaseRef } from '../../../../contracts';
import { useNow } from '../clock/ticker';
import { useTimes } from '../clock/times';
import { useCaseLink } from './links';
import { StateBadge } from './StateBadge';

/** A case in a list of few: the way to it, its state, and when it came in. */
export function CaseLine({ item }: { item: CaseRef & { createdAt: string } }) {
  const times = useTimes();
  const now = useNow();
  const caseLink = useCaseLink();
  return (
    <>
      <Link tag={NavLink} to={caseLink(item.uid, item.documentId)}>
        {[item.number, item.title].filter(Boolean).join(' ')}
      </Link>
      <StateBadge type={item.type} state={item.state} />
      <Typography variant="pi" textColor="neutral600">
        {times.moment(item.createdAt, now)}
      </Typography>
    </>
  );
}
