import type { Knex } from 'knex';
import { DATA_REQUEST_KINDS, type DataRequestListItem } from '../../../../contracts';
import { iso, namedBy } from '../../kernel/api/present';
import { refTo } from '../../kernel/api/promise-list';
import type { Kernel } from '../../kernel/kernel';
import { defineListing } from '../../kernel/list/listing';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import { HOUSEHOLD_UID, householdsNamed, RESIDENT_UID } from '../household';
import { COMMUNITY_UID } from '../staff';
import { DATA_REQUEST_UID, type DataRequestRow } from './row';

const TABLE = 'pd_data_requests';
/** States in which an answer is owed. */
const OWED = ['received', 'verified', 'approved'];

/** 个人信息请求 as a list: what is owed as it falls due, else latest first; of one household or resident, all of it. */
export const dataRequestListing = defineListing<DataRequestListItem>({
  facets: {
    kind: { choices: DATA_REQUEST_KINDS },
    household: { record: HOUSEHOLD_UID },
    resident: { record: RESIDENT_UID },
  },
  usual: OWED,
  histories: ['household', 'resident'],
  search: { texts: ['title'], home: { attribute: 'household', named: householdsNamed } },
  lines: async (kernel, found: DataRequestRow[]) => {
    const { clock } = kernel;
    const named = namedBy(kernel, found);
    const communities = await named(COMMUNITY_UID, 'community');
    const households = await named(HOUSEHOLD_UID, 'household');
    const residents = await named(RESIDENT_UID, 'resident');
    return found.map((row) => ({
      documentId: row.documentId,
      number: row.number,
      title: row.title as string,
      state: row.state,
      revision: row.revision,
      kind: row.kind,
      community: refTo(communities.get(row.community)),
      household: refTo(households.get(row.household as number)),
      resident: refTo(residents.get(row.resident as number)),
      dueAt: iso(row.dueAt),
      overdue: row.dueAt !== null && row.dueAt < clock.now(),
      createdAt: iso(row.createdAt) as string,
    }));
  },
  sheet: {
    number: 'text',
    kind: { word: 'data-request.kind' },
    state: { word: 'data-request.state' },
    community: 'ref',
    household: 'ref',
    resident: 'ref',
    createdAt: 'time',
    dueAt: 'time',
    overdue: 'yes',
  },
});

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
