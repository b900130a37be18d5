import type { Knex } from 'knex';
import { invalid } from '../errors';

/** Beyond this many, a count says so instead of counting on. */
export const COUNT_CAP = 1000;

/** What a page can have ended at: PostgreSQL fails on an id or an instant that its columns cannot hold. */
const LARGEST_ID = 2_147_483_647;
const LATEST = Date.UTC(9999, 11, 31);

/** One column of the order that a page follows; the last one must be unique, and all go the same way. */
export interface OrderBy {
  column: string;
  descending?: boolean;
  /** Instants are compared as the database keeps them. */
  instant?: boolean;
}

type Position = (string | number | null)[];

const encode = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** The cursor of the page after this position: a value for each column of the order, instants in milliseconds. */
export const cursorAt = (position: number[]): string => encode(position);

const decode = (cursor: string, order: OrderBy[]): Position => {
  try {
    const position = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    const fits =
      Array.isArray(position) &&
      position.length === order.length &&
      position.every((value, index) => {
        const max = order[index].instant ? LATEST : LARGEST_ID;
        return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;
      });
    if (fits) return position as Position;
  } catch {
    // Told below, with the parameter's name.
  }
  throw invalid('cursor', 'error.cursor');
};

/** Puts a query into its order, after the position of a cursor. */
const placed = (query: Knex.QueryBuilder, order: OrderBy[], cursor?: string): Knex.QueryBuilder => {
  if (cursor) {
    const position = decode(cursor, order).map((value, index) =>
      order[index].instant ? new Date(value as number) : value
    );
    const columns = order.map(({ column }) => column);
    // Compared as one row, the database starts at the position instead of filtering towards it.
    const marks = columns.map(() => '?');
    query.whereRaw(
      `(${columns.join(', ')}) ${order[0].descending ? '<' : '>'} (${marks.join(', ')})`,
      position as never
    );
  }
  order.forEach(({ column, descending }) => query.orderBy(column, descending ? 'desc' : 'asc'));
  return query;
};

type Found = Record<string, unknown>[];

const bare = (column: string) => column.split('.').at(-1) as string;

/** Of what was found, one more than the page holds at most: the page, and the cursor of the next. */
const cut = (found: Found, order: OrderBy[], limit: number): { rows: Found; nextCursor: string | null } => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const value = (row: Record<string, unknown>, { column, instant }: OrderBy) =>
    instant ? new Date(row[bare(column)] as string | number | Date).getTime() : Number(row[bare(column)]);
  return { rows, nextCursor: found.length > limit && last ? encode(order.map((by) => value(last, by))) : null };
};

/**
 * The ids of one page: only the index is read, names are joined afterwards. All order columns must be numbers or
 * instants and not null within the filter.
 */
export const keysetPage = async (
  query: Knex.QueryBuilder,
  order: OrderBy[],
  options: { cursor?: string; limit: number }
): Promise<{ rows: Found; nextCursor: string | null }> =>
  cut((await placed(query, order, options.cursor).limit(options.limit + 1)) as Found, order, options.limit);

/** A query as far as it is counted. */
const bounded = (connection: Knex, query: Knex.QueryBuilder, most = COUNT_CAP): Knex.QueryBuilder =>
  query
    .clone()
    .clearSelect()
    .clearOrder()
    .select(connection.raw('1 as one'))
    .limit(most + 1);

const counting = (connection: Knex, query: Knex.QueryBuilder, most = COUNT_CAP) =>
  connection.from(bounded(connection, query, most).as('counted')).count({ total: '*' });

const capped = (total: unknown, most = COUNT_CAP): { total: number; totalIsCapped: boolean } =>
  Number(total) > most ? { total: most, totalIsCapped: true } : { total: Number(total), totalIsCapped: false };

/** How many records a filter leaves, exact up to `most`. */
export const cappedCount = async (
  connection: Knex,
  query: Knex.QueryBuilder,
  most = COUNT_CAP
): Promise<{ total: number; totalIsCapped: boolean }> => {
  const [{ total }] = await counting(connection, query, most);
  return capped(total, most);
};

/**
 * One page with its count and whatever is joined to it, in a single statement: inside, the page's ids from the index
 * alone; outside, names for those ids only. Conditions on the page's place are the order's.
 * @param query the filter over the table, without columns
 * @param join adds tables and columns to the page, which has the alias `page` and the columns of the order
 */
export const joinedPage = async (
  connection: Knex,
  query: Knex.QueryBuilder,
  order: OrderBy[],
  options: { cursor?: string; limit: number },
  join: (page: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<{ rows: Found; nextCursor: string | null; total: number; totalIsCapped: boolean }> => {
  const columns = order.map(({ column }) => column);
  const page = placed(query.clone().select(columns), order, options.cursor).limit(options.limit + 1);
  const joined = join(connection.from(page.as('page'))).select(counting(connection, query).as('page_total'));
  order.forEach(({ column, descending }) => joined.orderBy(`page.${column}`, descending ? 'desc' : 'asc'));
  const found = (await joined) as Found;
  const count = found.length > 0 ? capped(found[0].page_total) : await cappedCount(connection, query);
  return { ...cut(found, order, options.limit), ...count };
};

/** Queries of one statement: far below what SQLite joins at most. */
const MOST_QUERIES = 50;

/**
 * One query for each of some communities: an index that begins with the community then gives each one's records in
 * their order, where all of several communities' would have to be put in order for one page. Beyond so many
 * communities, and of all there are, it is one query.
 */
export const byCommunity = (
  query: Knex.QueryBuilder,
  communities: number[] | 'all',
  column = 'community_id'
): Knex.QueryBuilder[] => {
  if (communities === 'all') return [query];
  if (communities.length === 0 || communities.length > MOST_QUERIES)
    return [query.clone().whereIn(column, communities)];
  return communities.map((community) => query.clone().where(column, community));
};

/** Several queries as one that finds what each of them does, each of them as far as it says itself. */
const together = (connection: Knex, queries: Knex.QueryBuilder[]): Knex.QueryBuilder => {
  const [first, ...others] = queries.map((query, index) => connection.from(query.as(`part${index}`)).select('*'));
  return connection.from(first.unionAll(others).as('parts'));
};

/** The page of several queries of which none finds what another does: each is read as far as the page goes at most. */
export const mergedPage = async (
  connection: Knex,
  queries: Knex.QueryBuilder[],
  order: OrderBy[],
  options: { cursor?: string; limit: number }
): Promise<{ rows: Found; nextCursor: string | null }> => {
  if (queries.length === 1) return keysetPage(queries[0], order, options);
  const most = options.limit + 1;
  const merged = together(
    connection,
    queries.map((query) => placed(query.clone(), order, options.cursor).limit(most))
  ).select('*');
  for (const { column, descending } of order) merged.orderBy(bare(column), descending ? 'desc' : 'asc');
  return cut((await merged.limit(most)) as Found, order, options.limit);
};

/** How many records the same queries find, exact up to {@link COUNT_CAP}. */
export const mergedCount = async (
  connection: Knex,
  queries: Knex.QueryBuilder[]
): Promise<{ total: number; totalIsCapped: boolean }> => {
  if (queries.length === 1) return cappedCount(connection, queries[0]);
  const each = queries.map((query) => bounded(connection, query));
  const [{ total }] = await connection
    .from(
      together(connection, each)
        .select('one')
        .limit(COUNT_CAP + 1)
        .as('counted')
    )
    .count({ total: '*' });
  return capped(total);
};
