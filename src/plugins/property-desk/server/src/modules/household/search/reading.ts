import { halfWidth, plateKeyOf } from '../room';
import { partsOf, roomsLike } from './places';

/** What a typed text may be, each for a way of looking it up; null for what it cannot be. */
export interface Reading {
  telephone: string | null;
  identityNumber: string | null;
  /** File numbers, and whether they were written as such. */
  fileNumber: { number: string; written: boolean } | null;
  /** The end of a plate, or all of it. */
  plate: string | null;
  name: string | null;
  /** Letters of a name, in pinyin: initials or whole. */
  letters: string | null;
  /** A text that may name a building, with or without unit and room. */
  place: string | null;
  /** A room number alone, as it may be kept. */
  rooms: string[] | null;
  /** A key's or a parking space's number, as it may be kept. */
  numbers: string[] | null;
  caseNumber: string | null;
}

const LONGEST_NAME = 50;
const LONGEST_NUMBER = 30;
const LONGEST_PLACE = 80;

const TELEPHONE = /^\+?[\d\s()-]{5,20}$/;
const IDENTITY = /^(\d{15}|\d{17}[\dX]|[A-Z]{1,3}\d{5,12}(\([\dA]\))?)$/i;
const FILE = /^(da)?[-\s]?(\d{1,8})$/i;
const PLATE_SIGNS = /^[\p{Script=Han}A-Z\d\s·•.-]+$/iu;
const PLATE = /^\p{Script=Han}?[A-Z0-9]{4,7}\p{Script=Han}?$/u;
const CASE_NUMBER = /^[a-z]{2}-?\d{2,8}(-?\d{0,6})?$/i;

/** File numbers are written with five digits at least. */
const fileNumberOf = (text: string): Reading['fileNumber'] => {
  const [, letters, digits] = FILE.exec(text) ?? [];
  if (!digits || Number(digits) === 0) return null;
  return {
    number: `DA-${String(Number(digits)).padStart(5, '0')}`,
    written: Boolean(letters) || /^0\d{4,}$/.test(digits),
  };
};

const plateOf = (text: string): string | null => {
  const key = PLATE_SIGNS.test(text) ? plateKeyOf(text) : '';
  return PLATE.test(key) && /\d/.test(key) ? key : null;
};

/** `lü` is typed as `lv`, and printed in passports as `lyu`. */
const lettersOf = (text: string): string | null => {
  const letters = text
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/([ln])yu/g, '$1v')
    .replace(/[\s'’·-]/g, '');
  return /^[a-z]{1,50}$/.test(letters) ? letters : null;
};

/**
 * What somebody typed into the one box, read in every way that it may be meant. Chinese input methods write digits and
 * letters in full width.
 */
export const readQuery = (query: string): Reading => {
  const text = halfWidth(query).trim();
  const han = /\p{Script=Han}/u.test(text);
  const signs = /[\p{Script=Han}a-z\d]/iu.test(text);
  const parts = partsOf(text);
  const number = /^[\p{Script=Han}a-z\d][\p{Script=Han}a-z\d\s./#-]*$/iu.test(text) && text.length <= LONGEST_NUMBER;
  return {
    telephone: TELEPHONE.test(text) ? text : null,
    identityNumber: IDENTITY.test(text) ? text : null,
    fileNumber: fileNumberOf(text),
    plate: plateOf(text),
    name: han && text.length <= LONGEST_NAME ? text : null,
    letters: lettersOf(text),
    place: signs && text.length <= LONGEST_PLACE ? text : null,
    rooms: parts.length <= 2 && /^[a-z]?\d{1,5}[a-z]?$/.test(parts.join('')) ? roomsLike(parts) : null,
    numbers: number ? [...new Set([text, text.toUpperCase(), text.toLowerCase()])] : null,
    caseNumber: CASE_NUMBER.test(text) ? text.toUpperCase() : null,
  };
};
