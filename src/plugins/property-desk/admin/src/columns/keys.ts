/** The word's keys, likeliest first; `{field}` in the prefix stands for another value of the same row. */
export function keysOf(prefix: string, row: Record<string, unknown>, value: string): string[] {
  if (prefix === '') return [];
  return [`${prefix.replace(/\{(\w+)\}/g, (_whole, field: string) => String(row[field] ?? ''))}.${value}`];
}
