import * as React from 'react';
import { DateTime } from 'luxon';
import { useIntl } from 'react-intl';
import { useWords } from '../words';
import { spanOf } from './reading';
import { useZone } from './ticker';

const WHOLE_DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** Days that have a word of their own. */
const NEAR = [
  { days: 0, word: 'today' },
  { days: -1, word: 'yesterday' },
  { days: 1, word: 'tomorrow' },
];

/** Says moments and spans in the person's language, in the office's time zone. */
export function useTimes() {
  const { formatDate } = useIntl();
  const words = useWords();
  const timeZone = useZone();

  return React.useMemo(() => {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
    return {
      /** Short: “today 14:30”, day and time otherwise, the year where it is another; a day alone stays one. */
      moment: (iso: string, now: number): string => {
        if (DAY_ALONE.test(iso)) return formatDate(`${iso}T00:00:00Z`, { ...WHOLE_DAY, timeZone: 'UTC' });
        const at = DateTime.fromISO(iso, { zone: timeZone });
        const today = DateTime.fromMillis(now, { zone: timeZone });
        const near = NEAR.find(({ days }) => at.hasSame(today.plus({ days }), 'day'));
        if (near) return words.t(`clock.${near.word}`, { time: formatDate(iso, clock) });
        const year = at.year === today.year ? {} : ({ year: 'numeric' } as const);
        return formatDate(iso, { ...year, month: 'short', day: 'numeric', ...clock });
      },
      /** The time of day alone, under the name of its day. */
      clock: (iso: string): string => formatDate(iso, clock),
      /** The day in the office's zone, `2026-11-23`: what belongs together in a story. */
      dayKey: (iso: string): string => DateTime.fromISO(iso, { zone: timeZone }).toISODate() ?? iso,
      /** The day as people call it: today, else with its weekday. */
      dayName: (iso: string, now: number): string => {
        const at = DateTime.fromISO(iso, { zone: timeZone });
        const today = DateTime.fromMillis(now, { zone: timeZone });
        if (at.hasSame(today, 'day')) return words.t('timeline.today');
        const year = at.year === today.year ? {} : ({ year: 'numeric' } as const);
        return formatDate(iso, { ...year, month: 'long', day: 'numeric', weekday: 'short', timeZone });
      },
      /** The day alone, for what is read long after. */
      day: (iso: string): string => formatDate(iso, { ...WHOLE_DAY, timeZone }),
      /** A day of the calendar, `2026-11-28`, the same in every zone; short leaves the year out. */
      date: (day: string, short = false): string =>
        formatDate(`${day.slice(0, 10)}T00:00:00Z`, {
          ...(short ? { month: 'short', day: 'numeric' } : WHOLE_DAY),
          timeZone: 'UTC',
        }),
      /** In full, for titles and forms. */
      full: (iso: string): string => formatDate(iso, { ...WHOLE_DAY, weekday: 'short', ...clock }),
      /** How long, in words or as a running clock. */
      span: (milliseconds: number): string => {
        const { unit, ...values } = spanOf(milliseconds);
        return words.t(`clock.${unit}`, values);
      },
    };
  }, [formatDate, timeZone, words]);
}
