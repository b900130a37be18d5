import type { Acting } from '../../kernel/workflow/define';
import type { PreventiveActionRow } from './row';

type Limit = (acting: Pick<Acting<PreventiveActionRow>, 'case' | 'actor' | 'now'>) => string | null;

const isOwner: (acting: Parameters<Limit>[0]) => boolean = ({ case: { owner }, actor }) =>
  owner !== null && owner === actor.staff?.id;

/** Whoever owes it, or whoever leads them. */
export const ownerOrLead: Limit = (acting) =>
  isOwner(acting) || ['supervisor', 'manager'].includes(acting.actor.role ?? '') ? null : 'error.onlyOwnerOrLead';

/** Whoever owes it does not move its date. */
export const notWhoOwes: Limit = (acting) => (isOwner(acting) ? 'error.notWhoOwes' : null);
