import { say, type ArchiveFinding, type Locale } from '../../../../contracts';
import { COLUMNS, headerWord, type SheetName } from './book/columns';
import type { Problem } from './book/units';
import type { Change } from './judge';

/** A row that would be new. */
export interface Addition {
  sheet: SheetName;
  row: number;
  about: string;
}

/** What a dry run has found; kept encrypted, confidential values masked in it. */
export interface Report {
  problems: Problem[];
  changes: Change[];
  additions: Addition[];
}

export const PARTS = ['problems', 'changes', 'additions', 'leftOut'] as const;
export type Part = (typeof PARTS)[number];

/** Fields that are no column of their own sheet. */
const fieldWord = (sheet: SheetName, field: string): string =>
  COLUMNS[sheet].some(({ key }) => key === field) ? headerWord(sheet, { key: field }) : 'archive.column.household';

const choiceWord = (sheet: SheetName, field: string): string | undefined =>
  COLUMNS[sheet].find(({ key }) => key === field)?.choices?.words;

const shown = (locale: Locale, change: Change, value: string | null): string | null => {
  const words = choiceWord(change.sheet, change.field);
  return value !== null && words ? say(locale, `${words}.${value}`) : value;
};

/** A problem in words. */
export const problemLine = (locale: Locale, { sheet, row, column, code, params }: Problem): ArchiveFinding => ({
  sheet: say(locale, `archive.sheet.${sheet}`),
  row,
  column: column === null ? null : say(locale, fieldWord(sheet, column)),
  about: null,
  text: say(locale, `archive.problem.${code}`, params ?? {}),
  from: null,
  to: null,
});

/** A change in words: which field of whom, from what to what. */
export const changeLine = (locale: Locale, change: Change): ArchiveFinding => ({
  sheet: say(locale, `archive.sheet.${change.sheet}`),
  row: change.row,
  column: say(locale, fieldWord(change.sheet, change.field)),
  about: change.about,
  text: null,
  from: shown(locale, change, change.from),
  to: shown(locale, change, change.to),
});

/** A row that would be new, in words. */
export const additionLine = (locale: Locale, { sheet, row, about }: Addition): ArchiveFinding => ({
  sheet: say(locale, `archive.sheet.${sheet}`),
  row,
  column: null,
  about,
  text: null,
  from: null,
  to: null,
});

/** All lines of one part of a report. */
export const linesOf = (locale: Locale, report: Report, leftOut: Problem[], part: Part): (() => ArchiveFinding)[] => {
  switch (part) {
    case 'problems':
      return report.problems.map((problem) => () => problemLine(locale, problem));
    case 'changes':
      return report.changes.map((change) => () => changeLine(locale, change));
    case 'additions':
      return report.additions.map((addition) => () => additionLine(locale, addition));
    default:
      return leftOut.map((problem) => () => problemLine(locale, problem));
  }
};
