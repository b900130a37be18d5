import type { Row } from '../../../kernel/storage/rows';
import { COMPLAINT_UID } from '../../complaint';
import { INQUIRY_UID } from '../../inquiry';
import { TICKET_UID } from '../../ticket';
import { OBLIGATION_UID } from '../../../kernel/obligation/obligations';
import type { Doc, World } from '../../../testing/world';

/** Half past noon at the office. */
export const NOON = new Date('2026-11-28T04:30:00.000Z');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** When cases came in: on the edges of days, weeks and months in Shanghai, and spread over the hours. */
const CAME = [
  '2026-11-27T16:30:00.000Z', // half past midnight, today
  '2026-11-27T15:59:59.999Z', // the last instant of yesterday
  '2026-11-27T16:00:00.000Z', // the first of today
  '2026-11-28T01:05:00.000Z',
  '2026-11-28T04:29:59.000Z',
  '2026-11-27T04:31:00.000Z', // yesterday, later than now
  '2026-11-27T02:00:00.000Z',
  '2026-10-31T16:00:00.000Z', // the first instant of November
  '2026-10-31T15:59:59.999Z',
  '2026-10-28T04:29:00.000Z', // as far into October as November has come
  '2026-10-28T04:31:00.000Z',
  '2026-11-24T16:00:00.000Z', // three days ago
  '2026-11-24T15:59:59.999Z', // four
  '2026-11-20T16:00:00.000Z', // seven
  '2026-11-20T15:59:59.999Z', // eight
  '2026-11-12T09:45:00.000Z',
].map((text) => Date.parse(text));

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length];

/** Whom a day's cases belong to. */
export interface Cast {
  world: World;
  categories: Doc[];
  complaintCategories: Doc[];
  people: Doc[];
}

const common = ({ world, people }: Cast, n: number) => {
  const createdAt = new Date(CAME[n % CAME.length]);
  return {
    revision: 1,
    community: n % 5 === 4 ? world.river.id : world.garden.id,
    createdAt,
    dueAt: new Date(createdAt.getTime() + pick([2, 20, 200, 2000], n >> 1) * HOUR),
    handler: n % 4 === 3 ? null : pick(people, n).id,
  };
};

/** When something was done that came in then: soon, later, or not at all; never after now. */
const doneAfter = (createdAt: Date, n: number): Date | null => {
  const at = createdAt.getTime() + pick([HOUR, 9 * HOUR, 2 * DAY, 20 * DAY], n >> 2);
  return n % 3 === 0 || at > NOON.getTime() ? null : new Date(at);
};

const verdicts = (n: number) => ({
  outcome: pick(['satisfied', null, 'unsatisfied', 'unreachable', 'satisfied'], n),
  residentOutcome: pick([null, 'satisfied', 'unsatisfied', null], n >> 1),
  ratingOverall: pick([5, null, 2, null, 4, 3], n),
  residentRatingOverall: pick([null, 1, null], n),
});

const tickets = (cast: Cast) =>
  Array.from({ length: 160 }, (_, n) => {
    const { handler, ...row } = common(cast, n);
    const completedAt = doneAfter(row.createdAt, n);
    const state = completedAt
      ? pick(['completed', 'confirmed', 'archived', 'accepted', 'cancelled'], n)
      : pick(['submitted', 'dispatched', 'in_progress', 'cancelled', 'on_hold'], n);
    const endedAt = ['archived', 'cancelled'].includes(state) ? (completedAt ?? row.createdAt) : null;
    return {
      ...row,
      ...(completedAt ? verdicts(n) : { outcome: null, residentOutcome: null }),
      number: `T-${n}`,
      state,
      endedAt,
      dueAt: endedAt ? null : row.dueAt,
      completedAt,
      assignee: handler,
      category: pick(cast.categories, n >> 1).id,
    };
  });

