import type { FigureCount, Figures } from '../../../contracts';

/** How one number stands against the one before it. */
export type Turn = 'more' | 'less' | 'same' | 'none';

/** Which way a number went; a rate that was not there cannot be compared. */
export const turnOf = (now: number | null, before: number | null): Turn => {
  if (now === null || before === null) return 'none';
  if (now === before) return 'same';
  return now > before ? 'more' : 'less';
};

/** The difference of two shares in points of a hundred, to a tenth: `2.1`. */
export const pointsOf = (now: number, before: number): string => {
  const tenths = Math.abs(Math.round((now - before) * 1000)) / 10;
  return String(tenths);
};

/** What a period is compared with. */
export type Compared = 'yesterdaySoFar' | 'monthSoFar' | 'days';

/** How the period before is called: the same time yesterday, as far into last month, or by its days. */
export const comparedWith = ({ from, to, before }: Pick<Figures, 'from' | 'to' | 'before'>): Compared => {
  if (!before.cut) return 'days';
  if (from === to) return 'yesterdaySoFar';
  return before.from.endsWith('-01') && from.endsWith('-01') ? 'monthSoFar' : 'days';
};

/** Whether there is nothing at all to show. */
export const isEmpty = ({ total, ages, onTime }: Figures): boolean =>
  total.in + total.done === 0 &&
  onTime.kept.count + onTime.broken.count === 0 &&
  ages.every(({ ages: counts }) => counts.every(({ count }) => count === 0));

/** How many some counts are together. */
export const sumOf = (counts: FigureCount[]): number => counts.reduce((total, { count }) => total + count, 0);

/** Hours that are drawn: the office's day, and whatever lies outside of it and has something. */
export const hoursShown = (hours: Figures['hours']): number[] => {
  const busy = (hour: number) => hours.some(({ hours: counts }) => counts[hour].count > 0);
  const all = Array.from({ length: 24 }, (_, hour) => hour);
  const first = Math.min(8, all.find(busy) ?? 8);
  const last = Math.max(18, [...all].reverse().find(busy) ?? 18);
  return all.slice(first, last + 1);
};
