/** A list as it is shown: what has come since somebody looked, what has gone, and what waits to be shown. */
export interface Shown<T> {
  rows: T[];
  /** Ids of rows that came while the list was seen. */
  fresh: ReadonlySet<string>;
  /** Ids of rows that are in the list no more and keep their place until the pointer leaves it. */
  gone: ReadonlySet<string>;
  /** How many have come and wait: shown now, they would move what is under the pointer. */
  waiting: number;
}

/** Nothing has been shown yet. */
export const nothingShown = <T>(): Shown<T> => ({ rows: [], fresh: new Set(), gone: new Set(), waiting: 0 });

/**
 * A list as it is shown after it was read anew.
 * @param hold somebody points at it: rows keep their places, whatever has changed in them
 * @param first what is read is a list of another kind, or the first one: nothing in it is new
 */
export function shownAfter<T>(
  before: Shown<T>,
  read: T[],
  idOf: (row: T) => string,
  { hold, first }: { hold: boolean; first: boolean }
): Shown<T> {
  if (first) return { ...nothingShown<T>(), rows: read };
  const known = new Set(before.rows.map(idOf));
  const now = new Map(read.map((row) => [idOf(row), row]));
  const come = read.map(idOf).filter((id) => !known.has(id));
  if (!hold) {
    const fresh = [...before.fresh].filter((id) => now.has(id));
    return { rows: read, fresh: new Set([...fresh, ...come]), gone: new Set(), waiting: 0 };
  }
  return {
    rows: before.rows.map((row) => now.get(idOf(row)) ?? row),
    fresh: before.fresh,
    gone: new Set([...known].filter((id) => !now.has(id))),
    waiting: come.length,
  };
}
