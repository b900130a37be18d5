/**
 * A random source that gives the same numbers for the same seed (mulberry32), so that the demo's people and stories
 * are the same on every machine.
 */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** A number from `low` up to `high`. */
  const between = (low, high) => low + next() * (high - low);
  return {
    between,
    /** A whole number from `low` to `high`, both included. */
    whole: (low, high) => Math.floor(between(low, high + 1)),
    /** True in this share of all calls. */
    chance: (share) => next() < share,
    /** One of a list. */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One of a table `{ name: weight }`. */
    weighted(table) {
      const entries = Object.entries(table);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return entries[0][0];
    },
  };
}
