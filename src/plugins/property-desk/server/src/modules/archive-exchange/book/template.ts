import ExcelJS from 'exceljs';
import { COLUMNS, SHEETS, type Column, type SheetName } from './columns';
import { cellStyle, dressed, headerOf, headerStyle, word } from './dress';

/** Rows that offer their choices; beyond them a choice is typed. */
const OFFERED = 20_000;

const note = (sheet: SheetName, column: Column): string => {
  const lines = [
    column.required ? word('archive.note.required') : word('archive.note.optional'),
    column.choices
      ? word('archive.note.choice', {
          choices: column.choices.values.map((value) => word(`${column.choices!.words}.${value}`)).join('、'),
        })
      : word(`archive.note.${column.kind === 'text' ? column.key : column.kind}`),
  ];
  if (column.max && column.kind === 'text') lines.push(word('archive.note.max', { max: column.max }));
  return lines.filter(Boolean).join('\n');
};

/** An example of each sheet, shown on the page of instructions: telephones and identity numbers are made up. */
const EXAMPLE: Record<SheetName, string[]> = {
  households: ['3', '2', '501', '98.5', '自住', '', '档案柜 A-3 层', '', ''],
  residents: ['3', '2', '501', '王小明', '业主', '本人', '13800000000', '11010119900307803X', '', '2020-05-01', ''],
  vehicles: ['3', '2', '501', '沪A12345', '大众朗逸', '白', '燃油', 'B1-012', '2021-03-08', '', ''],
  keys: ['YS-0012', '入户门备用钥匙', '3', '2', '501', '前台钥匙柜 2 号', '1', '2022-06-01', '', ''],
  parking: ['B1-012', '租用', '地下一层', '3', '2', '501', '2021-03-01', '2027-02-28', ''],
};

const instructions = (book: ExcelJS.Workbook) => {
  const sheet = book.addWorksheet(word('archive.sheet.instructions'), {
    views: [{ showGridLines: false }],
    properties: { tabColor: { argb: 'FF7F7F7F' } },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = Array.from({ length: 11 }, () => ({ width: 15, style: cellStyle }));
  const title = sheet.addRow([word('archive.template.title')]);
  title.height = 30;
  title.getCell(1).font = { name: '微软雅黑', size: 16, bold: true };
  for (const line of word('archive.template.instructions').split('\n')) {
    const row = sheet.addRow([line]);
    sheet.mergeCells(row.number, 1, row.number, 11);
    row.getCell(1).alignment = { wrapText: true, vertical: 'middle' };
    row.height = 20 * Math.max(1, Math.ceil([...line].length / 78));
  }
  sheet.addRow([]);
  for (const name of SHEETS) {
    const head = sheet.addRow([word('archive.template.example', { sheet: word(`archive.sheet.${name}`) })]);
    head.getCell(1).font = { name: '微软雅黑', size: 11, bold: true };
    const headers = sheet.addRow(COLUMNS[name].map((column) => headerOf(name, column)));
    headers.height = 22;
    COLUMNS[name].forEach((column, index) => {
      headers.getCell(index + 1).style = headerStyle(column);
    });
    const example = sheet.addRow(EXAMPLE[name]);
    example.eachCell({ includeEmpty: true }, (cell) => {
      cell.style = {
        ...cellStyle,
        border: { bottom: { style: 'hair' }, right: { style: 'hair' }, left: { style: 'hair' } },
      };
    });
    sheet.addRow([]);
  }
};

const page = (book: ExcelJS.Workbook, name: SheetName) => {
  const sheet = book.addWorksheet(word(`archive.sheet.${name}`), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const columns = COLUMNS[name].filter(({ kind }) => kind !== 'shown');
  sheet.columns = dressed(name).slice(0, columns.length);
  const header = sheet.getRow(1);
  header.height = 26;
  columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.style = headerStyle(column);
    cell.note = { texts: [{ text: note(name, column), font: { name: '微软雅黑', size: 9 } }] };
    if (!column.choices) return;
    const letter = sheet.getColumn(index + 1).letter;
    const labels = column.choices.values.map((value) => word(`${column.choices!.words}.${value}`));
    // The types of exceljs leave out the ranges that it writes.
    (
      sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }
    ).dataValidations.add(`${letter}2:${letter}${OFFERED + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${labels.join(',')}"`],
      showErrorMessage: true,
      errorTitle: word('archive.note.choiceTitle'),
      error: word('archive.note.choice', { choices: labels.join('、') }),
    });
  });
};

/** The workbook that the office fills in: a sheet for each kind of record, columns as text, choices to pick. */
export const templateBook = async (): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.creator = word('archive.template.creator');
  instructions(book);
  for (const name of SHEETS) page(book, name);
  return Buffer.from(await book.xlsx.writeBuffer());
};
