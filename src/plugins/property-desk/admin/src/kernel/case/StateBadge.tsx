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
  confirmed: 'success',
  answered: 'success',
};

/** The case's state in words. */
export function StateBadge({ type, state }: { type: string; state: string }) {
  const words = useWords();
  return <Badge variant={LOOK[state] ?? 'neutral'}>{stateName(words, type, state)}</Badge>;
}

/** Says that a case is urgent; an ordinary one says nothing. */
export function UrgentBadge({ priority }: { priority: string | null | undefined }) {
  const { t } = useWords();
  return priority === 'urgent' ? <Badge variant="danger">{t('case.urgent')}</Badge> : null;
}
