import type { Style } from 'exceljs';
import { say } from '../../../../../contracts';
import { COLUMNS, headerWord, type Column, type SheetName } from './columns';

/** The office's books are written in the office's language, whoever fetches them: columns are known by their headers. */
export const BOOK_LOCALE = 'zh-Hans' as const;

export const word = (key: string, params: Record<string, unknown> = {}): string => say(BOOK_LOCALE, key, params);

/** A column's header, with a star where it must be filled. */
export const headerOf = (sheet: SheetName, column: Column): string =>
  `${word(headerWord(sheet, column))}${column.required ? ' *' : ''}`;

const FONT = '微软雅黑';

/** How a header looks: one that must be filled stands out. */
export const headerStyle = ({ required, kind }: Column): Partial<Style> => ({
  font: { name: FONT, size: 11, bold: true, color: { argb: kind === 'shown' ? 'FF595959' : 'FFFFFFFF' } },
  fill: {
    type: 'pattern',
    pattern: 'solid',
    fgColor: { argb: kind === 'shown' ? 'FFD9D9D9' : required ? 'FFC55A11' : 'FF2F5597' },
  },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { argb: 'FF1F3864' } } },
  numFmt: '@',
});

/** How a cell looks: text, so that Excel leaves telephones and identity numbers as they are. */
export const cellStyle: Partial<Style> = {
  font: { name: FONT, size: 11 },
  alignment: { vertical: 'middle' },
  numFmt: '@',
};

/** The columns of a sheet as exceljs takes them. */
export const dressed = (sheet: SheetName) =>
  COLUMNS[sheet].map((column) => ({
    header: headerOf(sheet, column),
    key: column.key,
    width: column.width,
    style: cellStyle,
  }));
