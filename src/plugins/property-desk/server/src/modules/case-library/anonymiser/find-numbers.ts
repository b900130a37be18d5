import type { Identifiers, ListedPiece, Piece } from './identifiers';
import type { IdentifierKind } from '../../../../../contracts';
import { literally, places, plainly, type View } from './view';

/** What people put between the digits of a number. */
const GAP = '[\\s\\-–—_./,、·()]{0,3}';
const HIDDEN = '[*×x•●]{2,12}';

const digitsOf = (text: string): string => plainly(text).replace(/[^\d]/g, '');
const apart = (text: string, gap = GAP): string => [...text].map(literally).join(gap);

/** A telephone number without the country's code. */
const nationalNumber = (telephone: string): string => {
  const plain = plainly(telephone).replace(/(?:转|ext|分机).*$/u, '');
  const digits = digitsOf(plain);
  if (/^\s*(?:\+|00)\s*86/.test(plain)) return digits.replace(/^(?:00)?86/, '');
  return /^86(?:1[3-9]\d{9}|\d{10,11})$/.test(digits) && digits.length >= 12 ? digits.slice(2) : digits;
};

const EXTENSION = '(?:\\s?(?:转|分机|ext\\.?)\\s?\\d{1,6})?';
/** A bracket belongs to the number only as a pair. */
const bracketed = (part: string): string => `(?:\\(${part}\\)|${part})`;
const COUNTRY = `(?:${bracketed('(?:\\+|00)?86')}${GAP})?`;

/** 138 0000 5678, +86-138…, 021-55551234转802, 138****5678, 尾号5678. */
const telephonePatterns = (telephone: string): RegExp[] => {
  const digits = nationalNumber(telephone);
  if (digits.length < 5) return [];
  const area = /^0(?:10|2\d)/.test(digits) ? digits.slice(0, 3) : digits.startsWith('0') ? digits.slice(0, 4) : '';
  const local = area && digits.length > 9 ? digits.slice(area.length) : digits;
  const areas = area && digits.length > 9 ? [apart(area), apart(area.slice(1))].join('|') : '0\\d{2,3}';
  const optionalArea = local.length <= 8 ? `(?:${bracketed(`(?:${areas})`)}${GAP})?` : '';
  const tail = digits.slice(-4);
  return [
    new RegExp(`(?<!\\d)${COUNTRY}${optionalArea}${apart(local)}(?!\\d)${EXTENSION}`, 'gu'),
    new RegExp(`(?<!\\d)${digits.slice(0, 3)}${HIDDEN}${tail}(?!\\d)`, 'gu'),
    new RegExp(`(?:尾号|末四位|后四位|末尾)[是为:\\s]{0,3}${tail}(?!\\d)`, 'gu'),
  ];
};

/** 川A·12345, 川a12345, A12345, 尾号12345. */
const platePatterns = (plate: string): RegExp[] => {
  const plain = plainly(plate).replace(/[\s·•.\-—_]/gu, '');
  const match = /^(\p{Script=Han})?([a-z])([a-z0-9\p{Script=Han}]{4,6})$/u.exec(plain);
  if (!match)
    return plain.length >= 4
      ? [new RegExp(`(?<![a-z0-9])${apart(plain, '[\\s·•.\\-—_]{0,2}')}(?![a-z0-9])`, 'gu')]
      : [];
  const [, province, letter, rest] = match;
  const gap = '[\\s·•.\\-—_]{0,2}';
  const ends = [rest, rest.slice(-4), rest.slice(-3)].map((end) => apart(end, gap)).join('|');
  return [
    new RegExp(
      `${province ? `(?:${province}${gap})?` : '(?:\\p{Script=Han})?'}(?<![a-z0-9])${letter}${gap}${apart(rest, gap)}(?![a-z0-9])`,
      'gu'
    ),
    new RegExp(`(?:车牌号?|车号|牌照|尾号)[是为:\\s]{0,3}(?:${ends})(?![a-z0-9])`, 'gu'),
  ];
};

