import { plainDigits } from './plain-digits';

/** Words of a text that may not go out. */
export interface Found {
  words: string;
}

/** Spaces, dashes, dots and brackets that people put between the digits of a number. */
const GAP = '[\\s()（）.·•/\\-‐‑–—_*]{0,2}';
const digits = (count: number | string): string => `\\d(?:${GAP}\\d){${typeof count === 'number' ? count - 1 : count}}`;

const ALONE_BEFORE = '(?<![\\dA-Za-z])';
const ALONE_AFTER = '(?![\\dA-Za-z])';

const MOBILE = new RegExp(`${ALONE_BEFORE}(?:\\+?86${GAP})?1${GAP}[3-9]${GAP}${digits(9)}(?!\\d)`, 'g');
const LANDLINE = new RegExp(
  `${ALONE_BEFORE}(?:\\+?86${GAP})?[(（]?0(?:10|2\\d|[3-9]\\d{2})${GAP}[2-9]${GAP}${digits('5,6')}(?!\\d)`,
  'g'
);
/** Seven or eight digits are a telephone only where somebody says so. */
const CALLED = new RegExp(
  `(?:电话|手机|致电|联系方式|热线|拨打|座机|tel[:：.]?)[^\\d\\n]{0,8}(${digits('6,7')})(?!\\d)`,
  'gi'
);

const IDENTITY = new RegExp(`${ALONE_BEFORE}[1-9]${GAP}${digits(16)}${GAP}[\\dXx]${ALONE_AFTER}`, 'g');
const OLD_IDENTITY = new RegExp(`${ALONE_BEFORE}[1-9]${GAP}${digits(14)}${ALONE_AFTER}`, 'g');

const bare = (text: string): string => text.replace(/[^\dXx+]/g, '').toUpperCase();

/** A telephone without the country's code. */
const domestic = (text: string): string => bare(text).replace(/^(\+86|86(?=1[3-9]\d{9}$)|86(?=0))/, '');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1880 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const born = (text: string, year: number): boolean => isDay(year, Number(text.slice(0, 2)), Number(text.slice(2, 4)));

/**
 * Whether a number can be a mainland identity number. A wrong check digit is often a slip of whoever typed it, so a
 * number that names a province and a birthday counts all the same; with neither it is an account or an order.
 */
const isIdentity = (number: string): boolean => {
  const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(number);
  if (number.length === 15) return province && born(number.slice(8), 1900 + Number(number.slice(6, 8)));
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  const checked = '10X98765432'[sum % 11] === number[17];
  const birthday = born(number.slice(10), Number(number.slice(6, 10)));
  return birthday && (checked || province);
};

/** Service numbers that belong to nobody: police, fire, ambulance, utilities, the citizens' hotline, 400 and 95 numbers. */
const isService = (number: string): boolean =>
  /^(11\d|12\d|100\d\d|12[0-9]{3}|123\d\d|95\d{3,6}|96\d{3,6}|[48]00\d{7})$/.test(number);

const all = (text: string, pattern: RegExp, group = 0): { words: string; start: number; number: string }[] => {
  const plain = plainDigits(text);
  return [...plain.matchAll(pattern)].map((match) => {
    const start = match.index + (group ? match[0].indexOf(match[group]) : 0);
    const words = text.slice(start, start + match[group].length);
    return { words, start, number: match[group] };
  });
};

/** Identity numbers, of 15 or 18 signs. */
export const identityNumbersIn = (text: string): (Found & { start: number })[] =>
  [...all(text, IDENTITY), ...all(text, OLD_IDENTITY)].filter(({ number }) => isIdentity(bare(number)));

/**
 * Telephones, mobile and fixed, however they are spelled. The office's own are meant to be called, and service
 * numbers belong to nobody.
 */
export const telephonesIn = (text: string, office: string[] = []): Found[] => {
  const own = new Set(
    office
      .flatMap((each) => plainDigits(each).split(/[,，;；、]/))
      .map(domestic)
      .filter(Boolean)
      // The same without its area code, as neighbours dial it.
      .flatMap((number) => [number, number.replace(/^0(10|2\d|[3-9]\d{2})/, '')])
  );
  const taken: { start: number; end: number }[] = identityNumbersIn(text).map(({ start, words }) => ({
    start,
    end: start + words.length,
  }));
  const found: Found[] = [];
  for (const { words, start, number } of [...all(text, MOBILE), ...all(text, LANDLINE), ...all(text, CALLED, 1)]) {
    const end = start + words.length;
    if (taken.some((piece) => start < piece.end && end > piece.start)) continue;
    if (own.has(domestic(number)) || isService(domestic(number))) continue;
    taken.push({ start, end });
    found.push({ words: words.trim() });
  }
  return found;
};
