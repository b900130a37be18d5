import { SEVERITIES, type Ref, type TaskForce } from '../../../../contracts';
import { forbidden, invalid } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import { told, wayTaken } from './contact';
import { categoryOf, filed } from './intake';
import { isGrave } from './limits';
import { colleagueAt, future, handlerOf, refTo } from './people';
import { repeating } from './repeats';
import type { ComplaintRow } from './row';

type Changing = Acting<ComplaintRow>;

/** How whoever wrote was told, where they were. */
const replied = (acting: Changing) => {
  const { answerText } = acting.input;
  return { answerText, answerWay: wayTaken(acting), ...told(acting, answerText) };
};

/** A suggestion: what becomes of it, and how they were told. */
export const answered = (acting: Changing) => ({ ...replied(acting), resolvedAt: acting.now });

/** Praise: to whom it is due. */
export const thanked = async (acting: Changing) => {
  const { answerText, way, praised } = acting.input;
  if (answerText && !way) throw invalid('way', 'error.wayMissing');
  return {
    ...(praised ? { praised: (await colleagueAt(acting, 'praised')).id } : {}),
    ...(answerText ? replied(acting) : {}),
    resolvedAt: acting.now,
  };
};

/** Judged. Handler and promise of what is grave are the supervisor's to set, who comes within the hour. */
export const classified = async (acting: Changing) => {
  const { case: complaint, input, now } = acting;
  const about = { ...complaint, ...filed(await categoryOf(acting)) };
  const { category, categoryName } = about;
  return {
    category,
    categoryName,
    severity: input.severity,
    severityReason: input.reason,
    classifiedAt: now,
    ...(await repeating(acting, about)),
    ...(input.severity === 'general' ? { handler: await handlerOf(acting), promisedAt: future(acting) } : {}),
  };
};

const rank = (severity: unknown) => (SEVERITIES as readonly unknown[]).indexOf(severity);

/** Which way a new judgement turns the complaint. */
export const turnOf = ({ before, input }: Changing): 'raised' | 'eased' | 'lowered' => {
  if (rank(input.severity) > rank(before.severity)) return 'raised';
  return input.severity === 'general' ? 'lowered' : 'eased';
};

/** Judged anew: upwards by who leads, downwards by the manager alone. */
export const reclassified = async (acting: Changing) => {
  const { case: complaint, input, actor } = acting;
  const { severity, reason } = input;
  if (severity === complaint.severity) throw invalid('severity', 'error.sameSeverity');
  const turn = turnOf(acting);
  if (turn !== 'raised' && actor.role !== 'manager') throw forbidden('error.onlyManagerLowers', { article: '10' });
  const judged = { severity, severityReason: reason };
  if (turn !== 'lowered') return judged;
  return { ...judged, handler: await handlerOf(acting), promisedAt: future(acting), ...NOTHING_PROPOSED };
};

const NOTHING_PROPOSED = { proposedPromise: null, proposedReason: null };

export const intervened = async (acting: Changing) => ({
  plan: acting.input.plan,
  handler: await handlerOf(acting),
  promisedAt: future(acting),
  intervenedAt: acting.now,
  ...NOTHING_PROPOSED,
});

/** Given to somebody else; the promise stands. */
export const assigned = async (acting: Changing) => {
  const handler = await handlerOf(acting);
  if (handler === acting.case.handler) throw invalid('handler', 'error.sameHandler');
  return { handler, ...NOTHING_PROPOSED };
};

export const taskForceFormed = async (acting: Changing): Promise<{ taskForce: TaskForce }> => {
  const { leader, members, aim } = acting.input;
  const led = refTo(await colleagueAt(acting, 'leader'));
  const all: Ref[] = [];
  for (const [index, member] of (members as string[]).entries()) {
    if (member === leader || all.some(({ documentId }) => documentId === member))
      throw invalid(`members.${index}`, 'error.namedTwice');
    all.push(refTo(await colleagueAt(acting, `members.${index}`, member)));
  }
  const formed = { formedAt: acting.now.toISOString(), formedBy: acting.actor.name };
  return { taskForce: { leader: led, members: all, aim, ...formed } };
};

