import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row, Rows } from '../../kernel/storage/rows';
import { FILE_UID, NOTICE_POSTING_UID, type NoticeRow, NOTICE_UID } from './row';

/** Values that one statement compares with at most. */
const TOGETHER = 200;

const inParts = async <T, R>(all: T[], ask: (part: T[]) => PromiseLike<R[]>): Promise<R[]> => {
  const found: R[] = [];
  for (let from = 0; from < all.length; from += TOGETHER) found.push(...(await ask(all.slice(from, from + TOGETHER))));
  return found;
};

type Line = Record<string, unknown>;

/** Records by the documentIds that were entered. */
export const rowsByDocumentId = async (
  connection: Knex,
  rows: Rows,
  uid: string,
  documentIds: string[]
): Promise<Map<string, Row>> => {
  const found = await inParts<string, Line>(documentIds, (part) =>
    connection(rows.table(uid).name).whereIn('document_id', part)
  );
  return new Map(found.map((raw) => rows.fromColumns(uid, raw)).map((row) => [row.documentId, row]));
};

/** Files of the media library by their hashes. */
export const filesByHash = async (connection: Knex, rows: Rows, hashes: string[]): Promise<Map<string, Row>> => {
  const found = await inParts<string, Line>(hashes, (part) =>
    connection(rows.table(FILE_UID).name).whereIn('hash', part).orderBy('id')
  );
  return new Map(found.map((raw) => rows.fromColumns(FILE_UID, raw)).map((row) => [row.hash as string, row]));
};

/** Files of the media library that a write below it is about, in Strapi's own words. */
export const filesWhere = (strapi: Core.Strapi, where: object | undefined, select: string[]) =>
  strapi.db.query(FILE_UID).findMany({ where, select: select as never }) as Promise<Record<string, unknown>[]>;

/** The buildings whose boards a notice hangs on: those it is meant for, or all of the community. */
export const boardsOf = async (connection: Knex, community: number, audience: Row[]): Promise<number[]> => {
  if (audience.length > 0) return audience.map(({ id }) => id);
  const found: Line[] = await connection('pd_buildings').where({ community_id: community }).orderBy('id').select('id');
  return found.map(({ id }) => Number(id));
};

/** A line for each board, none of them with a date yet. */
export const addPostings = async (
  trx: Knex.Transaction,
  rows: Rows,
  notice: number,
  buildings: number[],
  at: Date
): Promise<void> => {
  for (let from = 0; from < buildings.length; from += 40)
    await rows.insertMany(
      trx,
      NOTICE_POSTING_UID,
      buildings.slice(from, from + 40).map((building) => ({ notice, building })),
      at
    );
};

/** The line of one board, or null for a building that the notice is not meant for. */
export const postingAt = async (trx: Knex, notice: number, building: number): Promise<{ postedAt: unknown } | null> => {
  const found: Line | undefined = await trx('pd_notice_postings')
    .where({ notice_id: notice, building_id: building })
    .first('posted_at');
  return found ? { postedAt: found.posted_at } : null;
};

/** Writes when, by whom and with which photos a notice was hung up. */
export const recordPosting = async (
  trx: Knex.Transaction,
  rows: Rows,
  notice: number,
  building: number,
  values: { postedAt: Date; by: number | null; photos: string[]; updatedAt: Date }
): Promise<void> => {
  await trx('pd_notice_postings')
    .where({ notice_id: notice, building_id: building })
    .update(rows.toColumns(NOTICE_POSTING_UID, values));
};

/** How many drafts of a correction of this notice are under way. */
export const openCorrections = async (connection: Knex, notice: number): Promise<number> => {
  const [{ n }] = (await connection('pd_notices')
    .where({ supersedes_id: notice })
    .whereIn('state', ['draft', 'submitted', 'approved'])
    .count({ n: '*' })) as { n: number | string }[];
  return Number(n);
};

/** The boards of some notices, building by building. */
export const postingsOf = async ({ rows }: Kernel, connection: Knex, notices: number[]): Promise<Row[]> => {
  const found = await inParts<number, Line>(notices, (part) =>
    connection('pd_notice_postings').whereIn('notice_id', part).orderBy('id')
  );
  return found.map((raw) => rows.fromColumns(NOTICE_POSTING_UID, raw));
};

/** Published notices that still have to be hung up somewhere, soonest due first. */
export const noticesToPost = async (
  { rows, strapi }: Kernel,
  communities: number[] | 'all',
  most: number
): Promise<{ row: NoticeRow; dueAt: Date | null }[]> => {
  const query = strapi.db
    .connection({ o: 'pd_obligations' })
    .join({ n: 'pd_notices' }, 'n.document_id', 'o.case_document_id')
    .where({ 'o.what': 'notice.post', 'o.level': 1, 'n.state': 'published' })
    .whereNull('o.closed_at')
    .where('n.postings_left', '>', 0)
    .orderBy([{ column: 'o.due_at' }, { column: 'n.id' }])
    .limit(most)
    .select('n.*', { owed_at: 'o.due_at' });
  if (communities !== 'all') query.whereIn('o.community_id', communities);
  const found: Line[] = await query;
  return found.map((raw) => ({
    row: rows.fromColumns(NOTICE_UID, raw) as NoticeRow,
    dueAt: raw.owed_at === null ? null : new Date(raw.owed_at as string | number | Date),
  }));
};

/** The notice that corrects each of these and is, or was, out. */
export const correctionsOf = async (connection: Knex, notices: number[]): Promise<Map<number, Line>> => {
  const found = await inParts<number, Line>(notices, (part) =>
    connection('pd_notices')
      .whereIn('supersedes_id', part)
      .whereNotNull('issued_at')
      .orderBy('id')
      .select('supersedes_id', 'document_id', 'number', 'title')
  );
  return new Map(found.map((raw) => [Number(raw.supersedes_id), raw]));
};

