/** The place after a step over so many lines; from nowhere the first step goes to an end. */
export const stepped = (at: number, by: -1 | 1, count: number): number => {
  if (count === 0) return -1;
  if (at < 0) return by > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + by));
};

/** What is marked after one more line is marked, or with Shift all from the line that was marked last up to it. */
export function marked(
  ids: readonly string[],
  before: ReadonlySet<string>,
  id: string,
  { from, shift }: { from: string | null; shift: boolean }
): Set<string> {
  const next = new Set(before);
  const start = from === null ? -1 : ids.indexOf(from);
  const end = ids.indexOf(id);
  if (shift && start >= 0 && end >= 0) {
    const on = before.has(from as string);
    for (const each of ids.slice(Math.min(start, end), Math.max(start, end) + 1)) {
      if (on) next.add(each);
      else next.delete(each);
    }
    return next;
  }
  if (!next.delete(id)) next.add(id);
  return next;
}
