import type { Context } from 'koa';
import type { Knex } from 'knex';
import {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  type DataRequestListItem,
  type Page,
  type Ref,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../household';
import { COMMUNITY_UID } from '../staff';
import { DATA_REQUEST_UID, type DataRequestRow } from './row';

const TABLE = 'pd_data_requests';
/** States in which an answer is owed. */
const OWED = ['received', 'verified', 'approved'];

const ref = (row?: Row): Ref | null => (row ? { documentId: row.documentId, name: String(row.name ?? '') } : null);

/** `GET /data-requests`: what is owed as it falls due, else latest first; of one household or resident, all of it. */
export const listDataRequests = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<Page<DataRequestListItem>> => {
  onlyParams(ctx, ['state', 'kind', 'community', 'household', 'resident', 'overdue', 'cursor', 'limit']);
  const { connection } = kernel.strapi.db;
  const { rows, clock } = kernel;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const household = await idParam(kernel, actor, ctx, 'household', HOUSEHOLD_UID);
  const resident = await idParam(kernel, actor, ctx, 'resident', RESIDENT_UID);
  const ofOne = household !== undefined || resident !== undefined;
  const states = choicesParam(ctx, 'state', DATA_REQUEST_STATES) ?? (ofOne ? [...DATA_REQUEST_STATES] : OWED);
  const kinds = choicesParam(ctx, 'kind', DATA_REQUEST_KINDS);

  const query = connection(TABLE).whereIn('state', states);
  if (community !== undefined) query.where({ community_id: community });
  else if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  if (household !== undefined) query.where({ household_id: household });
  if (resident !== undefined) query.where({ resident_id: resident });
  if (kinds) query.whereIn('kind', kinds);
  if (choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true') query.where('due_at', '<', clock.now());
  const open = states.every((state) => OWED.includes(state));
  if (open) query.whereNull('ended_at').whereNotNull('due_at');
  const count = await cappedCount(connection, query);
  const order = open ? [{ column: 'due_at', instant: true }, { column: 'id' }] : [{ column: 'id', descending: true }];
  const page = await keysetPage(query.select('*'), order, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => rows.fromColumns(DATA_REQUEST_UID, raw) as DataRequestRow);
  const named = (uid: string, attribute: string) =>
    rows.byIds(
      connection,
      uid,
      found.map((row) => row[attribute])
    );
  const communities = await named(COMMUNITY_UID, 'community');
  const households = await named(HOUSEHOLD_UID, 'household');
  const residents = await named(RESIDENT_UID, 'resident');
  const data = found.map((row) => ({
    documentId: row.documentId,
    number: row.number,
    title: row.title as string,
    state: row.state,
    revision: row.revision,
    kind: row.kind,
    community: ref(communities.get(row.community)),
    household: ref(households.get(row.household as number)),
    resident: ref(residents.get(row.resident as number)),
    dueAt: iso(row.dueAt),
    overdue: row.dueAt !== null && row.dueAt < clock.now(),
    createdAt: iso(row.createdAt) as string,
  }));
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};

/** The requests of some residents, latest first. */
export const requestsOf = async (
  { rows, strapi }: Kernel,
  residents: number[],
  options: { cursor?: string; limit: number }
): Promise<{ found: DataRequestRow[]; nextCursor: string | null; total: number; totalIsCapped: boolean }> => {
  const { connection } = strapi.db;
  const query: Knex.QueryBuilder = connection(TABLE).whereIn('resident_id', residents);
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], options);
  const found = page.rows.map((raw) => rows.fromColumns(DATA_REQUEST_UID, raw) as DataRequestRow);
  return { found, nextCursor: page.nextCursor, ...count };
};

/** Marks residents whose data are kept and no longer used, or ends it. */
export const restrict = async (trx: Knex.Transaction, residents: number[], since: Date | null, at: Date) => {
  await trx('pd_residents').whereIn('id', residents).update({ restricted_at: since, updated_at: at });
};
