import { DateTime } from 'luxon';
import type { Desk } from '../../../contracts';

/** How many of the lines on a desk are due later today, by the office's day. */
export const dueToday = ({ owed, now, timeZone }: Pick<Desk, 'owed' | 'now' | 'timeZone'>): number => {
  const at = DateTime.fromISO(now, { zone: timeZone });
  const [from, to] = [at.toMillis(), at.endOf('day').toMillis()];
  return owed.filter(({ dueAt }) => Date.parse(dueAt) >= from && Date.parse(dueAt) <= to).length;
};
