import type { ListPeriod } from '../../../../contracts';
import type { Clock, Period } from '../clock/clock';
import { invalid } from '../errors';
import { textParam, type Asked } from './respond';

/** Longest period that a query may ask for. */
const MOST_YEARS = 10;
const DAY = 24 * 60 * 60 * 1000;

/** A period as a query names it: both days included. */
export interface AskedPeriod extends Period {
  first: string;
  last: string;
}

const dayParam = (clock: Clock, ctx: Asked, name: string): (Period & { text: string }) | undefined => {
  const text = textParam(ctx, name, 40);
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? clock.day(text) : null;
  // Years of four digits that neither people nor PostgreSQL mean.
  if (!day || day.from.getUTCFullYear() < 1970 || day.from.getUTCFullYear() > 9000) throw invalid(name, 'error.day');
  return { ...day, text };
};

/** Refuses a period that runs backwards or is too long, by the name of the parameter at fault. */
const inOrder = ({ from, to }: Period) => {
  if (from >= to) throw invalid('from', 'error.periodOrder');
  if (to.getTime() - from.getTime() > MOST_YEARS * 366 * DAY)
    throw invalid('from', 'error.periodTooLong', { years: MOST_YEARS });
};

/**
 * The days `from` and `to` of the query, in the office's zone: unless they are given, the month so far.
 * @throws ValidationError naming the parameter
 */
export const periodParam = (clock: Clock, ctx: Asked): AskedPeriod => {
  const today = clock.dayText(clock.now());
  const to = dayParam(clock, ctx, 'to') ?? { ...(clock.day(today) as Period), text: today };
  const month = `${to.text.slice(0, 7)}-01`;
  const from = dayParam(clock, ctx, 'from') ?? { ...(clock.day(month) as Period), text: month };
  const period = { from: from.from, to: to.to, first: from.text, last: to.text };
  inOrder(period);
  return period;
};

/** The same where a list may leave one of them open, or both. */
export const openPeriodParam = (clock: Clock, ctx: Asked): Partial<Period> => {
  const from = dayParam(clock, ctx, 'from')?.from;
  const to = dayParam(clock, ctx, 'to')?.to;
  if (from && to) inOrder({ from, to });
  return { from, to };
};

/** A period by its word, up to the end of today: the week begins on Monday. */
export const namedPeriodParam = (clock: Clock, named: ListPeriod): Period => {
  const now = clock.now();
  const today = clock.day(clock.dayText(now)) as Period;
  if (named === 'today') return today;
  if (named === 'yesterday') return { from: clock.startOfDay(new Date(today.from.getTime() - 1)), to: today.from };
  if (named === 'month') return { ...(clock.month(clock.dayText(now).slice(0, 7)) as Period), to: today.to };
  const sixDaysAgo = clock.startOfDay(new Date(today.from.getTime() - 6 * DAY + DAY / 2));
  return { from: clock.weeks({ from: sixDaysAgo, to: today.to }).at(-1)?.from ?? today.from, to: today.to };
};
