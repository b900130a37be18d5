import type { Knex } from 'knex';
import type { Confidential } from '../confidential/confidential';
import type { Rows } from '../storage/rows';
import { without, type Subject } from './subject';

/** Values that one statement compares with at most. */
const TOGETHER = 200;

/** Does something with a list a part at a time, as much as one statement takes. */
export const inParts = async <T>(all: T[], work: (part: T[]) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += TOGETHER) await work(all.slice(from, from + TOGETHER));
};

/** Every string of a value, cleared. */
const cleared = (value: unknown, clear: (text: string) => string): unknown => {
  if (typeof value === 'string') return clear(value);
  if (Array.isArray(value)) return value.map((each) => cleared(each, clear));
  if (value && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleared(each, clear)]));
  return value;
};

/** Takes a person out of the texts of rows that a query finds; sealed values are no texts. */
export const clearTexts = async (
  { rows, confidential, mark }: { rows: Rows; confidential: Confidential; mark: string },
  trx: Knex.Transaction,
  subject: Pick<Subject, 'names' | 'known'>,
  uid: string,
  query: Knex.QueryBuilder
): Promise<void> => {
  const { name, columns } = rows.table(uid);
  const sealed = confidential.confidentialIn(uid);
  for (const raw of await query) {
    const row = rows.fromColumns(uid, raw);
    const changed: Record<string, unknown> = {};
    for (const { attribute, kind } of columns.values()) {
      const value = row[attribute];
      if (sealed[attribute] || attribute === 'documentId' || !['plain', 'json'].includes(kind)) continue;
      const bare = cleared(value, (text) => without(subject, text, mark));
      if (JSON.stringify(bare) !== JSON.stringify(value)) changed[attribute] = bare;
    }
    if (Object.keys(changed).length) await trx(name).where({ id: row.id }).update(rows.toColumns(uid, changed));
  }
};
