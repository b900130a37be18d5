import type { Core } from '@strapi/strapi';
import { invalid } from '../errors';
import type { Rows } from './rows';

interface Index {
  name: string;
  columns: string[];
  type?: string;
}

interface Schema {
  indexes?: Index[];
  pluginOptions?: { 'property-desk'?: { taken?: Record<string, string> } };
}

/** What the two drivers say when a unique index refuses a record. */
interface Refused {
  code?: unknown;
  message?: unknown;
  constraint?: unknown;
}

const columnsOf = (message: string): string =>
  message
    .replace(/^.*UNIQUE constraint failed: /s, '')
    .split(', ')
    .map((name) => name.slice(name.indexOf('.') + 1))
    .join();

const refusedBy = ({ code, message, constraint }: Refused, indexes: Index[]): Index | undefined => {
  if (code === '23505') return indexes.find(({ name }) => name === constraint);
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE' || typeof message !== 'string') return undefined;
  const columns = columnsOf(message);
  return indexes.find((index) => index.columns.join() === columns);
};

/**
 * Says a unique index's refusal as what it is to whoever entered the record: the field, and that this one is there
 * already. The field is the index's last column, or the one that the schema names for it (`taken`).
 * @returns null where the error is another
 */
export const takenError = (strapi: Core.Strapi, rows: Rows, uid: string, error: unknown): Error | null => {
  const { indexes = [], pluginOptions } = (strapi.contentTypes[uid as never] ?? {}) as Schema;
  const index = refusedBy((error ?? {}) as Refused, indexes);
  if (!index) return null;
  const last = index.columns.at(-1);
  const column = [...rows.table(uid).columns.values()].find((each) => each.column === last);
  return invalid(pluginOptions?.['property-desk']?.taken?.[index.name] ?? column?.attribute ?? 'data', 'error.taken');
};
