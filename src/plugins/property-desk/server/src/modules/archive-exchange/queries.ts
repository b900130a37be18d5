import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, VEHICLE_UID } from '../household';
import { BUILDING_UID, colleagues } from '../staff';

/** Values of one statement: far below what SQLite binds at most. */
const TOGETHER = 500;

/** Records whose attribute has one of these values, of one community where it is named; oldest first. */
export const byColumn = async (
  { rows }: Kernel,
  connection: Knex,
  uid: string,
  attribute: string,
  values: (string | number)[],
  community?: number
): Promise<Row[]> => {
  const wanted = [...new Set(values)];
  const found: Row[] = [];
  for (let from = 0; from < wanted.length; from += TOGETHER) {
    const query = connection(rows.table(uid).name)
      .whereIn(rows.column(uid, attribute), wanted.slice(from, from + TOGETHER))
      .orderBy('id');
    if (community !== undefined) query.where({ community_id: community });
    found.push(...((await query) as Record<string, unknown>[]).map((raw) => rows.fromColumns(uid, raw)));
  }
  return found;
};

/** Vehicles of a community's households by their plates; oldest first. */
export const vehiclesByPlate = async (
  { rows }: Kernel,
  connection: Knex,
  community: number,
  plates: string[]
): Promise<Row[]> => {
  const wanted = [...new Set(plates)];
  const found: Row[] = [];
  for (let from = 0; from < wanted.length; from += TOGETHER) {
    const raw: Record<string, unknown>[] = await connection({ v: rows.table(VEHICLE_UID).name })
      .join({ h: 'pd_households' }, 'h.id', 'v.household_id')
      .whereIn('v.plate_key', wanted.slice(from, from + TOGETHER))
      .where({ 'h.community_id': community })
      .orderBy('v.id')
      .select('v.*');
    found.push(...raw.map((each) => rows.fromColumns(VEHICLE_UID, each)));
  }
  return found;
};

/** The buildings of a community. */
export const buildingsOf = async (
  kernel: Kernel,
  community: number
): Promise<{ id: number; code: string; name: string }[]> =>
  (await kernel.rows.find(kernel.strapi.db.connection, BUILDING_UID, { community })).map(({ id, code, name }) => ({
    id,
    code: String(code),
    name: String(name),
  }));

/** Active staff of a community by name. */
export const staffNames = async (kernel: Kernel, community: number): Promise<{ id: number; name: string }[]> =>
  (await colleagues(kernel, community)).map(({ id, name }) => ({ id, name }));

const TASK_UID = 'plugin::property-desk.archive-task';

const tasks = ({ rows, strapi }: Kernel) => strapi.db.connection(rows.table(TASK_UID).name);

/** The oldest task that nobody is at: never claimed, or claimed by somebody who has not been heard of since. */
export const nextFree = async (kernel: Kernel, now: Date): Promise<Row | null> => {
  const raw = await tasks(kernel)
    .whereNull('finished_at')
    .where((query) => query.whereNull('lease_until').orWhere('lease_until', '<=', now))
    .orderBy('id')
    .first();
  return raw ? kernel.rows.fromColumns(TASK_UID, raw) : null;
};

/** Claims a task as it was found; 1 where nobody else has claimed it since. */
export const claimTask = (
  kernel: Kernel,
  { id, leaseBy }: { id: number; leaseBy: string | null },
  values: Record<string, unknown>,
  now: Date
): Promise<number> => {
  const query = tasks(kernel).where({ id }).whereNull('finished_at');
  if (leaseBy === null) query.whereNull('lease_by');
  else query.where({ lease_by: leaseBy }).where('lease_until', '<=', now);
  return query.update(kernel.rows.toColumns(TASK_UID, { ...values, updatedAt: now }));
};

/** Changes a task for whoever holds it; 1 where they still do. */
export const changeTask = (
  { rows, clock }: Kernel,
  connection: Knex,
  { id, leaseBy }: { id: number; leaseBy: string | null },
  values: Record<string, unknown>
): Promise<number> =>
  connection(rows.table(TASK_UID).name)
    .where({ id, lease_by: leaseBy })
    .whereNull('finished_at')
    .update(rows.toColumns(TASK_UID, { ...values, updatedAt: clock.now() }));

