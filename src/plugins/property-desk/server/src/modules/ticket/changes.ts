import type { Acting } from '../../kernel/workflow/define';
import { invalid } from '../../kernel/errors';
import type { Row } from '../../kernel/storage/rows';
import { BUILDING_UID } from '../staff';
import { HOUSEHOLD_UID } from '../household';
import { CATEGORY_UID, TICKET_UID, type TicketRow } from './row';

type Changing = Acting<TicketRow>;

/** Where the repair is: a public place if one is named (the household is then who reported it), else the household. */
const placeOf = async (acting: Changing) => {
  const household = await acting.ref('household', HOUSEHOLD_UID);
  const building = await acting.ref('building', BUILDING_UID);
  const { publicPlace } = acting.input;
  if (publicPlace) {
    const place = [building?.name, publicPlace].filter(Boolean).join(' ');
    return { household: household?.id ?? null, building: building?.id ?? null, publicPlace, place };
  }
  if (!household) throw invalid('household', 'error.placeMissing');
  return { household: household.id, building: household.building, place: household.name as string };
};

const categoryOf = async (acting: Changing): Promise<Row | null> => {
  const category = await acting.ref('category', CATEGORY_UID);
  if (category && !category.active) throw invalid('category', 'error.categoryInactive');
  return category;
};

const opening = async (acting: Changing) => {
  const category = (await categoryOf(acting)) as Row;
  const { description, reporterName, contactTelephone, wishedFor } = acting.input;
  return {
    ...(await placeOf(acting)),
    category: category.id,
    categoryName: category.name,
    description,
    reporterName,
    contactTelephone,
    wishedFor: wishedFor ?? null,
    rework: 0,
    followUpAttempts: 0,
  };
};

/** A request from a resident or an integration. */
export const submitted = async (acting: Changing) => {
  const { actor } = acting;
  const opened = await opening(acting);
  if (actor.kind === 'resident' && opened.household && !actor.residents?.some(({ home }) => home === opened.household))
    throw invalid('household', 'error.unknownReference', { field: { word: 'field.household' } });
  return { ...opened, priority: 'ordinary', source: actor.kind === 'token' ? 'integration' : 'web' };
};

/** A request taken at the desk. */
export const registered = async (acting: Changing) => ({
  ...(await opening(acting)),
  source: acting.input.source,
  priority: acting.input.priority,
  acceptedAt: acting.now,
});

/** Accepted as it came, or with the priority that it deserves. */
export const accepted = ({ case: ticket, input, now }: Changing) => ({
  acceptedAt: now,
  priority: input.priority ?? ticket.priority,
});

/** An engineer of this community, or a contractor: exactly one. */
const workerOf = async (acting: Changing) => {
  const assignee = await acting.ref('assignee', 'plugin::property-desk.staff-member');
  const { contractor } = acting.input;
  if (assignee && contractor) throw invalid('contractor', 'error.oneWorker');
  if (!assignee && !contractor) throw invalid('assignee', 'error.workerMissing');
  if (!assignee) return { assignee: null, contractor };
  const person = await acting.colleague(assignee.id);
  if (person?.role !== 'engineer') throw invalid('assignee', 'error.notEngineer', { name: assignee.name });
  return { assignee: assignee.id, contractor: null };
};

const future = ({ input, now }: Changing): Date => {
  if (input.promisedAt <= now) throw invalid('promisedAt', 'error.notInFuture');
  return input.promisedAt;
};

/** The latest time that article 9 allows without the owner's word. */
export const latestPromise = ({ case: ticket, after }: Pick<Changing, 'case' | 'after'>): Date => {
  const limit = after(ticket.priority === 'urgent' ? 'ticket.completeWithinUrgent' : 'ticket.completeWithin');
  return ticket.wishedFor && ticket.wishedFor > limit ? ticket.wishedFor : limit;
};

