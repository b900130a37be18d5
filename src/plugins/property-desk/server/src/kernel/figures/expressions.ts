import type { Rows } from '../storage/rows';
import type { Verdict } from './declare';

/** The hour of the day in the office's zone, 0 to 23, of an instant's column; `minutes` is SQL of the zone's offset. */
export const hourSql = (client: string, column: string, minutes: string): string =>
  client === 'postgres'
    ? `cast(extract(hour from ${column} + ${minutes} * interval '1 minute') as integer)`
    : `(${column} + ${minutes} * 60000) / 3600000 % 24`;

/** What people said of a case, or null, as an expression over its table. */
export const verdictSql = (rows: Rows, uid: string, { attributes, good, bad }: Verdict): string => {
  const [office, own] = attributes.map((attribute) => rows.column(uid, attribute));
  return `case when ${office} in ('${good}', '${bad}') then ${office} else ${own} end`;
};

/** The mark that they gave, or null. */
export const markSql = (rows: Rows, uid: string, { marks }: Verdict): string =>
  `coalesce(${marks.map((attribute) => rows.column(uid, attribute)).join(', ')})`;
