import { FIGURE_AGES, type Figures } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import type { CaseDefinition } from '../../kernel/workflow/define';
import { cameIn, doneIn, listed, stillOpen, type Frame } from './lists';
import type { Came, Done, Open } from './queries';

/** How many all lines of some count together. */
export const count = (lines: { n: number }[]): number => lines.reduce((total, { n }) => total + n, 0);

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const of = <T extends { type: string }>(lines: T[], { name }: CaseDefinition): T[] =>
  lines.filter(({ type }) => type === name);
const present = <T extends { when: string }>(lines: T[]): T[] => lines.filter(({ when }) => when === 'now');
const past = <T extends { when: string }>(lines: T[]): T[] => lines.filter(({ when }) => when === 'before');

/** What came in and what was done, by case type and kind. */
export const typesOf = (definitions: CaseDefinition[], frame: Frame, came: Came[], done: Done[]): Figures['types'] =>
  definitions.flatMap((definition) => {
    const split = definition.figures?.kind;
    return (split?.values ?? [null]).map((kind) => {
      const own = <T extends { type: string; kind: string | null }>(lines: T[]) =>
        of(lines, definition).filter((line) => split === undefined || line.kind === kind);
      const only = split && kind !== null ? { [split.attribute]: kind } : {};
      const standing = own(done).filter(({ stands }) => stands);
      return {
        type: definition.name,
        kind,
        in: listed(definition, frame, count(present(own(came))), { ...cameIn(frame), ...only }),
        done: listed(definition, frame, count(present(standing)), { ...doneIn(definition, frame), ...only }),
        before: { in: count(past(own(came))), done: count(past(standing)) },
      };
    });
  });

const shareOf = (good: number, bad: number): number | null => (good + bad > 0 ? good / (good + bad) : null);

/** What people said of what was done in the period, also where it came back since. */
export const satisfactionOf = (definitions: CaseDefinition[], frame: Frame, done: Done[]): Figures['satisfaction'] => {
  const asked = definitions.flatMap((definition) => {
    const verdict = definition.figures?.verdict;
    return verdict ? [{ definition, verdict }] : [];
  });
  const said = (lines: Done[], which: 'good' | 'bad') =>
    asked.reduce(
      (total, { definition, verdict }) =>
        total + count(of(lines, definition).filter((line) => line.verdict === verdict[which])),
      0
    );
  return {
    share: shareOf(said(present(done), 'good'), said(present(done), 'bad')),
    before: shareOf(said(past(done), 'good'), said(past(done), 'bad')),
    types: asked.map(({ definition, verdict }) => {
      const lines = present(of(done, definition));
      const [good, bad] = [verdict.good, verdict.bad].map((which) =>
        listed(definition, frame, count(lines.filter((line) => line.verdict === which)), {
          ...doneIn(definition, frame),
          state: 'all',
          verdict: which,
        })
      );
      const judged = lines.filter(({ verdict: given }) => given === verdict.good || given === verdict.bad);
      const marks = judged.reduce((total, line) => total + line.marks, 0);
      const points = judged.reduce((total, line) => total + line.sum, 0);
      return {
        type: definition.name,
        good,
        bad,
        share: shareOf(good.count, bad.count),
        mark: marks > 0 ? points / marks : null,
        marks,
      };
    }),
  };
};

/** What came in by how it is filed, most first. */
export const categoriesOf = async (
  { rows, strapi }: Kernel,
  definitions: CaseDefinition[],
  frame: Frame,
  came: Came[]
): Promise<Figures['categories']> => {
  const found = await Promise.all(
    definitions.map(async (definition) => {
      const filed = definition.figures?.category;
      if (!filed) return [];
      const counts = new Map<number | null, number>();
      for (const { category, n } of present(of(came, definition)))
        counts.set(category, (counts.get(category) ?? 0) + n);
      const target = rows.table(definition.uid).columns.get(filed)?.target as string;
      const named = await rows.byIds(strapi.db.connection, target, [...counts.keys()]);
      return [...counts].map(([id, n]) => {
        const row = id === null ? undefined : named.get(id);
        const category = row ? { documentId: row.documentId, name: String(row.name ?? '') } : null;
        return {
          type: definition.name,
          category,
          in: listed(definition, frame, n, { ...cameIn(frame), [filed]: category?.documentId ?? 'none' }),
        };
      });
    })
  );
  return found.flat().sort((one, other) => other.in.count - one.in.count);
};

/** What came in by hour of the day. */
export const hoursOf = (definitions: CaseDefinition[], frame: Frame, came: Came[]): Figures['hours'] =>
  definitions.map((definition) => ({
    type: definition.name,
    hours: HOURS.map((hour) =>
      listed(definition, frame, count(present(of(came, definition)).filter((line) => line.hour === hour)), {
        ...cameIn(frame),
        hour: String(hour),
      })
    ),
  }));

/** What is open, by how many days it has been. */
export const agesOf = (
  definitions: CaseDefinition[],
  frame: Frame,
  open: Open[],
  days: { first?: string; last: string }[]
): Figures['ages'] =>
  definitions.map((definition) => ({
    type: definition.name,
    ages: FIGURE_AGES.map((_, age) =>
      listed(definition, frame, count(of(open, definition).filter((line) => line.age === age)), {
        ...stillOpen(definition),
        from: days[age].first,
        to: days[age].last,
      })
    ),
  }));

/** What came in by how grave it is, from the gravest; what nobody has judged, last, where there is any. */
export const gradesOf = (definitions: CaseDefinition[], frame: Frame, came: Came[]): Figures['grades'] =>
  definitions.flatMap((definition) => {
    const { grade, kind } = definition.figures ?? {};
    if (!grade) return [];
    const lines = present(of(came, definition));
    // Of several kinds the first is the one that is judged.
    const judged = kind ? lines.filter((line) => line.grade !== null || line.kind === kind.values[0]) : lines;
    return [...grade.values]
      .reverse()
      .concat('')
      .map((value) => ({
        type: definition.name,
        grade: value || null,
        in: listed(definition, frame, count(judged.filter((line) => (line.grade ?? '') === value)), {
          ...cameIn(frame),
          [grade.attribute]: value || 'none',
          ...(kind && !value ? { [kind.attribute]: kind.values[0] } : {}),
        }),
      }))
      .filter((line) => line.grade !== null || line.in.count > 0);
  });
