/** The word's keys, likeliest first; `{field}` in the prefix stands for another value of the same row. */
export function keysOf(prefix: string, row: Record<string, unknown>, value: string): string[] {
  if (prefix === '') return [];
  // A type of record stands in the database by its uid, and among the words by its name.
  const name = value.replace(/^plugin::property-desk\./, '');
  return [`${prefix.replace(/\{(\w+)\}/g, (_whole, field: string) => String(row[field] ?? ''))}.${name}`];
}
