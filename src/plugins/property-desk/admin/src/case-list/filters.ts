import type { CaseListConfig } from './lists';

/** What a list is narrowed to, by the names of the API's parameters. */
export type Filters = Record<string, string>;

/** Every list can be narrowed so; beyond it, what its configuration names. A household comes by a link, not by a choice. */
const EVERYWHERE = ['community', 'overdue', 'household'];

/** The filters that stand in an address; what the list does not know is left aside. */
export function filtersIn(search: string, { filters }: Pick<CaseListConfig, 'filters'>): Filters {
  const known = new Set([...filters.map(({ name }) => name), ...EVERYWHERE]);
  return Object.fromEntries(
    [...new URLSearchParams(search)].filter(([name, value]) => known.has(name) && value !== '')
  );
}

/** The filters with one of them set, or taken away. People belong to a community: another one lets them go. */
export function narrowed(filters: Filters, name: string, value: string | null, people: string[] = []): Filters {
  const next = { ...filters };
  if (value === null) delete next[name];
  else next[name] = value;
  if (name === 'community') for (const each of people) delete next[each];
  return next;
}
