/** A line of a rendered text, from its top to its bottom, in the same measure as the page. */
export interface LineBox {
  top: number;
  bottom: number;
}

/** Less than this is how browsers round. */
const ROUNDING = 1.5;

/** Where each page starts: no line is cut in two, and a page holds what fits into its height. */
export function pageStarts(lines: LineBox[], height: number): number[] {
  const starts = [0];
  let start = 0;
  for (const { top, bottom } of [...lines].sort((a, b) => a.top - b.top)) {
    // What is higher than a page cannot be helped by another one.
    if (bottom - start > height + ROUNDING && top > start) {
      start = top;
      starts.push(top);
    }
  }
  return starts;
}
