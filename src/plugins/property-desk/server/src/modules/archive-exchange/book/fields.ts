import { DateTime } from 'luxon';
import { holdsNumber } from '../../../kernel/confidential/kinds';
import type { Cell } from './cell';
import type { Column } from './columns';
import { identityFault } from './identity-number';
import { plateOf } from './plate';

/** What of the office a cell can name, by what people write. */
export interface Known {
  buildings: { id: number; code: string; name: string }[];
  staff: { id: number; name: string }[];
  /** Labels of choices, by column key and label. */
  labels: Record<string, Record<string, string>>;
}

/** A cell's value, or the code of what is wrong with it. */
export type Field = { value?: string | number } | { fault: string; params?: Record<string, string | number> };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const LARGEST_AREA = 100_000;
const MOST_COPIES = 1000;
const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const ADDRESS = /^[^\s@<>()[\]\\,;:"*]{1,64}@[^\s@<>()[\]\\,;:"*]{1,189}$/u;

/** Full-width letters, digits and signs as Chinese input methods write them, to ASCII. */
const ascii = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();

const dayOf = (text: string): Field => {
  const [, year, month, day] = (DAY.exec(ascii(text)) ?? []).map(Number);
  if (!year) return { fault: 'date' };
  const date = DateTime.utc(year, month, day);
  if (!date.isValid || year < FIRST_YEAR || year > LAST_YEAR) return { fault: 'date' };
  return { value: date.toISODate() as string };
};

const found = (matches: number[], fault: string, name: string): Field => {
  if (matches.length === 1) return { value: matches[0] };
  return { fault: matches.length === 0 ? fault : `${fault}Twice`, params: { name } };
};

/** A number that Excel made of digits has lost its leading zeros, and of an identity number its last digits. */
const turned = ({ kind }: Column): boolean => ['telephone', 'identityNumber', 'mail', 'plate'].includes(kind);

const ofText = (column: Column, written: string, known: Known): Field => {
  const text = column.kind === 'text' ? written : ascii(written);
  if (column.max && [...text].length > column.max) return { fault: 'tooLong', params: { max: column.max } };
  switch (column.kind) {
    case 'building': {
      const bare = text.toLowerCase();
      const codes = known.buildings.filter(({ code }) => code.toLowerCase() === bare);
      const named = known.buildings.filter(({ name }) => name.toLowerCase() === bare);
      return found(
        (codes.length ? codes : named).map(({ id }) => id),
        'building',
        text
      );
    }
    case 'staff':
      return found(
        known.staff.filter(({ name }) => name === text).map(({ id }) => id),
        'staff',
        text
      );
    case 'choice': {
      const code = known.labels[column.key][text] ?? column.choices!.values.find((value) => value === text);
      return code ? { value: code } : { fault: 'choice', params: { name: [...text].slice(0, 20).join('') } };
    }
    case 'area':
      return /^\d{1,6}(\.\d{1,4})?$/.test(text) ? areaOf(Number(text)) : { fault: 'area' };
    case 'whole':
      return /^\d{1,4}$/.test(text) ? copiesOf(Number(text)) : { fault: 'whole' };
    case 'date':
      return dayOf(text);
    case 'telephone':
      // A mask stands for the number that is in the archive: whether it is that one's, the archive knows.
      if (text.includes('*')) return { value: text };
      return /^\+?\d{5,20}$/.test(text.replace(/[\s()./转‐‑–—-]/g, '')) && text.length <= 40
        ? { value: text }
        : { fault: 'telephone' };
    case 'identityNumber': {
      if (text.includes('*')) return { value: text };
      const fault = identityFault(text);
      return fault ? { fault } : { value: text.replace(/[\s()-]/g, '').toUpperCase() };
    }
    case 'mail':
      return text.includes('***@') || ADDRESS.test(text) ? { value: text } : { fault: 'mail' };
    case 'plate': {
      const plate = plateOf(text);
      return plate ? { value: plate } : { fault: 'plate' };
    }
    default:
      // Telephones and identity numbers have columns of their own, where they are sealed.
      return holdsNumber(text) ? { fault: 'numberInText' } : { value: text };
  }
};

const areaOf = (number: number): Field =>
  number > 0 && number <= LARGEST_AREA ? { value: Math.round(number * 100) / 100 } : { fault: 'area' };

const copiesOf = (number: number): Field =>
  Number.isInteger(number) && number >= 1 && number <= MOST_COPIES ? { value: number } : { fault: 'whole' };

/** Reads one cell as its column wants it; a blank one has no value and leaves what the archive holds. */
export const readField = (column: Column, cell: Cell, known: Known): Field => {
  switch (cell.kind) {
    case 'blank':
      return column.required ? { fault: 'missing' } : {};
    case 'bad':
      return { fault: cell.code };
    case 'date':
      return column.kind === 'date' ? dayOf(cell.date) : { fault: 'isDate' };
    case 'number':
      if (turned(column)) return { fault: 'isNumber' };
      if (column.kind === 'area') return areaOf(cell.number);
      if (column.kind === 'whole') return copiesOf(cell.number);
      // A room `501` or a building `3` loses nothing by being a number; a day does, unless the cell says it is one.
      if (column.kind === 'date' || !Number.isSafeInteger(cell.number) || cell.number < 0)
        return { fault: column.kind === 'date' ? 'date' : 'isNumber' };
      return ofText(column, String(cell.number), known);
    default:
      return ofText(column, cell.text, known);
  }
};
