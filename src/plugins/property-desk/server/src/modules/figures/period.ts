import { DateTime } from 'luxon';
import type { AskedPeriod } from '../../kernel/api/period-param';
import type { Clock, Period } from '../../kernel/clock/clock';

/** What a period is compared with: its days, and how far they count. */
export interface Before extends AskedPeriod {
  /** Whether it ends as far in as the period has come by now. */
  cut: boolean;
}

/** The same days of the month before, of a month or its beginning; else as many days before. */
const daysBefore = (first: string, last: string): { first: string; last: string } => {
  const [from, to] = [DateTime.fromISO(first), DateTime.fromISO(last)];
  const text = (at: DateTime) => at.toFormat('yyyy-LL-dd');
  if (from.day !== 1 || !from.hasSame(to, 'month')) {
    const days = Math.round(to.diff(from, 'days').days) + 1;
    return { first: text(from.minus({ days })), last: text(to.minus({ days })) };
  }
  const whole = to.day === to.daysInMonth;
  const month = from.minus({ months: 1 });
  // The 31st has no like in a month of 30 days: its last day then.
  return { first: text(month), last: text(whole ? month.endOf('month') : to.minus({ months: 1 })) };
};

/** The period before one; while it is under way, only as far as it has come, so that like is compared with like. */
export const periodBefore = (clock: Clock, { from, to, first, last }: AskedPeriod, now: Date): Before => {
  const days = daysBefore(first, last);
  const begins = (clock.day(days.first) as Period).from;
  const ends = (clock.day(days.last) as Period).to;
  const under = now > from && now < to;
  const sofar = new Date(begins.getTime() + now.getTime() - from.getTime());
  return { ...days, from: begins, to: under && sofar < ends ? sofar : ends, cut: under };
};

/** The days by which the ages of what is open are told apart, of which the last has no beginning; as `2026-11-23`. */
export const ageDays = (clock: Clock, now: Date): { first?: string; last: string }[] => {
  const today = DateTime.fromJSDate(now, { zone: clock.zone });
  const day = (days: number) => today.minus({ days }).toFormat('yyyy-LL-dd');
  return [
    { first: day(0), last: day(0) },
    { first: day(3), last: day(1) },
    { first: day(7), last: day(4) },
    { last: day(8) },
  ];
};