/** Homes that a notice is meant for, as a query over `h`. */
const homes = (connection: Knex, community: number, buildings: number[]): Knex.QueryBuilder => {
  const query = connection({ h: 'pd_households' }).where({ 'h.community_id': community });
  if (buildings.length) query.whereIn('h.building_id', buildings);
  return query;
};

const residents = (connection: Knex, community: number, buildings: number[]): Knex.QueryBuilder =>
  homes(connection, community, buildings)
    .join({ r: 'pd_residents' }, 'r.household_id', 'h.id')
    .whereNull('r.moved_out_at');

/** How many homes and people a notice is meant for. */
export const audienceCounts = async (connection: Knex, community: number, buildings: number[]) => {
  const [all] = (await homes(connection, community, buildings).count({ n: '*' })) as { n: number | string }[];
  const [people] = (await residents(connection, community, buildings).count({ n: '*' })) as { n: number | string }[];
  return { households: Number(all.n), residents: Number(people.n) };
};

/** How many homes and people have read a notice, and who last. */
export const readCounts = async (connection: Knex, notice: number) => {
  const [found] = (await connection({ e: 'pd_notice_reads' })
    .leftJoin({ r: 'pd_residents' }, 'r.id', 'e.resident_id')
    .where({ 'e.notice_id': notice })
    .count({ people: '*' })
    .countDistinct({ homes: 'r.household_id' })
    .max({ last: 'e.at' })) as Line[];
  return {
    residents: Number(found.people),
    households: Number(found.homes),
    lastAt: found.last === null || found.last === undefined ? null : new Date(found.last as string | number),
  };
};

/** What became of a notice's messages, by channel, state and the reason of a failure. */
export const messageCounts = async (connection: Knex, notice: string, channels: string[]) =>
  (
    (await connection('pd_outbox')
      .where({ case_document_id: notice })
      .where('key', 'like', 'notice:%')
      .whereIn('channel', channels)
      .groupBy('channel', 'state', 'reason')
      .select('channel', 'state', 'reason')
      .count({ n: '*' })) as Line[]
  ).map(({ channel, state, reason, n }) => ({
    channel: channel as string,
    state: state as string,
    reason: (reason as string | null) ?? 'other',
    count: Number(n),
  }));

/** Residents of the audience who agreed to be written to on a channel, a part at a time, by id. */
export const agreeing = async (
  connection: Knex,
  community: number,
  buildings: number[],
  channel: 'mail' | 'sms',
  after: number,
  most: number
): Promise<{ id: number; documentId: string; mail: string | null }[]> => {
  const query = residents(connection, community, buildings)
    .where('r.id', '>', after)
    // Whose data are restricted is written to no more (Personal Information Protection Law, article 44).
    .whereNull('r.restricted_at')
    .where(channel === 'mail' ? { 'r.agrees_to_mail': true } : { 'r.agrees_to_text': true })
    .whereNotNull(channel === 'mail' ? 'r.mail' : 'r.telephone')
    .orderBy('r.id')
    .limit(most)
    .select('r.id', 'r.document_id', 'r.mail');
  const found: Line[] = await query;
  return found.map((raw) => ({
    id: Number(raw.id),
    documentId: raw.document_id as string,
    mail: (raw.mail as string | null) ?? null,
  }));
};

/** What a list of notices may be narrowed by, already checked. */
export interface NoticeFilter {
  communities: number[] | 'all';
  states?: string[];
  kinds?: string[];
  /** Part of a title or a number. */
  text?: string;
  overdue?: boolean;
}

/** The ids of one page of notices, latest first. */
export const noticePage = async (
  { strapi, clock }: Kernel,
  filter: NoticeFilter,
  options: { cursor?: string; limit: number }
) => {
  const { connection } = strapi.db;
  const query: Knex.QueryBuilder = connection('pd_notices');
  if (filter.communities !== 'all') query.whereIn('community_id', filter.communities);
  if (filter.states) query.whereIn('state', filter.states);
  if (filter.kinds) query.whereIn('kind', filter.kinds);
  if (filter.overdue) query.whereNull('ended_at').where('due_at', '<', clock.now());
  if (filter.text) {
    // What people type is no pattern.
    const like = `%${filter.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query.where((either: Knex.QueryBuilder) =>
      either.whereRaw("title like ? escape '\\'", [like]).orWhereRaw("number like ? escape '\\'", [like])
    );
  }
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('id'), [{ column: 'id', descending: true }], options);
  return { ids: page.rows.map(({ id }) => Number(id)), nextCursor: page.nextCursor, ...count };
};

/** Which of these names residents of these communities bear. */
export const namesAmong = async (
  connection: Knex,
  communities: number[] | 'all',
  names: string[]
): Promise<string[]> => {
  const found = await inParts<string, Line>(names.slice(0, 5000), (part) => {
    const query = connection({ r: 'pd_residents' })
      .join({ h: 'pd_households' }, 'h.id', 'r.household_id')
      .whereIn('r.name', part)
      .distinct('r.name');
    if (communities !== 'all') query.whereIn('h.community_id', communities);
    return query;
  });
  return found.map(({ name }) => name as string);
};

/** Of these notices, the names of those that are no longer drafts. */
export const noticesBeyondDraft = async (connection: Knex, ids: number[]): Promise<string[]> => {
  const found = await inParts<number, Line>(ids, (part) =>
    connection('pd_notices').whereIn('id', part).whereNotIn('state', ['draft', 'discarded']).select('number', 'title')
  );
  return found.map(({ number, title }) => String(number ?? title));
};
