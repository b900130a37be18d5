const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** One sign folded: full width as ASCII, small letters; nothing of an invisible one. */
export const plainSign = (sign: string): string => (INVISIBLE.test(sign) ? '' : sign.normalize('NFKC').toLowerCase());

/** A text folded, sign by sign. */
export const plainly = (text: string): string => [...text].map(plainSign).join('');
