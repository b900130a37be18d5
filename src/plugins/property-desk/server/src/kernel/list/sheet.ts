import { say, type Locale, type Ref } from '../../../../contracts';
import type { Clock } from '../clock/clock';
import type { SheetHeader, SheetLine } from '../sheet/write-sheet';

/** How a value of a line is written: as it is, by its name, as a time, as yes, or by the word under a prefix. */
export type SheetColumn = 'text' | 'ref' | 'time' | 'yes' | { word: string };

/** The columns of a workbook by the values of a line, in their order; the header is the word `list.column.<value>`. */
export type SheetColumns = Readonly<Record<string, SheetColumn>>;

const WIDE = new Set(['title', 'what', 'content', 'description', 'question', 'purpose']);

const widthOf = (key: string, column: SheetColumn): number =>
  WIDE.has(key) ? 48 : column === 'time' ? 18 : column === 'yes' ? 8 : key === 'number' ? 20 : 16;

/** The headers in the reader's language. */
export const headersOf = (columns: SheetColumns, locale: Locale): SheetHeader[] =>
  Object.entries(columns).map(([key, column]) => ({
    text: say(locale, `list.column.${key}`),
    width: widthOf(key, column),
  }));

const written = (value: unknown, column: SheetColumn, locale: Locale, clock: Clock): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (column === 'time') return clock.format(new Date(value as string));
  if (column === 'yes') return value ? say(locale, 'list.yes') : null;
  if (column === 'ref') return (value as Ref).name;
  if (typeof column === 'object') return say(locale, `${column.word}.${String(value)}`);
  return String(value);
};

/** A line of a list as a row of the workbook. */
export const sheetLine = (columns: SheetColumns, line: unknown, locale: Locale, clock: Clock): SheetLine =>
  Object.entries(columns).map(([key, column]) =>
    written((line as Record<string, unknown>)[key], column, locale, clock)
  );
