import { SHEETS } from './book/columns';
import type { Problem, Unit } from './book/units';
import { writes, type Judged, type Verdict } from './judge';

/** What of a unit may be written, what is as it should be, and what is left out, with the reasons. */
export interface Settled {
  good: Verdict[];
  toWrite: Verdict[];
  same: Verdict[];
  left: Problem[];
}

const placed = ({ sheet, rec }: Verdict): string => `${sheet} ${rec.row}`;

/** A household stands or falls with its people; of its things each by itself. */
export const settle = ({ verdicts, problems }: Judged): Settled => {
  const wrong = new Set(problems.map(({ sheet, row }) => `${sheet} ${row}`));
  const home = problems.some(
    ({ sheet, code }) =>
      code !== 'restricted' && (sheet === 'households' || sheet === 'residents' || code === 'noHousehold')
  );
  const good = home ? [] : verdicts.filter((verdict) => !wrong.has(placed(verdict)));
  const along: Problem[] = home
    ? verdicts
        .filter((verdict) => !wrong.has(placed(verdict)))
        .map(({ sheet, rec }) => ({ sheet, row: rec.row, column: null, code: 'sameHome' }))
    : [];
  return {
    good,
    toWrite: good.filter(writes),
    same: good.filter((verdict) => !writes(verdict)),
    left: [...problems, ...along],
  };
};

/** A unit without the rows that are left out: what is kept of it until it is written. */
export const unitOf = ({ home }: Unit, verdicts: Verdict[]): Unit => ({
  home,
  ...(Object.fromEntries(
    SHEETS.map((name) => [name, verdicts.filter(({ sheet }) => sheet === name).map(({ rec }) => rec)])
  ) as Omit<Unit, 'home'>),
});
