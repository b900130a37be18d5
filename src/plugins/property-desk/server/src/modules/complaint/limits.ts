import type { Actor } from '../../kernel/access/actor';
import type { Acting } from '../../kernel/workflow/define';
import type { ComplaintRow } from './row';

type Limit = (acting: Pick<Acting<ComplaintRow>, 'case' | 'actor' | 'now'>) => string | null;

const isOn = (actor: Actor, staff: number | null): boolean => staff !== null && actor.staff?.id === staff;
const isRole = (actor: Actor, ...roles: string[]): boolean => actor.role !== null && roles.includes(actor.role);

/** Whether the supervisor's eye is on it by its gravity. */
export const isGrave = ({ severity }: Pick<ComplaintRow, 'severity'>): boolean =>
  severity === 'major' || severity === 'urgent';

/** Whether the manager's decision has been asked for and not been given. */
export const awaitsDecision = ({ escalatedAt, decidedAt }: ComplaintRow): boolean =>
  escalatedAt !== null && (decidedAt === null || decidedAt < escalatedAt);

/** What becomes of a suggestion is answered, of a suggestion only. */
export const onlySuggestion: Limit = ({ case: complaint }) =>
  complaint.kind === 'suggestion' ? null : 'error.onlySuggestion';

/** Thanks are for praise. */
export const onlyPraise: Limit = ({ case: complaint }) => (complaint.kind === 'praise' ? null : 'error.onlyPraise');

/** Severity is a matter of complaints. */
export const onlyComplaint: Limit = ({ case: complaint }) =>
  complaint.kind === 'complaint' ? null : 'error.onlyComplaint';

/** The handler, or whoever leads them. */
export const handlerOrLead: Limit = ({ case: complaint, actor }) =>
  isOn(actor, complaint.handler) || isRole(actor, 'supervisor', 'manager') ? null : 'error.onlyHandlerOrLead';

/** A task force is for what is major or urgent. */
export const onlyGrave: Limit = ({ case: complaint }) => (isGrave(complaint) ? null : 'error.onlyGrave');

/** One escalation at a time; the clock's own always counts. */
export const notWhileAwaited: Limit = ({ case: complaint, actor }) =>
  actor.kind !== 'system' && awaitsDecision(complaint) ? 'error.alreadyEscalated' : null;

/** A moved promise is confirmed by somebody else than the one who owes it. */
export const confirmsProposal: Limit = ({ case: complaint, actor }) => {
  if (complaint.proposedPromise === null) return 'error.nothingProposed';
  return isOn(actor, complaint.handler) ? 'error.notWhoOwes' : null;
};

/** What was major or urgent is not revisited by its handler. */
export const graveNotByHandler: Limit = ({ case: complaint, actor }) =>
  isGrave(complaint) && isOn(actor, complaint.handler) ? 'error.notOwnRevisit' : null;

/** A result is published for those who can be told in no other way. */
export const onlyAnonymous: Limit = ({ case: complaint }) => (complaint.anonymous ? null : 'error.onlyAnonymous');

/** Three attempts on different days come before closing unreached. */
export const afterThreeDays: Limit = ({ case: complaint }) =>
  new Set(complaint.followUpDays ?? []).size >= 3 ? null : 'error.threeAttempts';

/** What was general is reviewed by its handler or a supervisor; what was grave by supervisor or manager. */
export const reviewer: Limit = ({ case: complaint, actor }) => {
  if (isGrave(complaint)) return isRole(actor, 'supervisor', 'manager') ? null : 'error.graveReviewedByLead';
  return isOn(actor, complaint.handler) || isRole(actor, 'supervisor') ? null : 'error.onlyHandlerOrSupervisor';
};
