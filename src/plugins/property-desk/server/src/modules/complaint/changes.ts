import { SEVERITIES, type Evidence, type Ref, type TaskForce } from '../../../../contracts';
import { forbidden, invalid } from '../../kernel/errors';
import type { Row } from '../../kernel/storage/rows';
import type { Acting } from '../../kernel/workflow/define';
import { HOUSEHOLD_UID } from '../household';
import { BUILDING_UID, STAFF_UID } from '../staff';
import { contactOf, wayTaken } from './contact';
import { isGrave } from './limits';
import { repeating } from './repeats';
import { COMPLAINT_CATEGORY_UID, type ComplaintRow } from './row';
import { codeSecret, newCode } from './secret';

type Changing = Acting<ComplaintRow>;

const CASE_FILE_UID = 'plugin::property-desk.case-file';

/** Roles that may be given a complaint to handle. */
const HANDLERS = ['specialist', 'supervisor', 'manager'];

const future = (acting: Changing): Date => {
  const { promisedAt } = acting.input;
  if (!promisedAt) throw invalid('promisedAt', 'error.promiseMissing');
  if (promisedAt <= acting.now) throw invalid('promisedAt', 'error.notInFuture');
  return promisedAt;
};

/** A colleague of this community, by a field or a path into a list. */
const colleagueAt = async (acting: Changing, path: string, given?: unknown): Promise<Row> => {
  const found = await acting.ref(path, STAFF_UID, given ?? acting.input[path]);
  if (!found || !(await acting.colleague(found.id)))
    throw invalid(path, 'error.notInCommunity', { name: found?.name ?? '' });
  return found;
};

const handlerOf = async (acting: Changing): Promise<number> => {
  const handler = await acting.ref('handler', STAFF_UID);
  if (!handler) throw invalid('handler', 'error.handlerMissing');
  const person = await acting.colleague(handler.id);
  if (!person || !HANDLERS.includes(person.role))
    throw invalid('handler', 'error.notComplaintHandler', { name: handler.name });
  return handler.id;
};

const categoryOf = async (acting: Changing): Promise<Row | null> => {
  const category = await acting.ref('category', COMPLAINT_CATEGORY_UID);
  if (category && !category.active) throw invalid('category', 'error.categoryInactive');
  return category;
};

const filed = (category: Row | null) => (category ? { category: category.id, categoryName: category.name } : {});

/** What it is about: a public place if one is named, else the home of whoever complains; it may be neither. */
const placeOf = async (acting: Changing) => {
  const household = await acting.ref('household', HOUSEHOLD_UID);
  const building = await acting.ref('building', BUILDING_UID);
  const { publicPlace } = acting.input;
  const named = publicPlace || building || !household;
  return {
    household: household?.id ?? null,
    building: building?.id ?? (publicPlace ? null : ((household?.building as number) ?? null)),
    publicPlace: publicPlace ?? null,
    place: named ? [building?.name, publicPlace].filter(Boolean).join(' ') : (household.name as string),
  };
};

const sourceOf = ({ actor, input }: Changing) => {
  if (actor.kind === 'token') return 'integration';
  if (actor.kind === 'resident') return 'web';
  if (!input.source) throw invalid('source', 'error.sourceMissing');
  return input.source;
};

/** Whoever is signed in would be named by the ledger: to stay anonymous they come by the other door. */
const checkAnonymity = ({ actor, input }: Changing) => {
  if (input.anonymous && actor.residents?.length) throw invalid('anonymous', 'error.anonymousApart');
};

/** Taken down as it came. */
export const lodged = async (acting: Changing) => {
  const { actor, input } = acting;
  checkAnonymity(acting);
  const contact = contactOf(acting);
  const where = await placeOf(acting);
  if (actor.kind === 'resident' && where.household && !actor.residents?.some(({ home }) => home === where.household))
    throw invalid('household', 'error.unknownReference', { field: { word: 'field.household' } });
  const { kind, content, demands, evidence } = input;
  const about = { kind, ...where, ...filed(await categoryOf(acting)) };
  const anonymous = input.anonymous ?? false;
  const code = anonymous ? newCode() : null;
  if (code) acting.sayOnce('code', code);
  return {
    ...about,
    ...contact,
    ...(await repeating(acting, about)),
    anonymous,
    content,
    demands: demands ?? null,
    evidence: evidence ?? [],
    source: sourceOf(acting),
    codeHash: code && acting.digest(codeSecret(code)),
    praised: input.praised ? (await colleagueAt(acting, 'praised')).id : null,
    followUpAttempts: 0,
  };
};

const told = ({ now }: Changing, text: string) => ({ lastTold: text, toldAt: now });

/** A suggestion: what becomes of it, and how they were told. */
export const answered = (acting: Changing) => {
  const { answerText } = acting.input;
  return { answerText, answerWay: wayTaken(acting), ...told(acting, answerText) };
};

/** Praise: to whom it is due. */
export const thanked = async (acting: Changing) => {
  const { answerText, way, praised } = acting.input;
  if (answerText && !way) throw invalid('way', 'error.wayMissing');
  return {
    ...(praised ? { praised: (await colleagueAt(acting, 'praised')).id } : {}),
    ...(answerText ? answered(acting) : {}),
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

const refTo = (row: Row): Ref => ({ documentId: row.documentId, name: row.name as string });

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

/** Evidence names files of this very case. */
const checkFiles = async (acting: Changing) => {
  for (const [index, { file }] of ((acting.input.evidence ?? []) as Evidence[]).entries()) {
    if (!file) continue;
    const path = `evidence.${index}.file`;
    const found = await acting.ref(path, CASE_FILE_UID, file);
    if (found?.caseDocumentId !== acting.case.documentId)
      throw invalid(path, 'error.unknownReference', { field: { word: 'field.file' } });
  }
};

/** Contacts as they will be; what was left out stays. */
const amendedContact = (acting: Changing) => {
  const { case: complaint, input } = acting;
  const named = ['reporterName', 'contactTelephone', 'contactMail', 'contactWay'] as const;
  const given = Object.fromEntries(
    named.filter((name) => input[name] !== undefined).map((name) => [name, input[name]])
  );
  if (Object.keys(given).length === 0) return {};
  const { reporterName, contactTelephone, contactMail, contactWay } = complaint;
  const kept = Object.fromEntries(
    Object.entries({ reporterName, contactTelephone, contactMail, contactWay }).filter(([, value]) => value !== null)
  );
  const merged = complaint.anonymous ? { ...given, anonymous: true } : { ...kept, ...given };
  contactOf({ input: merged });
  return given;
};

/** Corrected descriptive fields; what was left out stays. */
export const amended = async (acting: Changing) => {
  const { case: complaint, input } = acting;
  const { kind, content, demands, evidence } = input;
  if (kind && kind !== complaint.kind && complaint.state !== 'received')
    throw invalid('kind', 'error.kindBeforeClassifying');
  await checkFiles(acting);
  const given = Object.entries({ kind, content, demands, evidence }).filter(([, value]) => value !== undefined);
  const changed = {
    ...Object.fromEntries(given),
    ...amendedContact(acting),
    ...filed(await categoryOf(acting)),
    ...(input.praised ? { praised: (await colleagueAt(acting, 'praised')).id } : {}),
  };
  if (Object.keys(changed).length === 0) throw invalid('content', 'error.nothingToAmend');
  return changed;
};
