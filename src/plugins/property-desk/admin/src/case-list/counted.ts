import type { Filters } from '../kernel/list/address';

/** What a list is narrowed to by a figure’s link, and by no choice of its filter bar. */
export type Counted = { name: string; what: 'done' | 'hour' | 'verdict' | 'none'; value: string };

/** Parameters that only links set; what a figure counts that nobody has filed or judged stands for itself. */
const NONE = 'none';

/** Those of a list’s filters that are to be named, since its filter bar does not show them. */
export function countedIn(filters: Filters): Counted[] {
  const found: Counted[] = [];
  for (const [name, value] of Object.entries(filters)) {
    if (name === 'by' && value === 'done') found.push({ name, what: 'done', value });
    else if (name === 'hour' || name === 'verdict') found.push({ name, what: name, value });
    else if (value === NONE) found.push({ name, what: 'none', value });
  }
  return found;
}
