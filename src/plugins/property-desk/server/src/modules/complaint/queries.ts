import type { Knex } from 'knex';
import { COMPLAINT_KINDS, SEVERITIES, TICKET_SOURCES, type ComplaintListItem, type Ref } from '../../../../contracts';
import { iso } from '../../kernel/api/present';
import type { Kernel } from '../../kernel/kernel';
import { isLate, refIn } from '../../kernel/list/line';
import { defineListing } from '../../kernel/list/listing';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import { inPosition } from '../../kernel/storage/position';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, householdsNamed } from '../household';
import { BUILDING_UID, STAFF_UID } from '../staff';
import { COMPLAINT_CATEGORY_UID, COMPLAINT_UID, type ComplaintRow } from './row';

/** The ids of one page of some households' complaints, latest first, with the count. */
export const complaintPage = async (
  kernel: Kernel,
  { households, states, kinds }: { households: number[]; states: string[]; kinds?: string[] },
  options: { cursor?: string; limit: number }
) => {
  const { connection } = kernel.strapi.db;
  const query = connection('pd_complaints').whereIn('household_id', households).whereIn('state', states);
  if (kinds) query.whereIn('kind', kinds);
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('id'), [{ column: 'id', descending: true }], options);
  return { ids: page.rows.map(({ id }) => Number(id)), nextCursor: page.nextCursor, ...count };
};

type Line = Record<string, unknown>;

/** Names of what a complaint, under the alias `t`, is tied to. */
const withNames = (query: Knex.QueryBuilder) =>
  query
    .leftJoin({ c: 'pd_communities' }, 'c.id', 't.community_id')
    .leftJoin({ k: 'pd_complaint_categories' }, 'k.id', 't.category_id')
    .leftJoin({ h: 'pd_households' }, 'h.id', 't.household_id')
    .leftJoin({ s: 'pd_staff_members' }, 's.id', 't.handler_id')
    .select(
      't.*',
      { community_document: 'c.document_id', community_name: 'c.name' },
      { category_document: 'k.document_id', category_name_now: 'k.name' },
      { household_document: 'h.document_id', household_name: 'h.name' },
      { handler_document: 's.document_id', handler_name: 's.name' }
    );

/** A joined row as the list answers it. */
const lineOf = ({ rows, confidential }: Kernel, raw: Line, now: Date): ComplaintListItem => {
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
    overdue: isLate(row.dueAt, now),
    repeatCount: row.repeatCount ?? 0,
    createdAt: iso(row.createdAt) as string,
  };
};

/** Complaints as lines, in the order of their ids as they were given. */
export const complaintLines = async (kernel: Kernel, ids: number[]): Promise<ComplaintListItem[]> => {
  if (ids.length === 0) return [];
  const found: Line[] = await withNames(kernel.strapi.db.connection({ t: 'pd_complaints' }).whereIn('t.id', ids));
  const now = kernel.clock.now();
  const lines = new Map(found.map((raw) => [Number(raw.id), lineOf(kernel, raw, now)]));
  return ids.map((id) => lines.get(id)).filter((one): one is ComplaintListItem => one !== undefined);
};

/** 投诉 as a list: the work queue; of one household, its history. */
export const complaintListing = defineListing<ComplaintListItem>({
  facets: {
    kind: { choices: COMPLAINT_KINDS },
    severity: { choices: SEVERITIES },
    category: { record: COMPLAINT_CATEGORY_UID },
    handler: { person: true },
    building: { record: BUILDING_UID },
    household: { record: HOUSEHOLD_UID },
    source: { choices: TICKET_SOURCES },
  },
  histories: ['household'],
  search: {
    texts: ['title', 'content', 'place'],
    telephoneHash: 'contactTelephoneHash',
    home: { attribute: 'household', named: householdsNamed },
  },
  lines: {
    join: (page) => withNames(page.join({ t: 'pd_complaints' }, 't.id', 'page.id')),
    line: lineOf,
  },
  sheet: {
    number: 'text',
    kind: { word: 'complaint.kind' },
    severity: { word: 'complaint.severity' },
    state: { word: 'complaint.state' },
    community: 'ref',
    category: 'ref',
    place: 'text',
    content: 'text',
    reporterName: 'text',
    contactTelephone: 'text',
    handler: 'ref',
    repeatCount: 'text',
    createdAt: 'time',
    promisedAt: 'time',
    dueAt: 'time',
    overdue: 'yes',
  },
});

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
  return inPosition(found).map(({ documentId, name }) => ({ documentId, name: name as string }));
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
