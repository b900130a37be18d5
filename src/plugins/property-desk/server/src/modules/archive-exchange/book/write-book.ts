import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { COLUMNS, SHEETS, type SheetName } from './columns';
import { dressed, headerStyle, word } from './dress';

/** One row of a sheet: texts in the order of its columns. */
export type Line = (string | null)[];

/**
 * Writes a workbook into a stream, a row at a time. Every cell is a text: what begins with `=`, `+`, `-`, `@`, a tab or
 * a line break is no formula to anybody who opens it.
 */
export const writeBook = async (
  output: Writable,
  linesOf: (sheet: SheetName) => AsyncIterable<Line>
): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  for (const name of SHEETS) {
    const sheet = book.addWorksheet(word(`archive.sheet.${name}`), {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.columns = dressed(name);
    const header = sheet.getRow(1);
    header.height = 26;
    COLUMNS[name].forEach((column, index) => {
      header.getCell(index + 1).style = headerStyle(column);
    });
    header.commit();
    for await (const line of linesOf(name)) {
      if (output.destroyed) return;
      sheet.addRow(line.map((text) => (text === null || text === '' ? null : String(text)))).commit();
    }
    sheet.commit();
  }
  await book.commit();
};

/** A book of one sheet with headers of its own, e.g. a list of problems. */
export const writeList = async (
  output: Writable,
  name: string,
  headers: { text: string; width: number }[],
  lines: Iterable<Line>
): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headers.map(({ text, width }) => ({ header: text, width, style: { numFmt: '@' } }));
  const header = sheet.getRow(1);
  headers.forEach((_header, index) => {
    header.getCell(index + 1).style = headerStyle({ key: '', kind: 'text', width: 0 });
  });
  header.commit();
  for (const line of lines) sheet.addRow(line).commit();
  sheet.commit();
  await book.commit();
};
