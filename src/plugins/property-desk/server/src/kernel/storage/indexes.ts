import type { Knex } from 'knex';

/**
 * Indexes that a schema cannot declare: partial ones over what is open. They keep queues and the clock's round as
 * fast at a million records as at a thousand. Made after the schema sync; later syncs leave them alone.
 */
const INDEXES = [
  // The clock's round.
  'create index if not exists pd_obligations_due on pd_obligations (due_at, id) where closed_at is null and outcome is null',
  'create index if not exists pd_obligations_warn on pd_obligations (warn_at, id) where closed_at is null and outcome is null and warned_at is null',
  // What one person, or one role of a community, owes.
  'create index if not exists pd_obligations_person on pd_obligations (owner_staff_id, due_at, id) where closed_at is null',
  'create index if not exists pd_obligations_role on pd_obligations (owner_role, community_id, due_at, id) where closed_at is null',
];

/**
 * What was opened in a period, with all that figures and lists ask of it, so that the table is not read at all. Only
 * PostgreSQL can keep columns aside from the order.
 */
export const coveringIndex = (client: string): string => {
  const rest = 'article, what, outcome, due_at, settled_at';
  const columns =
    client === 'postgres' ? `(community_id, opened_at) include (${rest})` : `(community_id, opened_at, ${rest})`;
  return `create index if not exists pd_obligations_opened on pd_obligations ${columns}`;
};

/**
 * A column whose texts are compared by their bytes: PostgreSQL would otherwise order them by the database's language,
 * in which no index finds what begins with something.
 */
export const byBytes = (client: string, column: string): string =>
  client === 'postgres' ? `${column} collate "C"` : column;

/** What the numbers of a community's cases begin with. */
export const numberIndex = (client: string, table: string): string =>
  `create index if not exists ${table}_by_number on ${table} (community_id, ${byBytes(client, 'number')})`;

/**
 * The indexes by which the cases of one table are listed; `facets` are the columns that its queue filters by, `counted`
 * says that figures have indexes of their own, which hold the same orders and more.
 */
export const caseIndexes = (table: string, facets: string[], counted: boolean): string[] => [
  `create index if not exists ${table}_open on ${table} (due_at, id) where ended_at is null`,
  ...(counted
    ? [`drop index if exists ${table}_open_community`]
    : [
        `create index if not exists ${table}_open_community on ${table} (community_id, due_at, id) where ended_at is null`,
        // What came in within a period, newest first.
        `create index if not exists ${table}_came on ${table} (community_id, created_at, id)`,
      ]),
  ...facets.map(
    (facet) =>
      `create index if not exists ${table}_open_${facet} on ${table} (state, ${facet}, due_at, id) where ended_at is null`
  ),
  // With the community in front: else SQLite walks all that a community has open until the page is full.
  ...facets.map(
    (facet) =>
      `create index if not exists ${table}_queue_${facet} on ${table} (community_id, state, ${facet}, due_at, id) where ended_at is null`
  ),
  `create index if not exists ${table}_ended on ${table} (state, ended_at desc, id desc) where ended_at is not null`,
];

/** Makes the indexes that are missing. */
export const makeIndexes = async (trx: Knex.Transaction, more: string[]) => {
  for (const statement of [...INDEXES, ...more]) await trx.raw(statement);
};
