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
