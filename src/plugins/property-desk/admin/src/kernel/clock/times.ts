import * as React from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '../words';
import { spanOf } from './reading';

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/** Says moments and spans in the person's language, in the time zone of the computer at the desk. */
export function useTimes() {
  const { formatDate } = useIntl();
  const words = useWords();

  return React.useMemo(() => {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return {
      /** Short: the time today, day and time otherwise. */
      moment: (iso: string, now: number): string => {
        const at = new Date(iso);
        const today = new Date(now);
        if (sameDay(at, today)) return formatDate(at, clock);
        const year = at.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
        return formatDate(at, { ...year, month: 'short', day: 'numeric', ...clock });
      },
      /** In full, for titles and forms. */
      full: (iso: string): string =>
        formatDate(iso, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', ...clock }),
      /** How long, in words or as a running clock. */
      span: (milliseconds: number): string => {
        const { unit, ...values } = spanOf(milliseconds);
        return words.t(`clock.${unit}`, values);
      },
    };
  }, [formatDate, words]);
}
