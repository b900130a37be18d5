/** What a list is narrowed to, by the names of the API's parameters. */
export type Filters = Record<string, string>;

/** The parameter that names the columns of a link. */
export const COLUMNS = 'columns';

/** The filters that stand in an address; what the list does not know is left aside. */
export const filtersIn = (search: string, known: readonly string[]): Filters =>
  Object.fromEntries([...new URLSearchParams(search)].filter(([name, value]) => known.includes(name) && value !== ''));

/** What an address asks for that the list does not know (any more): a view of long ago, or a mistyped link. */
export const unknownIn = (search: string, known: readonly string[]): string[] => [
  ...new Set([...new URLSearchParams(search).keys()].filter((name) => name !== COLUMNS && !known.includes(name))),
];

/** The filters with one of them set, or taken away. What belongs to a community goes with it. */
export function narrowed(
  filters: Filters,
  name: string,
  value: string | null,
  within: readonly string[] = []
): Filters {
  const next = { ...filters };
  if (value === null || value === '') delete next[name];
  else next[name] = value;
  if (name === 'community') for (const each of within) delete next[each];
  return next;
}

const sorted = (search: string): string => {
  const params = new URLSearchParams(search);
  params.delete(COLUMNS);
  params.sort();
  return params.toString();
};

/** Whether two addresses show the same lines, in whatever order they name their filters. */
export const sameView = (one: string, other: string): boolean => sorted(one) === sorted(other);

/** Columns by their names, as far as the list has them, each once; the list's own where none is left. */
export function columnsIn<C extends string>(
  named: readonly string[] | null,
  known: readonly C[],
  own: readonly C[]
): C[] {
  const found = [...new Set(named ?? [])].filter((name): name is C => (known as readonly string[]).includes(name));
  return found.length > 0 ? found : [...own];
}

/** Another order: a column one place up or down; at the end it stays. */
export function shifted<C>(columns: readonly C[], column: C, by: -1 | 1): C[] {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return [...columns];
  const next = [...columns];
  [next[at], next[to]] = [next[to], next[at]];
  return next;
}