const identityPatterns = (number: string): RegExp[] => {
  const plain = plainly(number).replace(/[^\dx]/g, '');
  if (plain.length < 6) return [];
  return [
    new RegExp(`(?<![\\da-z])${apart(plain)}(?![\\da-z])`, 'gu'),
    new RegExp(`(?<!\\d)${plain.slice(0, 3)}\\d{0,3}${HIDDEN}${plain.slice(-4)}(?![\\da-z])`, 'gu'),
    new RegExp(`(?:尾号|末四位|后四位)[是为:\\s]{0,3}${plain.slice(-4)}(?![\\da-z])`, 'gu'),
  ];
};

const mailPatterns = (mail: string): RegExp[] => {
  const plain = plainly(mail).replace(/\s/g, '');
  return plain ? [new RegExp(`(?<![a-z0-9._%+-])${apart(plain, '\\s?')}(?![a-z0-9])`, 'gu')] : [];
};

const accountPatterns = (account: string): RegExp[] => {
  const plain = plainly(account).trim();
  return plain.length >= 4 ? [new RegExp(`(?<![a-z0-9_-])${literally(plain)}(?![a-z0-9_-])`, 'gu')] : [];
};

const KINDS: { kind: IdentifierKind; of: keyof Identifiers; word: string; patterns: (entry: string) => RegExp[] }[] = [
  { kind: 'identityNumber', of: 'identityNumbers', word: '【证件号】', patterns: identityPatterns },
  { kind: 'telephone', of: 'telephones', word: '【电话】', patterns: telephonePatterns },
  { kind: 'mail', of: 'mails', word: '【邮箱】', patterns: mailPatterns },
  { kind: 'account', of: 'accounts', word: '【账号】', patterns: accountPatterns },
  { kind: 'plate', of: 'plates', word: '【车牌】', patterns: platePatterns },
];

/** Telephones, plates and the like of people on the case, however they are written. */
export const listedNumbers = (view: View, original: string, identifiers: Identifiers): ListedPiece[] =>
  KINDS.flatMap(({ kind, of, word, patterns }) =>
    (identifiers[of] as string[]).flatMap(patterns).flatMap((pattern) =>
      places(view, pattern).map(({ start, end }) => ({
        start,
        end,
        text: original.slice(start, end),
        kind,
        as: { word },
      }))
    )
  );

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

const LIKE_NUMBERS: [IdentifierKind, RegExp][] = [
  [
    'identityNumber',
    new RegExp(`(?<![\\da-z])[1-9]\\d{5}[\\s-]?(?:19|20)\\d{2}[\\s-]?\\d{4}[\\s-]?\\d{3}[\\dx](?![\\da-z])`, 'gu'),
  ],
  ['identityNumber', new RegExp(`(?<!\\d)\\d{3,6}${HIDDEN}\\d{3}[\\dx](?![\\da-z])`, 'gu')],
  ['telephone', new RegExp(`(?<!\\d)${COUNTRY}1[3-9]\\d(?:[\\s\\-—.]?\\d){8}(?!\\d)`, 'gu')],
  ['telephone', /(?<!\d)\(?0\d{2,3}(?:[)\s\-—]{1,2})\d{7,8}(?!\d)/gu],
  ['telephone', /(?<!\d)[48]00[\s\-—]?\d{3,4}[\s\-—]?\d{3,4}(?!\d)/gu],
  ['telephone', /(?<=(?:电话|座机|手机|热线|号码|致电|拨打)[^\d]{0,4})\d{7,8}(?!\d)/gu],
  ['telephone', /尾号[是为:\s]{0,3}\d{4}(?!\d)/gu],
  ['plate', new RegExp(`[${PROVINCES}][a-z][\\s·•.\\-]{0,2}[a-z0-9]{4,5}[a-z0-9挂学警港澳](?![a-z0-9])`, 'gu')],
  ['plate', /(?<=(?:车牌号?|车号|牌照)[是为:\s]{0,3})[a-z]?[\s·]?[a-z0-9]{4,6}(?![a-z0-9])/gu],
  ['mail', /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gu],
  ['account', /(?<=(?:微信|微信号|wechat|qq|qq号)[是为:\s]{0,3})[a-z0-9][a-z0-9_-]{4,19}(?![a-z0-9_-])/gu],
];

/** Pieces that look like a number by which somebody is known. */
export const numbersLike = (view: View, original: string): Piece[] =>
  LIKE_NUMBERS.flatMap(([kind, pattern]) =>
    places(view, pattern).map(({ start, end }) => ({ start, end, text: original.slice(start, end), kind }))
  );
