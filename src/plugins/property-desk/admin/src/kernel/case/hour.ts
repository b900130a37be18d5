import type { ObligationItem } from '../../../../contracts';
import { toneOf } from '../clock/reading';

/** The hour within which a supervisor must have stepped in (article 10): it goes before everything else. */
export const HOUR = 'complaint.intervene';

const runs = ({ settledAt, closedAt }: ObligationItem): boolean => settledAt === null && closedAt === null;

/** The hour of a case, while it runs. */
export const runningHour = (obligations: ObligationItem[]): ObligationItem | undefined =>
  obligations.find((each) => each.what === HOUR && runs(each));

/** What is owed, in the order of the desk: the hour on top, then what is overdue, longest first, then soonest due. */
export function inUrgency(owed: ObligationItem[], now: number): ObligationItem[] {
  const rank = (each: ObligationItem) => {
    if (each.what === HOUR && runs(each)) return 0;
    return toneOf(each, now) === 'overdue' ? 1 : 2;
  };
  return [...owed].sort((a, b) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt));
}
