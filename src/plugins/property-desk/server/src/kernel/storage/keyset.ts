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

/** Of what was found, one more than the page holds at most: the page, and the cursor of the next. */
const cut = (found: Found, order: OrderBy[], limit: number): { rows: Found; nextCursor: string | null } => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const bare = (column: string) => column.split('.').at(-1) as string;
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

const counting = (connection: Knex, query: Knex.QueryBuilder) => {
  const inner = query
    .clone()
    .clearSelect()
    .clearOrder()
    .select(connection.raw('1 as one'))
    .limit(COUNT_CAP + 1);
  return connection.from(inner.as('counted')).count({ total: '*' });
};

const capped = (total: unknown): { total: number; totalIsCapped: boolean } =>
  Number(total) > COUNT_CAP
    ? { total: COUNT_CAP, totalIsCapped: true }
    : { total: Number(total), totalIsCapped: false };

/** How many records a filter leaves, exact up to {@link COUNT_CAP}. */
export const cappedCount = async (
  connection: Knex,
  query: Knex.QueryBuilder
): Promise<{ total: number; totalIsCapped: boolean }> => {
  const [{ total }] = await counting(connection, query);
  return capped(total);
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