const complaints = (cast: Cast) =>
  Array.from({ length: 96 }, (_, n) => {
    const row = common(cast, n + 5);
    const kind = pick(['complaint', 'complaint', 'suggestion', 'complaint', 'praise'], n);
    const resolvedAt = doneAfter(row.createdAt, n);
    const state = resolvedAt
      ? kind === 'complaint'
        ? pick(['resolved', 'confirmed', 'archived', 'handling', 'dismissed'], n >> 1)
        : 'archived'
      : pick(['received', 'handling', 'withdrawn', 'escalated'], n >> 1);
    const endedAt = ['archived', 'dismissed', 'withdrawn'].includes(state) ? (resolvedAt ?? row.createdAt) : null;
    return {
      ...row,
      ...(kind === 'complaint' && resolvedAt ? verdicts(n) : { outcome: null, residentOutcome: null }),
      number: `C-${n}`,
      state,
      kind,
      severity: kind === 'complaint' ? pick([null, 'general', 'major', 'urgent', 'general'], n >> 2) : null,
      endedAt,
      dueAt: endedAt ? null : row.dueAt,
      resolvedAt,
      category: n % 3 === 0 ? null : pick(cast.complaintCategories, n).id,
      content: '楼道灯不亮',
    };
  });

const inquiries = (cast: Cast) =>
  Array.from({ length: 64 }, (_, n) => {
    const row = common(cast, n + 11);
    const endedAt = doneAfter(row.createdAt, n);
    return {
      ...row,
      number: `I-${n}`,
      state: endedAt ? pick(['answered', 'converted', 'cancelled'], n >> 1) : 'open',
      endedAt,
      dueAt: endedAt ? null : row.dueAt,
      question: '物业费怎么交',
    };
  });

const obligations = (cast: Cast) =>
  Array.from({ length: 96 }, (_, n) => {
    const { createdAt: openedAt, community } = common(cast, n + 3);
    const outcome = pick([null, 'kept', 'broken', 'kept', 'renegotiated', 'void', null], n);
    const dueAt = new Date(openedAt.getTime() + pick([HOUR, 90 * DAY], n) * 1);
    const closedAt = outcome ? dueAt : null;
    return {
      article: '9',
      what: 'ticket.dispatch',
      caseType: 'ticket',
      caseDocumentId: `none${n}`,
      caseNumber: `O-${n}`,
      community,
      ownerRole: 'supervisor',
      level: 1,
      openedAt,
      openedBy: 'test',
      dueAt,
      settledAt: outcome === 'kept' ? openedAt : null,
      closedAt,
      outcome,
      policyVersion: 'default',
    };
  });

/** Writes two months of an office's cases, on every edge that a count may fall over. */
export const furnishDay = async (cast: Cast): Promise<void> => {
  const { rows, strapi } = cast.world.kernel;
  await strapi.db.transaction(async ({ trx }) => {
    await rows.insertAll(trx as never, TICKET_UID, tickets(cast), NOON);
    await rows.insertAll(trx as never, COMPLAINT_UID, complaints(cast), NOON);
    await rows.insertAll(trx as never, INQUIRY_UID, inquiries(cast), NOON);
    await rows.insertAll(trx as never, OBLIGATION_UID, obligations(cast), NOON);
  });
};

/** Shanghai is eight hours ahead, and has no summer time. */
const there = (at: Date) => new Date(at.getTime() + 8 * HOUR);
export const dayOf = (at: Date): string => there(at).toISOString().slice(0, 10);
export const hourOf = (at: Date): number => there(at).getUTCHours();

/** Rows whose instant falls on some days, both included. */
export const within = (rows: Row[], attribute: string, from: string, to: string): Row[] =>
  rows.filter((row) => {
    const at = row[attribute] as Date | null;
    return at !== null && dayOf(at) >= from && dayOf(at) <= to;
  });

/** How many days of the office ago something came in. */
export const daysAgo = (row: Row): number =>
  Math.round((Date.parse(dayOf(NOON)) - Date.parse(dayOf(row.createdAt as Date))) / DAY);
