import type { Context } from 'koa';
import type { Knex } from 'knex';
import {
  COMPLAINT_ENDED,
  COMPLAINT_KINDS,
  COMPLAINT_STATES,
  SEVERITIES,
  type ComplaintListItem,
  type Page,
  type Ref,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID } from '../household';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { COMPLAINT_CATEGORY_UID, COMPLAINT_UID, type ComplaintRow } from './row';

/** What a list may be narrowed by, already checked. */
export interface ComplaintFilter {
  communities: number[] | 'all';
  households?: number[];
  states?: string[];
  kinds?: string[];
  severities?: string[];
  category?: number;
  handler?: number;
  overdue?: boolean;
}

const isOpen = (state: string) => !(COMPLAINT_ENDED as readonly string[]).includes(state);

/**
 * The ids of one page: what is open as it falls due, from the partial indexes; what has ended, latest first; a list
 * that mixes both, or one home's, in the order of what came in.
 */
export const complaintPage = async (
  kernel: Kernel,
  filter: ComplaintFilter,
  options: { cursor?: string; limit: number }
) => {
  const { connection } = kernel.strapi.db;
  const query: Knex.QueryBuilder = connection('pd_complaints');
  const open = !filter.states || filter.states.some(isOpen);
  const ended = filter.states?.some((state) => !isOpen(state)) ?? false;
  if (filter.communities !== 'all') query.whereIn('community_id', filter.communities);
  if (filter.households) query.whereIn('household_id', filter.households);
  if (filter.states) query.whereIn('state', filter.states);
  if (filter.kinds) query.whereIn('kind', filter.kinds);
  if (filter.severities) query.whereIn('severity', filter.severities);
  if (filter.category) query.where({ category_id: filter.category });
  if (filter.handler) query.where({ handler_id: filter.handler });
  if (filter.overdue) query.where('due_at', '<', kernel.clock.now());
  if (open && !ended) query.whereNull('ended_at').whereNotNull('due_at');
  else if (ended && !open) query.whereNotNull('ended_at');

  const count = await cappedCount(connection, query);
  const order =
    open && !ended
      ? [{ column: 'due_at', instant: true }, { column: 'id' }]
      : ended && !open
        ? [
            { column: 'ended_at', instant: true, descending: true },
            { column: 'id', descending: true },
          ]
        : [{ column: 'id', descending: true }];
  const page = await keysetPage(query.select('id', 'due_at', 'ended_at'), order, options);
  return { ids: page.rows.map(({ id }) => Number(id)), nextCursor: page.nextCursor, ...count };
};

type Line = Record<string, unknown>;

const iso = (value: unknown) =>
  value === null || value === undefined ? null : new Date(value as string | number | Date).toISOString();

const refIn = (row: Line, what: string): Ref | null =>
  row[`${what}_document`]
    ? { documentId: row[`${what}_document`] as string, name: row[`${what}_name`] as string }
    : null;

/** The lines of a page: names are joined for these ids only. */
export const complaintLines = async (kernel: Kernel, ids: number[]): Promise<ComplaintListItem[]> => {
  if (ids.length === 0) return [];
  const { strapi, clock, confidential, rows } = kernel;
  const found: Line[] = await strapi.db
    .connection({ t: 'pd_complaints' })
    .leftJoin({ c: 'pd_communities' }, 'c.id', 't.community_id')
    .leftJoin({ k: 'pd_complaint_categories' }, 'k.id', 't.category_id')
    .leftJoin({ h: 'pd_households' }, 'h.id', 't.household_id')
    .leftJoin({ s: 'pd_staff_members' }, 's.id', 't.handler_id')
    .whereIn('t.id', ids)
    .select(
      't.*',
      { community_document: 'c.document_id', community_name: 'c.name' },
      { category_document: 'k.document_id', category_name_now: 'k.name' },
      { household_document: 'h.document_id', household_name: 'h.name' },
      { handler_document: 's.document_id', handler_name: 's.name' }
    );
  const now = clock.now();
  const line = (raw: Line): ComplaintListItem => {
    const row = rows.fromColumns(COMPLAINT_UID, raw) as ComplaintRow;
    const { documentId, contactTelephone } = row;
    return {
      documentId,
      number: row.number,
      title: row.title,
      state: row.state,
      revision: row.revision,
      kind: row.kind,
      severity: row.severity,
      content: row.content,
      place: row.place,
      anonymous: row.anonymous,
      category: refIn(raw, 'category'),
      community: refIn(raw, 'community') as Ref,
      household: refIn(raw, 'household'),
      handler: refIn(raw, 'handler'),
      source: row.source,
      reporterName: row.reporterName,
      contactTelephone: confidential.mask(COMPLAINT_UID, documentId, 'contactTelephone', contactTelephone),
      promisedAt: iso(row.promisedAt),
      proposedPromise: iso(row.proposedPromise),
      dueAt: iso(row.dueAt),
      overdue: row.dueAt !== null && row.dueAt < now,
      repeatCount: row.repeatCount ?? 0,
      createdAt: iso(row.createdAt) as string,
    };
  };
  const lines = new Map(found.map((raw) => [Number(raw.id), line(raw)]));
  return ids.map((id) => lines.get(id)).filter((one): one is ComplaintListItem => one !== undefined);
};

