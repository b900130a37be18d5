import { Badge } from '@strapi/design-system';
import { stateName, useWords } from '../words';

type Look = 'success' | 'primary' | 'danger' | 'warning' | 'neutral' | 'secondary' | 'alternative';

/** States that people wait in, work in, and end in; others are neutral. */
const LOOK: Record<string, Look> = {
  submitted: 'warning',
  accepted: 'warning',
  open: 'warning',
  dispatched: 'primary',
  in_progress: 'primary',
  on_hold: 'alternative',
  completed: 'secondary',
  received: 'warning',
  escalated: 'danger',
  handling: 'primary',
  resolved: 'secondary',
  reviewed: 'success',
  recurred: 'danger',
  draft: 'warning',
  approved: 'secondary',
  published: 'success',
  confirmed: 'success',
  answered: 'success',
  effective: 'success',
  requested: 'warning',
  uploaded: 'primary',
  checked: 'warning',
  importing: 'primary',
  done: 'success',
  failed: 'danger',
  preparing: 'primary',
  ready: 'success',
};

/** The case's state in words. */
export function StateBadge({ type, state }: { type: string; state: string }) {
  const words = useWords();
  return <Badge variant={LOOK[state] ?? 'neutral'}>{stateName(words, type, state)}</Badge>;
}

/** What stands out from the ordinary, by priority or by severity. */
const STANDS_OUT: Record<string, Look> = { urgent: 'danger', major: 'warning' };

/** Says that a case is urgent or grave; an ordinary one says nothing. */
export function UrgentBadge({ type, priority }: { type: string; priority: string | null | undefined }) {
  const words = useWords();
  const look = STANDS_OUT[priority ?? ''];
  if (!priority || !look) return null;
  // In a line that is too long, the text gives way, not the badge.
  return (
    <Badge variant={look} shrink={0}>
      {words.first([`${type}.severity.${priority}`, `case.${priority}`], priority)}
    </Badge>
  );
}
