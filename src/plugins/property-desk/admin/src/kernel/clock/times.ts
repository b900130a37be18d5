import * as React from 'react';
import { DateTime } from 'luxon';
import { useIntl } from 'react-intl';
import { useWords } from '../words';
import { spanOf } from './reading';
import { useZone } from './ticker';

/** Says moments and spans in the person's language, in the office's time zone. */
export function useTimes() {
  const { formatDate } = useIntl();
  const words = useWords();
  const timeZone = useZone();

  return React.useMemo(() => {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
    return {
      /** Short: the time today, day and time otherwise. */
      moment: (iso: string, now: number): string => {
        const at = DateTime.fromISO(iso, { zone: timeZone });
        const today = DateTime.fromMillis(now, { zone: timeZone });
        if (at.hasSame(today, 'day')) return formatDate(iso, clock);
        const year = at.year === today.year ? {} : ({ year: 'numeric' } as const);
        return formatDate(iso, { ...year, month: 'short', day: 'numeric', ...clock });
      },
      /** The day alone, for what is read long after. */
      day: (iso: string): string => formatDate(iso, { year: 'numeric', month: 'long', day: 'numeric', timeZone }),
      /** In full, for titles and forms. */
      full: (iso: string): string =>
        formatDate(iso, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', ...clock }),
      /** How long, in words or as a running clock. */
      span: (milliseconds: number): string => {
        const { unit, ...values } = spanOf(milliseconds);
        return words.t(`clock.${unit}`, values);
      },
    };
  }, [formatDate, timeZone, words]);
}