/** The latest task of a kind on a case. */
export const taskOf = async (kernel: Kernel, caseDocumentId: string, kind: string): Promise<Row | null> => {
  const raw = await tasks(kernel).where({ case_document_id: caseDocumentId, kind }).orderBy('id', 'desc').first();
  return raw ? kernel.rows.fromColumns(TASK_UID, raw) : null;
};

/** A partial index over what is still to be done. */
export const TASK_INDEX =
  'create index if not exists pd_archive_tasks_open on pd_archive_tasks (id) where finished_at is null';

/** The ids of records that have just been inserted, by their documentIds. */
export const idsOf = async (
  kernel: Kernel,
  trx: Knex.Transaction,
  uid: string,
  documentIds: string[]
): Promise<Map<string, number>> =>
  new Map((await byColumn(kernel, trx, uid, 'documentId', documentIds)).map(({ documentId, id }) => [documentId, id]));

/** Changes one record, its confidential values already sealed. */
export const changeRow = async (
  { rows }: Kernel,
  trx: Knex.Transaction,
  uid: string,
  id: number,
  values: Record<string, unknown>,
  at: Date
): Promise<void> => {
  await trx(rows.table(uid).name)
    .where({ id })
    .update(rows.toColumns(uid, { ...values, updatedAt: at }));
};

/** Which households of a community are meant. */
export interface Scope {
  community: number;
  building: number | null;
}

const inScope = (connection: Knex, { community, building }: Scope): Knex.QueryBuilder =>
  connection('pd_households').where({
    community_id: community,
    ...(building === null ? {} : { building_id: building }),
  });

/** How many households there are in a scope. */
export const countHouseholds = async (connection: Knex, scope: Scope): Promise<number> => {
  const [{ count }] = await inScope(connection, scope).count({ count: '*' });
  return Number(count);
};

/** Households of a scope after one of them, in the order in which they were entered. */
export const householdsAfter = async (
  { rows }: Kernel,
  connection: Knex,
  scope: Scope,
  last: number,
  limit: number
): Promise<Row[]> => {
  const found: Record<string, unknown>[] = await inScope(connection, scope)
    .where('id', '>', last)
    .orderBy('id')
    .limit(limit);
  return found.map((raw) => rows.fromColumns(HOUSEHOLD_UID, raw));
};

/** Keys or spaces of a community that belong to no household, after one of them. */
export const looseAfter = async (
  { rows }: Kernel,
  connection: Knex,
  uid: string,
  community: number,
  last: number,
  limit: number
): Promise<Row[]> => {
  const found: Record<string, unknown>[] = await connection(rows.table(uid).name)
    .where({ community_id: community })
    .whereNull('household_id')
    .where('id', '>', last)
    .orderBy('id')
    .limit(limit);
  return found.map((raw) => rows.fromColumns(uid, raw));
};

/** The page of a list of cases: latest first, of the actor's communities. */
export const casesPage = async (
  { rows, strapi }: Kernel,
  uid: string,
  { states, community, communities }: { states?: string[]; community?: number; communities: number[] | 'all' },
  page: { cursor?: string; limit: number }
): Promise<{ rows: Row[]; nextCursor: string | null; total: number; totalIsCapped: boolean }> => {
  const { connection } = strapi.db;
  const query = connection(rows.table(uid).name);
  if (states) query.whereIn('state', states);
  if (community !== undefined) query.where({ community_id: community });
  else if (communities !== 'all') query.whereIn('community_id', communities);
  const count = await cappedCount(connection, query);
  const found = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], page);
  return { ...count, nextCursor: found.nextCursor, rows: found.rows.map((raw) => rows.fromColumns(uid, raw)) };
};

/** The latest task of a kind on each of some cases. */
export const tasksOn = async (kernel: Kernel, caseDocumentIds: string[]): Promise<Row[]> =>
  (await tasks(kernel).whereIn('case_document_id', caseDocumentIds).whereNot({ kind: 'drop' }).orderBy('id')).map(
    (raw: Record<string, unknown>) => kernel.rows.fromColumns(TASK_UID, raw)
  );
