import { DateTime, Duration } from 'luxon';
import type { Time } from '../../../../contracts';

/** Clocks do not change twice within one. */
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** From an instant up to, but without, another. */
export interface Period {
  from: Date;
  to: Date;
}

/**
 * The kernel's clock: the only source of time. Tests set and advance it; nothing else calls `Date.now()`.
 * @param zone IANA name of the zone in which the office reads its days, e.g. `Asia/Shanghai`
 */
export const createClock = (zone: string) => {
  const format = (at: Date): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-LL-dd HH:mm');

  let offset = 0;
  let frozen: Date | null = null;

  const now = (): Date => (frozen ? new Date(frozen) : new Date(Date.now() + offset));

  return {
    zone,
    now,

    /** Stands still at `at`, until {@link run}. */
    freeze(at: Date) {
      frozen = new Date(at);
    },

    /** Moves a frozen clock, or shifts a running one, by milliseconds. */
    advance(milliseconds: number) {
      if (frozen) frozen = new Date(frozen.getTime() + milliseconds);
      else offset += milliseconds;
    },

    /** Follows the machine's clock again. */
    run() {
      frozen = null;
      offset = 0;
    },

    /** The day in the office's zone as `20261123`. */
    dayKey: (at: Date): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyyLLdd'),

    /** The year in the office's zone. */
    year: (at: Date): number => DateTime.fromJSDate(at, { zone }).year,

    /** Start of the day in the office's zone. */
    startOfDay: (at: Date): Date => DateTime.fromJSDate(at, { zone }).startOf('day').toJSDate(),

    /** The first instant of the next day in the office's zone. */
    nextDay: (at: Date): Date => DateTime.fromJSDate(at, { zone }).startOf('day').plus({ days: 1 }).toJSDate(),

    /** The month `2026-11` in the office's zone, up to the first instant of the next; null for what is no month. */
    month: (text: string): Period | null => {
      const from = DateTime.fromFormat(text, 'yyyy-LL', { zone });
      if (!from.isValid) return null;
      return { from: from.toJSDate(), to: from.plus({ months: 1 }).toJSDate() };
    },

    /** The day `2026-11-23` in the office's zone, up to the first instant of the next; null for what is no day. */
    day: (text: string): Period | null => {
      const from = DateTime.fromFormat(text, 'yyyy-LL-dd', { zone });
      if (!from.isValid) return null;
      return { from: from.toJSDate(), to: from.plus({ days: 1 }).toJSDate() };
    },

    /** The day in the office's zone as `2026-11-23`. */
    dayText: (at: Date): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-LL-dd'),

    /** The weeks that a period touches, from Monday in the office's zone, cut to the period; named by their Monday. */
    weeks: ({ from, to }: Period): (Period & { monday: string })[] => {
      const weeks: (Period & { monday: string })[] = [];
      let start = DateTime.fromJSDate(from, { zone }).startOf('week');
      while (start.toJSDate() < to) {
        const end = start.plus({ weeks: 1 });
        weeks.push({
          monday: start.toFormat('yyyy-LL-dd'),
          from: new Date(Math.max(start.toMillis(), from.getTime())),
          to: new Date(Math.min(end.toMillis(), to.getTime())),
        });
        start = end;
      }
      return weeks;
    },

    /** Minutes by which the office's zone is ahead of UTC through a period: one piece for each change of its clocks. */
    offsets: ({ from, to }: Period): (Period & { minutes: number })[] => {
      const offset = (at: number) => DateTime.fromMillis(at, { zone }).offset;
      const pieces: (Period & { minutes: number })[] = [];
      const last = to.getTime();
      for (let start = from.getTime(); start < last;) {
        const minutes = offset(start);
        let [same, other] = [start, start];
        while (other < last && offset(other) === minutes) [same, other] = [other, Math.min(other + WEEK, last)];
        // Changed within that week: at which instant.
        while (offset(other) !== minutes && other - same > 1) {
          const middle = Math.floor((same + other) / 2);
          if (offset(middle) === minutes) same = middle;
          else other = middle;
        }
        pieces.push({ from: new Date(start), to: new Date(other), minutes });
        start = other;
      }
      return pieces;
    },

    /** `2026-11-23 15:37` in the office's zone. */
    format,

    /** The same as a parameter of a sentence, which says it as its language writes it. */
    time: (at: Date): Time => ({ time: format(at) }),

    /** `at` plus an ISO 8601 duration (`PT24H`, `P3D`; days count in the office's zone). */
    plus: (at: Date, duration: string): Date => {
      const length = Duration.fromISO(duration);
      // Hours are the same length in every zone; asking for the zone's offset is what costs.
      return duration.startsWith('PT')
        ? new Date(at.getTime() + length.toMillis())
        : DateTime.fromJSDate(at, { zone }).plus(length).toJSDate();
    },
  };
};

export type Clock = ReturnType<typeof createClock>;
