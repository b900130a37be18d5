import type { CellValue } from 'exceljs';

/** What stands in a cell, told apart by how Excel keeps it: a number is not the text of its digits. */
export type Cell =
  | { kind: 'blank' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'date'; date: string }
  | { kind: 'bad'; code: 'formula' | 'error' | 'boolean' | 'unreadable' };

const BLANK: Cell = { kind: 'blank' };

/** NUL and halves of a surrogate pair, which no database stores, and signs that hide text or turn it round. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

/** A text as a cell of one line holds it: whoever breaks lines in a note means no other note. */
export const oneLine = (written: string): string => written.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();

const textCell = (written: string): Cell => {
  const text = oneLine(written);
  if (text === '') return BLANK;
  return UNREADABLE.test(text) ? { kind: 'bad', code: 'unreadable' } : { kind: 'text', text };
};

/** Reads a cell as exceljs gives it. Days are `2026-11-23`, as they stand in the sheet, in no zone. */
export const readCell = (value: CellValue | undefined): Cell => {
  if (value === null || value === undefined) return BLANK;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? { kind: 'number', number: value } : { kind: 'bad', code: 'error' };
  if (typeof value === 'boolean') return { kind: 'bad', code: 'boolean' };
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? { kind: 'bad', code: 'error' }
      : { kind: 'date', date: value.toISOString().slice(0, 10) };
  if ('error' in value) return { kind: 'bad', code: 'error' };
  if ('formula' in value || 'sharedFormula' in value) return { kind: 'bad', code: 'formula' };
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('text' in value) return readCell(value.text as CellValue);
  return { kind: 'bad', code: 'unreadable' };
};