const isHandler = ({ case: complaint, actor }: Pick<Changing, 'case' | 'actor'>) =>
  complaint.handler !== null && complaint.handler === actor.staff?.id;

/** Whether what was told moves the promise at once: never by the one who owes it. */
export const movesPromise = (acting: Changing): boolean => acting.input.promisedAt !== undefined && !isHandler(acting);

/** The complainant was told how things stand, and perhaps of another time. */
export const progressed = (acting: Changing) => {
  const { case: complaint, input } = acting;
  wayTaken(acting);
  const said = told(acting, input.message);
  if (input.promisedAt === undefined) return said;
  // While the supervisor is awaited, the time is theirs to set.
  if (complaint.state !== 'handling') throw invalid('promisedAt', 'error.promiseAtIntervention');
  if (!input.reason) throw invalid('reason', 'error.reasonMissing');
  const promisedAt = future(acting);
  return isHandler(acting)
    ? { ...said, proposedPromise: promisedAt, proposedReason: input.reason }
    : { ...said, promisedAt, ...NOTHING_PROPOSED };
};

export const promiseConfirmed = ({ case: complaint, now }: Changing) => {
  const promisedAt = complaint.proposedPromise as Date;
  if (promisedAt <= now) throw invalid('promisedAt', 'error.notInFuture');
  return { promisedAt, ...NOTHING_PROPOSED };
};

/** Resolved; of what was grave with a task force, or with the supervisor's word why there was none. */
export const resolved = (acting: Changing) => {
  const { case: complaint, input, actor, now } = acting;
  const without = input.noTaskForceReason !== undefined && actor.role === 'supervisor';
  if (isGrave(complaint) && !complaint.taskForce && !without)
    throw invalid('noTaskForceReason', 'error.taskForceMissing');
  return {
    result: input.result,
    measures: input.measures,
    compensation: input.compensation ?? null,
    noTaskForceReason: input.noTaskForceReason ?? null,
    resolvedAt: now,
    resolvedBy: actor.staff?.id ?? null,
    // Whoever is anonymous is told once it is published.
    ...(complaint.anonymous ? {} : told(acting, input.result)),
    ...NOTHING_PROPOSED,
  };
};

export const resultPublished = (acting: Changing) => {
  const { publicResult } = acting.input;
  return { publicResult, ...told(acting, publicResult) };
};

/** What the complainant said at the revisit. */
export const followedUp = (acting: Changing) => {
  const { case: complaint, input, now } = acting;
  const { outcome } = input;
  if (outcome === 'unreachable') {
    const days = new Set([...(complaint.followUpDays ?? []), acting.dayKey(now)]);
    return { outcome, followUpAttempts: (complaint.followUpAttempts ?? 0) + 1, followUpDays: [...days] };
  }
  if (outcome === 'unsatisfied' && !input.reason) throw invalid('reason', 'error.reasonMissing');
  return {
    outcome,
    ratingOverall: input.ratingOverall ?? null,
    followUpWords: input.words ?? input.reason ?? null,
    ...(outcome === 'unsatisfied' ? { promisedAt: future(acting), followUpDays: [] } : {}),
  };
};

/** The complainant's own rating stands beside what the office heard; neither side writes the other's. */
export const rated = ({ input }: Changing) => ({
  residentOutcome: input.outcome,
  residentRatingOverall: input.ratingOverall ?? null,
  residentWords: input.words ?? null,
});

/** What was learnt. The preventive actions are checked here, where their place in the form is known. */
export const reviewed = async (acting: Changing) => {
  const { input, now, actor } = acting;
  for (const [index, { owner, dueAt }] of (input.preventiveActions ?? []).entries()) {
    await colleagueAt(acting, `preventiveActions.${index}.owner`, owner);
    if (dueAt <= now) throw invalid(`preventiveActions.${index}.dueAt`, 'error.notInFuture');
  }
  const { courseOfEvents, rootCause, lessons } = input;
  return {
    courseOfEvents,
    rootCause,
    lessons,
    publishCase: input.publishCase ?? false,
    reviewedAt: now,
    reviewedBy: actor.staff?.id ?? null,
  };
};

export const dismissed = (acting: Changing) => ({
  dismissReason: acting.input.reason,
  ...told(acting, acting.input.reason),
});