/** `GET /complaints`: the work queue; of one household, its history. */
export const listComplaints = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<ComplaintListItem>> => {
  const filters = ['kind', 'severity', 'state', 'category', 'handler', 'community', 'overdue', 'household'];
  onlyParams(ctx, [...filters, 'cursor', 'limit']);
  const id = (name: string, uid: string) => idParam(kernel, actor, ctx, name, uid);
  const community = await id('community', COMMUNITY_UID);
  const household = await id('household', HOUSEHOLD_UID);
  const states = choicesParam(ctx, 'state', COMPLAINT_STATES);
  const { ids, nextCursor, total, totalIsCapped } = await complaintPage(
    kernel,
    {
      communities: community === undefined ? actor.communities : [community],
      households: household === undefined ? undefined : [household],
      states: states ?? (household === undefined ? undefined : [...COMPLAINT_STATES]),
      kinds: choicesParam(ctx, 'kind', COMPLAINT_KINDS),
      severities: choicesParam(ctx, 'severity', SEVERITIES),
      category: await id('category', COMPLAINT_CATEGORY_UID),
      handler: await id('handler', STAFF_UID),
      overdue: choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true',
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  return { data: await complaintLines(kernel, ids), meta: { nextCursor, total, totalIsCapped } };
};

/** An earlier complaint that one repeats. */
export interface Earlier {
  id: number;
  category: number | null;
}

/**
 * Complaints of the same household, or of the same place and category, since a day; latest first. What was found to
 * be none is not repeated.
 */
export const earlierComplaints = async (
  connection: Knex,
  at: {
    community: number;
    household: number | null;
    place: string;
    category: number | null;
    since: Date;
    /** Id of the complaint that asks; none where it is not taken down yet. */
    before?: number;
  }
): Promise<Earlier[]> => {
  const byPlace = at.place !== '' && at.category !== null && at.category !== undefined;
  if (!at.household && !byPlace) return [];
  const query = connection('pd_complaints')
    .where({ community_id: at.community, kind: 'complaint' })
    .whereNot({ state: 'dismissed' })
    .where('created_at', '>=', at.since)
    .where((same: Knex.QueryBuilder) => {
      if (at.household) same.orWhere({ household_id: at.household });
      if (byPlace) same.orWhere({ place: at.place, category_id: at.category as number });
    })
    .orderBy('id', 'desc')
    .limit(100)
    .select('id', 'category_id');
  if (at.before !== undefined) query.where('id', '<', at.before);
  const found: Line[] = await query;
  return found.map((row) => ({
    id: Number(row.id),
    category: row.category_id === null ? null : Number(row.category_id),
  }));
};

/** The categories that a complaint may be filed under. */
export const activeComplaintCategories = async (kernel: Kernel): Promise<Ref[]> => {
  const found = await kernel.rows.find(kernel.strapi.db.connection, COMPLAINT_CATEGORY_UID, { active: true });
  return found.map(({ documentId, name }) => ({ documentId, name: name as string }));
};

/** Values that one statement compares with at most. */
const TOGETHER = 500;

/** What came in within a month, oldest first, and no more than so many. */
export const monthsComplaints = async (
  { strapi, rows }: Kernel,
  community: number,
  { from, to }: { from: Date; to: Date },
  most: number
): Promise<ComplaintRow[]> => {
  const found = await strapi.db
    .connection(rows.table(COMPLAINT_UID).name)
    .where({ community_id: community })
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .orderBy('id')
    .limit(most);
  return found.map((raw: Record<string, unknown>) => rows.fromColumns(COMPLAINT_UID, raw) as ComplaintRow);
};

/** Promises of some kinds, of these cases, oldest first: the promises themselves, not their escalations. */
export const promisesOn = async (
  { strapi, rows }: Kernel,
  cases: string[],
  kinds: string[]
): Promise<Map<string, Row[]>> => {
  const promises = new Map<string, Row[]>();
  for (let from = 0; from < cases.length; from += TOGETHER) {
    const found = await strapi.db
      .connection(rows.table(OBLIGATION_UID).name)
      .whereIn('case_document_id', cases.slice(from, from + TOGETHER))
      .whereIn('what', kinds)
      .where({ level: 1 })
      .orderBy('id');
    for (const raw of found) {
      const row = rows.fromColumns(OBLIGATION_UID, raw);
      const of = row.caseDocumentId as string;
      promises.set(of, [...(promises.get(of) ?? []), row]);
    }
  }
  return promises;
};

/** Names of staff members by their documentIds. */
export const staffNames = async ({ strapi, rows }: Kernel, documentIds: string[]): Promise<Map<string, string>> => {
  if (documentIds.length === 0) return new Map();
  const found: Line[] = await strapi.db
    .connection(rows.table(STAFF_UID).name)
    .whereIn('document_id', documentIds.slice(0, TOGETHER))
    .select('document_id', 'name');
  return new Map(found.map((row) => [row.document_id as string, row.name as string]));
};
