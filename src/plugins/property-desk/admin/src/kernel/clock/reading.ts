import type { ObligationItem } from '../../../../contracts';

/** How a promise stands at a moment. */
export type Tone = 'calm' | 'warn' | 'overdue' | 'kept' | 'broken' | 'void';

/** A span of time, cut for showing: `mm:ss` under an hour, hours and minutes under a day, else days and hours. */
export type Span =
  | { unit: 'clock'; minutes: string; seconds: string }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'days'; days: number; hours: number };

/** What of an obligation a clock reads. */
export type Promised = Pick<ObligationItem, 'dueAt' | 'warnAt' | 'outcome' | 'closedAt' | 'settledAt' | 'brokenAt'>;

/** A promise of which only the due time is known, as lists carry it. */
export const promisedBy = (dueAt: string, overdue: boolean): Promised => ({
  dueAt,
  warnAt: null,
  outcome: null,
  closedAt: null,
  settledAt: null,
  brokenAt: overdue ? dueAt : null,
});

const SECOND = 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Cuts milliseconds into a {@link Span}. */
export function spanOf(milliseconds: number): Span {
  const seconds = Math.floor(Math.abs(milliseconds) / SECOND);
  if (seconds < HOUR) {
    const two = (value: number) => String(value).padStart(2, '0');
    return { unit: 'clock', minutes: two(Math.floor(seconds / 60)), seconds: two(seconds % 60) };
  }
  if (seconds < DAY) {
    return { unit: 'hours', hours: Math.floor(seconds / HOUR), minutes: Math.floor((seconds % HOUR) / 60) };
  }
  return { unit: 'days', days: Math.floor(seconds / DAY), hours: Math.floor((seconds % DAY) / HOUR) };
}

/** Milliseconds as a countdown, `59:07`, or `1:05:07` from an hour on; less than nothing counts up. */
export function countdownOf(milliseconds: number): string {
  // What is left is shown until its last second is over; what is late, from its first full one.
  const seconds = milliseconds > 0 ? Math.ceil(milliseconds / SECOND) : Math.floor(-milliseconds / SECOND);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / 60)];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}

/** How an obligation stands at `now` (epoch milliseconds). */
export function toneOf(obligation: Promised, now: number): Tone {
  if (obligation.closedAt !== null || obligation.settledAt !== null) {
    if (obligation.outcome === 'broken') return 'broken';
    return obligation.outcome === 'kept' ? 'kept' : 'void';
  }
  if (obligation.brokenAt !== null || now > Date.parse(obligation.dueAt)) return 'overdue';
  if (obligation.warnAt !== null && now >= Date.parse(obligation.warnAt)) return 'warn';
  return 'calm';
}
