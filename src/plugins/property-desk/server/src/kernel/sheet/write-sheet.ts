import type { Writable } from 'node:stream';
import ExcelJS, { type Style } from 'exceljs';

/** The media type of Excel's workbooks. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A column's header, and its width in characters. */
export interface SheetHeader {
  text: string;
  width: number;
}

/** A row of texts in the order of the columns. */
export type SheetLine = (string | null)[];

/** The longest text that Excel holds in a cell. */
const LONGEST = 32_000;

const HEADER: Partial<Style> = {
  font: { name: '微软雅黑', size: 11, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF2F5597' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { argb: 'FF1F3864' } } },
  numFmt: '@',
};

/** Signs that XML cannot hold: a workbook with one of them does not open. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cell = (text: string | null): string | null =>
  text === null || text === '' ? null : String(text).replace(UNWRITABLE, '').slice(0, LONGEST);

/**
 * Writes a workbook of one sheet into a stream, a row at a time. Every cell is a text: what begins with `=`, `+`, `-`,
 * `@`, a tab or a line break is no formula to anybody who opens it, and numbers keep their zeros.
 * @param name of the sheet; signs that Excel refuses in it are left out
 */
export const writeSheet = async (
  output: Writable,
  name: string,
  headers: SheetHeader[],
  lines: Iterable<SheetLine> | AsyncIterable<SheetLine>
): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet(name.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = headers.map(({ text, width }) => ({ header: text, width, style: { numFmt: '@' } }));
  const header = sheet.getRow(1);
  headers.forEach((_header, index) => {
    header.getCell(index + 1).style = HEADER;
  });
  header.commit();
  for await (const line of lines) {
    if (output.destroyed) return;
    sheet.addRow(line.map(cell)).commit();
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headers.length } };
  sheet.commit();
  await book.commit();
};
