import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row, Rows } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../household';
import { BINDING_UID, type BindingRow } from './row';

const TABLE = 'pd_bindings';
const RESIDENTS = 'pd_residents';
const HOUSEHOLDS = 'pd_households';

/** Whether an account has asked for this very room already and waits for the answer. */
export const asksAlready = async (
  trx: Knex,
  claim: { user: number; community: number; roomKey: string }
): Promise<boolean> =>
  Boolean(
    await trx(TABLE)
      .where({ user_id: claim.user, community_id: claim.community, room_key: claim.roomKey, state: 'pending' })
      .select('id')
      .first()
  );

/** How many requests an account has made since an instant. */
export const askedSince = async (trx: Knex, user: number, since: Date): Promise<number> => {
  const [{ count }] = await trx(TABLE).where({ user_id: user }).where('created_at', '>', since).count({ count: '*' });
  return Number(count);
};

/** Resident records that still stand for somebody at an instant. */
const living = (query: Knex.QueryBuilder, now: Date) =>
  query.where((still: Knex.QueryBuilder) => still.whereNull('r.moved_out_at').orWhere('r.moved_out_at', '>', now));

/** The resident records that an account is tied to, with the home of each. */
export const tiedTo = async (
  connection: Knex,
  user: number,
  now: Date
): Promise<{ resident: number; household: number; documentId: string; name: string }[]> => {
  const found = await living(
    connection({ r: RESIDENTS }).join({ h: HOUSEHOLDS }, 'h.id', 'r.household_id').where({ 'r.user_id': user }),
    now
  )
    .orderBy('r.id')
    .select({ resident: 'r.id', household: 'h.id', documentId: 'h.document_id', name: 'h.name' });
  return found.map((row: { resident: unknown; household: unknown; documentId: string; name: string }) => ({
    ...row,
    resident: Number(row.resident),
    household: Number(row.household),
  }));
};

/** Candidates at most: a telephone that a whole floor has given is no help in finding anybody. */
const CANDIDATES = 20;

/** Who in the community lives in the claimed room, or has the telephone or the identity number that was given. */
export const candidatesOf = async (
  { rows, strapi, clock }: Kernel,
  binding: BindingRow
): Promise<{ residents: Row[]; households: Map<number, Row> }> => {
  const { connection } = strapi.db;
  const found: Record<string, unknown>[] = await living(
    connection({ r: RESIDENTS })
      .join({ h: HOUSEHOLDS }, 'h.id', 'r.household_id')
      .where({ 'h.community_id': binding.community })
      .where((any: Knex.QueryBuilder) => {
        any.where({ 'h.room_key': binding.roomKey }).orWhere({ 'r.telephone_hash': binding.telephoneHash });
        if (binding.identityNumberHash) any.orWhere({ 'r.identity_number_hash': binding.identityNumberHash });
      }),
    clock.now()
  )
    .orderBy('r.id')
    .limit(CANDIDATES)
    .select('r.*');
  const residents = found.map((raw) => rows.fromColumns(RESIDENT_UID, raw));
  const households = await rows.byIds(
    connection,
    HOUSEHOLD_UID,
    residents.map(({ household }) => household)
  );
  return { residents, households };
};

/** The household of a claimed room. */
export const householdOf = ({ rows, strapi }: Kernel, { community, roomKey }: BindingRow): Promise<Row | null> =>
  rows.first(strapi.db.connection, HOUSEHOLD_UID, { community, roomKey });

/** The households of many claimed rooms, by community and key. */
export const householdsOf = async (
  { rows, strapi }: Kernel,
  bindings: BindingRow[]
): Promise<(binding: BindingRow) => Row | undefined> => {
  if (bindings.length === 0) return () => undefined;
  const found = await strapi.db
    .connection(HOUSEHOLDS)
    .whereIn('community_id', [...new Set(bindings.map(({ community }) => community))])
    .whereIn('room_key', [...new Set(bindings.map(({ roomKey }) => roomKey))]);
  const byClaim = new Map<string, Row>(
    found.map((raw: Record<string, unknown>) => [
      `${Number(raw.community_id)} ${raw.room_key as string}`,
      rows.fromColumns(HOUSEHOLD_UID, raw),
    ])
  );
  return ({ community, roomKey }) => byClaim.get(`${community} ${roomKey}`);
};

const fromTable = (rows: Rows, raw: Record<string, unknown>) => rows.fromColumns(BINDING_UID, raw) as BindingRow;

/** One page of an account's own requests, latest first. */
export const ownPage = async ({ rows, strapi }: Kernel, user: number, options: { cursor?: string; limit: number }) => {
  const { connection } = strapi.db;
  const query = connection(TABLE).where({ user_id: user });
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], options);
  return { found: page.rows.map((raw) => fromTable(rows, raw)), nextCursor: page.nextCursor, ...count };
};