/** Sent out: to whom, and by when it is promised. */
export const dispatched = async (acting: Changing) => {
  const worker = await workerOf(acting);
  const promisedAt = future(acting);
  if (promisedAt > latestPromise(acting) && !acting.input.agreement)
    throw invalid('agreement', 'error.agreementMissing');
  return { ...worker, promisedAt, dispatchedAt: acting.now, dispatchedBy: acting.actor.staff?.id ?? null };
};

/** Given to somebody else; the promise stands. */
export const reassigned = async (acting: Changing) => {
  const worker = await workerOf(acting);
  const { case: ticket } = acting;
  if (worker.assignee === ticket.assignee && worker.contractor === ticket.contractor)
    throw invalid(worker.assignee ? 'assignee' : 'contractor', 'error.sameWorker');
  return { ...worker, dispatchedBy: acting.actor.staff?.id ?? ticket.dispatchedBy, startedAt: null, holdReason: null };
};

/** Back to the queue: nobody is on it. */
export const unassigned = () => ({ assignee: null, contractor: null, startedAt: null });

export const started = ({ now }: Changing) => ({ startedAt: now });
export const held = ({ input }: Changing) => ({ holdReason: input.reason });
export const resumed = () => ({ holdReason: null });
export const repromised = (acting: Changing) => ({ promisedAt: future(acting) });

/** Done: what was done, parts and cost. */
export const completed = ({ input, now, actor }: Changing) => ({
  workDone: input.workDone,
  parts: input.parts ?? [],
  cost: input.cost ?? null,
  completedAt: now,
  completedBy: actor.staff?.id ?? null,
});

/** What the owner said at the revisit. */
export const followedUp = (acting: Changing) => {
  const { case: ticket, input, now } = acting;
  if (input.outcome === 'unreachable') {
    const days = new Set([...(ticket.followUpDays ?? []), acting.dayKey(now)]);
    return { outcome: 'unreachable', followUpAttempts: (ticket.followUpAttempts ?? 0) + 1, followUpDays: [...days] };
  }
  if (input.outcome === 'unsatisfied' && !input.reason) throw invalid('reason', 'error.reasonMissing');
  return {
    outcome: input.outcome,
    ratingQuality: input.ratingQuality ?? null,
    ratingAttitude: input.ratingAttitude ?? null,
    ratingOverall: input.ratingOverall ?? null,
    followUpWords: input.words ?? input.reason ?? null,
    ...(input.outcome === 'unsatisfied' ? rework(ticket) : {}),
  };
};

const rework = (ticket: TicketRow) => ({ ...unassigned(), rework: (ticket.rework ?? 0) + 1, followUpDays: [] });

/** The resident's own rating stands beside what the office heard; neither side writes the other's. */
export const rated = ({ case: ticket, input, rules }: Changing) => ({
  residentOutcome: input.outcome,
  residentRatingQuality: input.ratingQuality ?? null,
  residentRatingAttitude: input.ratingAttitude ?? null,
  residentRatingOverall: input.ratingOverall ?? null,
  residentWords: input.words ?? null,
  ...(rules.on('ticket.ratingReplacesCall') && input.outcome === 'unsatisfied' ? rework(ticket) : {}),
});

/** Cancelled, with the ticket that it repeats where it does. */
export const cancelled = async (acting: Changing) => {
  const original = await acting.ref('duplicateOf', TICKET_UID);
  if (original?.id === acting.case.id) throw invalid('duplicateOf', 'error.notItself');
  return { cancelReason: acting.input.reason, duplicateOf: original?.id ?? null };
};

/** Corrected descriptive fields; what was left out stays. */
export const amended = async (acting: Changing) => {
  const { description, reporterName, contactTelephone, wishedFor } = acting.input;
  const category = await categoryOf(acting);
  const given = Object.entries({ description, reporterName, contactTelephone, wishedFor }).filter(
    ([, value]) => value !== undefined
  );
  if (given.length === 0 && !category) throw invalid('description', 'error.nothingToAmend');
  return { ...Object.fromEntries(given), ...(category ? { category: category.id, categoryName: category.name } : {}) };
};
