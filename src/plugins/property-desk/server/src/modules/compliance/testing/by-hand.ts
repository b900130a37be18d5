import type { ComplianceFigures } from '../../../../../contracts';
import type { Period } from '../../../kernel/clock/clock';
import type { Row } from '../../../kernel/storage/rows';

/** How an obligation stands, told from its row alone. */
export const standingOf = (row: Row, now: Date): 'open' | 'kept' | 'broken' | 'renegotiated' | 'void' =>
  (row.outcome as 'kept' | null) ?? ((row.dueAt as Date) < now ? 'broken' : 'open');

/** The article that a ledger's article counts to. */
export const numberOf = (row: Row): number => Number(/^\d+/.exec(row.article as string)?.[0] ?? 0);

const median = (values: number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The figures of some rows, counted one by one. */
export const figuresByHand = (rows: Row[], now: Date): ComplianceFigures => {
  const count = (standing: string) => rows.filter((row) => standingOf(row, now) === standing).length;
  const [kept, broken] = [count('kept'), count('broken')];
  return {
    opened: rows.length,
    kept,
    broken,
    open: count('open'),
    renegotiated: count('renegotiated'),
    void: count('void'),
    rate: kept + broken ? kept / (kept + broken) : null,
    medianMinutes: median(
      rows
        .filter(({ settledAt }) => settledAt)
        .map((row) => Math.floor(((row.settledAt as Date).getTime() - (row.openedAt as Date).getTime()) / 60_000))
    ),
  };
};

/** Those opened in a period. */
export const openedIn = (rows: Row[], { from, to }: Period): Row[] =>
  rows.filter(({ openedAt }) => (openedAt as Date) >= from && (openedAt as Date) < to);
