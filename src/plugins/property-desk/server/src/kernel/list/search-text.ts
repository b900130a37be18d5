import { isValid } from '../confidential/kinds';
import { plainly } from '../text/plain';

/** What a text typed into a list's box may be. */
export interface Reading {
  /** The beginning of a case's number, as numbers are written: `BX-20261123-00`. */
  number: string | null;
  /** A text that may be a telephone. */
  telephone: string | null;
  /** Words that a case must all hold. */
  words: string[];
}

const NUMBER = /^([a-z]{2})-?(\d{2,8})(?:-?(\d{0,6}))?$/i;

/** Reads what was typed: full width and capitals are no difference. */
export const readSearch = (typed: string): Reading => {
  const text = plainly(typed).trim();
  const [, letters, period, rest] = NUMBER.exec(text) ?? [];
  const number = letters ? [letters.toUpperCase(), period, ...(rest ? [rest] : [])].join('-') : null;
  return {
    number,
    telephone: /^[\d\s()./+-]+$/.test(text) && isValid('telephone', text) ? text : null,
    words: number ? [] : text.split(/\s+/).filter(Boolean),
  };
};
