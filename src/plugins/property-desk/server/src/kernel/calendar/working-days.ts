import { DateTime } from 'luxon';

const TERM = /^([1-9]\d{0,2}) working days?$/;

/** `5 working days` as a number of days, or null for what is no such term. */
export const workingDaysIn = (term: unknown): number | null => {
  const [, days] = (typeof term === 'string' && TERM.exec(term)) || [];
  return days === undefined ? null : Number(days);
};

/** Of a thousand days in a row somebody works on one, or the calendar is not to be trusted. */
const FURTHEST = 1000;

/**
 * The end of the n-th working day. The day on which it begins does not count, and the term ends with the last day, at
 * midnight: Civil Code articles 201 and 203.
 * @param zone IANA zone in which days begin and end
 * @param works whether it is worked on a day such as `2026-11-23`
 */
export const afterWorkingDays = (at: Date, days: number, zone: string, works: (day: string) => boolean): Date => {
  let day = DateTime.fromJSDate(at, { zone }).startOf('day');
  let left = days;
  for (let steps = 0; left > 0; steps += 1) {
    if (steps > FURTHEST + days) throw new Error('the calendar knows no working days');
    day = day.plus({ days: 1 });
    if (works(day.toFormat('yyyy-LL-dd'))) left -= 1;
  }
  return day.endOf('day').toJSDate();
};
