/** What a confidential value is; it decides how the value is checked, compared and masked. */
export type ConfidentialKind = 'telephone' | 'identityNumber' | 'mail' | 'text';

const ADDRESS = /^[^\s\p{Cc}\p{Cf}@<>()[\]\\,;:"*]{1,64}@[^\s\p{Cc}\p{Cf}@<>()[\]\\,;:"*]{1,189}$/u;
const MOBILE = /^1[3-9]\d{9}$/;
const LONGEST_TYPED = 40;

/** Full-width digits, letters and signs, as Chinese input methods write them, to ASCII. */
const toAscii = (typed: string): string =>
  typed.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0]/g, ' ');

/**
 * Telephones compare equal however they were typed: `+86 138-1234-5678`, `１３８ 1234 5678` → `13812345678`;
 * `+86 21 5555 1234` and `(021) 5555-1234` → `02155551234`. Foreign numbers keep their `+`.
 */
const normaliseTelephone = (typed: string): string => {
  const bare = toAscii(typed).replace(/[\s()./转‐‑–—-]/g, '');
  const domestic = /^(?:\+|00)86(\d+)$/.exec(bare)?.[1] ?? /^86(1[3-9]\d{9})$/.exec(bare)?.[1];
  if (!domestic) return bare.replace(/^00(?=[1-9])/, '+');
  if (MOBILE.test(domestic) || /^[48]00\d{7}$/.test(domestic)) return domestic;
  // From abroad an area code is dialled without its leading 0.
  return /^[1-9]\d{8,10}$/.test(domestic) ? `0${domestic}` : domestic;
};

const normaliseIdentityNumber = (typed: string): string =>
  toAscii(typed)
    .replace(/[\s()-]/g, '')
    .toUpperCase();

/** The form in which values are compared and hashed. */
export const normalise = (kind: ConfidentialKind, typed: string): string => {
  if (kind === 'telephone') return normaliseTelephone(typed);
  if (kind === 'identityNumber') return normaliseIdentityNumber(typed);
  if (kind === 'mail') return toAscii(typed).trim().toLowerCase();
  return typed.trim();
};

/** The form in which a value is kept: as people wrote it, tidied, so that `021-5555 1234` stays readable. */
export const tidy = (kind: ConfidentialKind, typed: string): string =>
  kind === 'text' ? typed.trim() : toAscii(typed).trim();

/** Whether a value can be what its kind says; a telephone has 5 to 20 digits, an identity number 5 to 20 signs. */
export const isValid = (kind: ConfidentialKind, typed: string): boolean => {
  if (kind === 'text') return true;
  if (kind === 'mail') return ADDRESS.test(normalise('mail', typed));
  if (typed.length > LONGEST_TYPED) return false;
  const plain = normalise(kind, typed);
  return kind === 'telephone' ? /^\+?\d{5,20}$/.test(plain) : /^[A-Z0-9]{5,20}$/.test(plain);
};

/** Whether a value looks like a mask: never to be stored. */
export const isMask = (kind: ConfidentialKind, value: string): boolean =>
  kind === 'text' ? value.trim() === '*' : value.includes('*');

const cover = (plain: string, head: number, tail: number): string =>
  plain.slice(0, head) + '*'.repeat(plain.length - head - tail) + plain.slice(plain.length - tail);

const maskTelephone = (typed: string): string => {
  const plain = normaliseTelephone(typed);
  if (MOBILE.test(plain)) return cover(plain, 3, 4);
  const sign = plain.startsWith('+') ? '+' : '';
  const digits = plain.slice(sign.length);
  const half = Math.floor(digits.length / 2);
  // A landline shows its area (010, 02x, 0755) and at most two more; any other number its last four; at most half.
  const area = /^0(?:10|2\d|[3-9]\d\d)(?=\d{7})/.exec(digits)?.[0].length ?? 0;
  return sign + cover(digits, area, area ? Math.min(2, half - area) : Math.min(4, half));
};

const maskIdentityNumber = (typed: string): string => {
  const plain = normaliseIdentityNumber(typed);
  return plain.length >= 15
    ? cover(plain, 3, 4)
    : cover(plain, Math.floor(plain.length / 6), Math.floor(plain.length / 4));
};

/** The first sign of several, and where the box is kept: `w***@example.org`. */
const maskMail = (typed: string): string => typed.trim().replace(/^(.(?=.+@))?.*(?=@)/u, '$1***');

/**
 * What is shown of a value: `138****5678`, `021******34`, `110***********1234`, `*`. An empty value shows empty.
 * Less than the whole is shown of any value, and of a telephone other than a mobile at most half its digits.
 */
export const maskPlain = (kind: ConfidentialKind, plain: string | null | undefined): string => {
  if (!plain) return '';
  if (kind === 'telephone') return maskTelephone(plain);
  if (kind === 'identityNumber') return maskIdentityNumber(plain);
  if (kind === 'mail') return maskMail(plain);
  return '*';
};

/** A confidential value that is known as it is. */
export interface Known {
  kind: ConfidentialKind;
  plain: string;
}

/** Finds a value in a text with whatever spaces, dashes and brackets people put between its signs. */
export const anySpelling = (kind: ConfidentialKind, plain: string): RegExp => {
  const signs = [...normalise(kind, plain)].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'));
  return signs.length === 0
    ? /(?!)/
    : new RegExp(signs.join(kind === 'text' || kind === 'mail' ? '' : '[\\s()-]*'), 'giu');
};

/**
 * Free text with every mobile number and mainland identity number in it masked, and `known` values too: what people
 * write as a reason goes into the log, and the log holds no confidential value.
 */
export const redact = (text: string, known: Known[] = []): string => {
  const bare = known.reduce(
    (left, { kind, plain }) => left.replace(anySpelling(kind, plain), () => maskPlain(kind, plain)),
    text.replace(/[０-９]/g, toAscii)
  );
  return bare
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, (found) => maskPlain('identityNumber', found))
    .replace(/(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g, (found) => maskPlain('telephone', found));
};

/** Whether a kind of value tells of a person; a plain text may be any secret, such as a robot's address. */
export const isPersonal = (kind: ConfidentialKind): boolean => kind !== 'text';
/** Whether a mobile number or a mainland identity number stands in a free text. */
export const holdsNumber = (text: string): boolean => redact(text).includes('****') && !text.includes('****');
