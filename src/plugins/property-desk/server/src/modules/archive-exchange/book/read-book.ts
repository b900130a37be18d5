import ExcelJS from 'exceljs';
import { LOCALES, say } from '../../../../../contracts';
import { readCell } from './cell';
import {
  COLUMNS,
  headerWord,
  HOME_KEYS,
  MOST_COLUMNS,
  MOST_ROWS,
  SHEETS,
  type Column,
  type SheetName,
} from './columns';
import { readField, type Known } from './fields';
import { packageFault, type PackageFault } from './package-check';
import { homeIn, inOrder, unitsOf, type Problem, type ReadRow, type Unit } from './units';

/** What reading a book asks for: the file, and what of the office its cells may name. */
export interface BookAsked {
  file: Uint8Array;
  known: Omit<Known, 'labels'>;
}

/** A book as it was read. */
export interface BookRead {
  /** Units, many in a piece, each piece as JSON: handed over and kept without being taken apart. */
  pieces: Uint8Array[];
  units: number;
  problems: Problem[];
  /** Rows that hold anything, by sheet. */
  rows: Record<SheetName, number>;
}

/** Why a book cannot be read at all; words `archive.fault.<fault>`. */
export type BookFault = PackageFault | 'unreadable' | 'noSheets' | 'empty' | 'tooManyRows';

/** Units of one piece: what is compared, and written, together. */
export const PIECE = 100;

/** Parts of a sheet that say nothing of its cells, and grow as they are read. */
const UNREAD = [
  'dataValidations',
  'conditionalFormatting',
  'mergeCells',
  'cols',
  'hyperlinks',
  'extLst',
  'tableParts',
  'drawing',
  'picture',
  'legacyDrawing',
  'autoFilter',
  'sheetViews',
];

const bare = (header: string): string => header.replace(/[\s*＊]/g, '').toLowerCase();

/** Names of a thing in all languages: a book filled in English is read as well as one in Chinese. */
const namesOf = (word: string): string[] => LOCALES.map((locale) => bare(say(locale, word)));

const labels = (): Known['labels'] => {
  const all: Known['labels'] = {};
  for (const columns of Object.values(COLUMNS))
    for (const { key, choices } of columns)
      for (const value of choices?.values ?? [])
        for (const locale of LOCALES) (all[key] ??= {})[say(locale, `${choices!.words}.${value}`)] = value;
  return all;
};

const columnsOf = (sheet: SheetName, header: ExcelJS.Row, problems: Problem[]): Map<number, Column> | null => {
  const found = new Map<number, Column>();
  const wanted = COLUMNS[sheet].map((column) => ({ column, names: namesOf(headerWord(sheet, column)) }));
  header.eachCell({ includeEmpty: false }, (cell, at) => {
    if (at > MOST_COLUMNS) return;
    const read = readCell(cell.value);
    if (read.kind !== 'text') return;
    const match = wanted.find(({ names }) => names.includes(bare(read.text)));
    const twice = match && [...found.values()].includes(match.column);
    if (match && !twice) found.set(at, match.column);
    else
      problems.push({
        sheet,
        row: 1,
        column: match?.column.key ?? null,
        code: twice ? 'columnTwice' : 'unknownColumn',
        params: { name: [...read.text].slice(0, 20).join('') },
      });
  });
  const missing = COLUMNS[sheet].filter((column) => column.required && ![...found.values()].includes(column));
  for (const { key } of missing) problems.push({ sheet, row: 1, column: key, code: 'noColumn' });
  return missing.length > 0 ? null : found;
};

/** Reads a workbook: every cell checked by itself, the rows put together by household. */
export const readBook = async ({ file, known }: BookAsked): Promise<BookRead | { fault: BookFault }> => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const fault = packageFault(bytes);
  if (fault) return { fault };
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: UNREAD });
  } catch {
    return { fault: 'unreadable' };
  }

  const all: Known = { ...known, labels: labels() };
  const problems: Problem[] = [];
  const good: ReadRow[] = [];
  const faulty: ReadRow[] = [];
  const rows = Object.fromEntries(SHEETS.map((sheet) => [sheet, 0])) as Record<SheetName, number>;
  const sheets = SHEETS.map((name) => {
    const names = namesOf(`archive.sheet.${name}`);
    return { name, sheet: book.worksheets.find((each) => names.includes(bare(each.name))) };
  });
  if (sheets.every(({ sheet }) => !sheet)) return { fault: 'noSheets' };

  for (const { name, sheet } of sheets) {
    if (!sheet) continue;
    if (sheet.actualRowCount > MOST_ROWS) return { fault: 'tooManyRows' };
    const columns = columnsOf(name, sheet.getRow(1), problems);
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      if (number === 1) return;
      const values: Record<string, string | number> = {};
      const faults: Problem[] = [];
      let filled = false;
      for (const [at, column] of columns ?? []) {
        const cell = readCell(row.getCell(at).value);
        if (cell.kind !== 'blank' && column.kind !== 'shown') filled = true;
        if (column.kind === 'shown') continue;
        const field = readField(column, cell, all);
        if ('fault' in field)
          faults.push({ sheet: name, row: number, column: column.key, code: field.fault, params: field.params });
        else if (field.value !== undefined) values[column.key] = field.value;
      }
      if (!columns) filled = row.hasValues;
      if (!filled) return;
      rows[name] += 1;
      if (!columns) return;
      const home = homeIn(values);
      const [some, whole] = [HOME_KEYS.some((key) => columnGiven(row, columns, key)), home !== null];
      // A key or a space may belong to nobody, and not to half an address.
      if (some && !whole && faults.length === 0)
        faults.push({ sheet: name, row: number, column: 'room', code: 'halfHome' });
      const read: ReadRow = { sheet: name, row: number, values, home };
      if (faults.length === 0) good.push(read);
      else {
        problems.push(...faults);
        faulty.push(read);
      }
    });
  }
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  if (total > MOST_ROWS) return { fault: 'tooManyRows' };
  if (total === 0 && problems.length === 0) return { fault: 'empty' };

  const { units, problems: found } = unitsOf(good, faulty, known.buildings);
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < units.length; from += PIECE)
    // A buffer of its own, not one of Node's pool: the thread gives it away.
    pieces.push(new TextEncoder().encode(JSON.stringify(units.slice(from, from + PIECE) satisfies Unit[])));
  return { pieces, units: units.length, problems: inOrder([...problems, ...found]), rows };
};

const columnGiven = (row: ExcelJS.Row, columns: Map<number, Column>, key: string): boolean => {
  const at = [...columns].find(([, column]) => column.key === key)?.[0];
  return at !== undefined && readCell(row.getCell(at).value).kind !== 'blank';
};
