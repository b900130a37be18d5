import type { Knex } from 'knex';
import { invalid } from '../errors';

/** Beyond this many, a count says so instead of counting on. */
export const COUNT_CAP = 1000;

/** What a page can have ended at: PostgreSQL fails on an id or an instant that its columns cannot hold. */
const LARGEST_ID = 2_147_483_647;
const LATEST = Date.UTC(9999, 11, 31);

/** One column of the order that a page follows; the last one must be unique. */
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

/**
 * The ids of one page: only the index is read, names are joined afterwards. All order columns must be numbers or
 * instants and not null within the filter.
 */
export const keysetPage = async (
  query: Knex.QueryBuilder,
  order: OrderBy[],
  options: { cursor?: string; limit: number }
): Promise<{ rows: Record<string, unknown>[]; nextCursor: string | null }> => {
  if (options.cursor) {
    const position = decode(options.cursor, order).map((value, index) =>
      order[index].instant ? new Date(value as number) : value
    );
    query.where((after: Knex.QueryBuilder) => {
      order.forEach(({ column, descending }, index) => {
        after.orWhere((here: Knex.QueryBuilder) => {
          order.slice(0, index).forEach((earlier, at) => here.where(earlier.column, position[at] as never));
          here.where(column, descending ? '<' : '>', position[index] as never);
        });
      });
    });
    // Lets the database start at the position instead of filtering towards it.
    query.where(order[0].column, order[0].descending ? '<=' : '>=', position[0] as never);
  }
  order.forEach(({ column, descending }) => query.orderBy(column, descending ? 'desc' : 'asc'));
  const found = (await query.limit(options.limit + 1)) as Record<string, unknown>[];
  const rows = found.slice(0, options.limit);
  const last = rows.at(-1);
  const more = found.length > options.limit && last;
  const bare = (column: string) => column.split('.').at(-1) as string;
  const value = (row: Record<string, unknown>, { column, instant }: OrderBy) =>
    instant ? new Date(row[bare(column)] as string | number | Date).getTime() : Number(row[bare(column)]);
  return { rows, nextCursor: more ? encode(order.map((by) => value(last, by))) : null };
};

/** How many records a filter leaves, exact up to {@link COUNT_CAP}. */
export const cappedCount = async (
  connection: Knex,
  query: Knex.QueryBuilder
): Promise<{ total: number; totalIsCapped: boolean }> => {
  const inner = query
    .clone()
    .clearSelect()
    .clearOrder()
    .select(connection.raw('1 as one'))
    .limit(COUNT_CAP + 1);
  const [{ total }] = await connection.from(inner.as('counted')).count({ total: '*' });
  return Number(total) > COUNT_CAP
    ? { total: COUNT_CAP, totalIsCapped: true }
    : { total: Number(total), totalIsCapped: false };
};
