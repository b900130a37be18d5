import type { Knex } from 'knex';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { halfWidth, roomKey } from '../room';
import { HOUSEHOLD_UID, KEY_UID } from '../uids';

const LIMIT = 10;

/** Whether a column holds a text, as it was written: no sign in it stands for another. */
const holds = ({ strapi }: Kernel, query: Knex.QueryBuilder, column: string, text: string) =>
  query.orWhereRaw(strapi.db.dialect.client === 'postgres' ? 'strpos(??, ?) > 0' : 'instr(??, ?) > 0', [column, text]);

/** What a query by name finds in a table, within communities. */
const named = async (
  kernel: Kernel,
  uid: string,
  communities: number[] | 'all',
  match: (query: Knex.QueryBuilder) => unknown
): Promise<Row[]> => {
  const { rows, strapi } = kernel;
  const query = strapi.db
    .connection(rows.table(uid).name)
    .where((inner: Knex.QueryBuilder) => void match(inner))
    .orderBy('id')
    .limit(LIMIT);
  if (communities !== 'all') query.whereIn('community_id', communities);
  return (await query).map((raw: Record<string, unknown>) => rows.fromColumns(uid, raw));
};

/** Households by their room, in whatever form it is written, or by the number of their file. Nobody's name is looked at. */
export const householdsNamed = (kernel: Kernel, communities: number[] | 'all', text: string): Promise<Row[]> => {
  const plain = halfWidth(text).trim();
  const key = roomKey(plain);
  return named(kernel, HOUSEHOLD_UID, communities, (query) => {
    query.whereIn('file_number', [...new Set([plain, plain.toUpperCase()])]);
    if (key) query.orWhere({ room_key: key });
    else holds(kernel, query, 'name', plain);
  });
};

/** Keys by number or name. */
export const keysNamed = (kernel: Kernel, communities: number[] | 'all', text: string): Promise<Row[]> => {
  const plain = halfWidth(text).trim();
  return named(kernel, KEY_UID, communities, (query) => {
    query.whereIn('number', [...new Set([plain, plain.toUpperCase()])]);
    holds(kernel, query, 'number', plain.toUpperCase());
    holds(kernel, query, 'name', plain);
  });
};
