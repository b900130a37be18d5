/** A part of a bar, in percent of its whole. */
export interface Part {
  name: 'done' | 'waiting' | 'failed';
  percent: number;
}

/** Whole percent; nothing of nothing is none. What is not yet all never reads as 100. */
export function percentOf(some: number, all: number): number {
  if (all <= 0) return 0;
  const percent = Math.round((some / all) * 100);
  return percent === 100 && some < all ? 99 : Math.min(100, percent);
}

/** The parts of a bar that hold something; a small part still shows. */
export function partsOf(counts: Partial<Record<Part['name'], number>>, all: number): Part[] {
  if (all <= 0) return [];
  return (['done', 'waiting', 'failed'] as const)
    .map((name) => ({ name, percent: Math.min(100, ((counts[name] ?? 0) / all) * 100) }))
    .filter(({ percent }) => percent > 0)
    .map(({ name, percent }) => ({ name, percent: Math.max(1, percent) }));
}
