import type { Actor } from '../../kernel/access/actor';
import type { Acting } from '../../kernel/workflow/define';
import type { TicketRow } from './row';

type Limit = (acting: Pick<Acting<TicketRow>, 'case' | 'actor' | 'now'>) => string | null;

const isOn = (actor: Actor, staff: number | null): boolean => staff !== null && actor.staff?.id === staff;

/** Only the engineer on the ticket. */
export const onlyAssignee: Limit = ({ case: ticket, actor }) =>
  isOn(actor, ticket.assignee) ? null : 'error.onlyAssignee';

/** An engineer acts on their own tickets only; the office acts on an engineer's behalf. */
export const assigneeOrOffice: Limit = (acting) => (acting.actor.role === 'engineer' ? onlyAssignee(acting) : null);

/** Whoever owes the completion does not move its date. */
export const notWhoOwes: Limit = ({ case: ticket, actor }) =>
  isOn(actor, ticket.assignee ?? ticket.dispatchedBy) ? 'error.notWhoOwes' : null;

/** The revisit is made by somebody else than who did the work or reported it done. */
export const notWhoDidIt: Limit = ({ case: ticket, actor }) => {
  const reported = isOn(actor, ticket.completedBy) || (ticket.completedBy === null && actor.superAdmin);
  return isOn(actor, ticket.assignee) || reported ? 'error.notWhoDidIt' : null;
};

/** Three attempts on different days come before closing unreached. */
export const afterThreeDays: Limit = ({ case: ticket }) =>
  new Set(ticket.followUpDays ?? []).size >= 3 ? null : 'error.threeAttempts';

/** A resident cancels only what has not been dispatched. */
export const residentBeforeDispatch: Limit = ({ case: ticket, actor }) =>
  actor.kind === 'resident' && !['submitted', 'accepted'].includes(ticket.state) ? 'error.alreadyDispatched' : null;
