import { plainSign } from '../../../kernel/text/plain';
import { arabic } from '../../household';

export { plainly } from '../../../kernel/text/plain';

/** A text made plain for looking things up, that still knows where each of its characters came from. */
export interface View {
  text: string;
  /** Position in the original of the characters from `start` to before `end` of the view. */
  place(start: number, end: number): { start: number; end: number };
}

/** Numerals as they are written on cheques and spoken in telephone numbers. */
const FORMAL: Record<string, string> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  幺: '一',
};

const NUMERALS = /[零〇一二两三四五六七八九十百]+/g;

interface Part {
  text: string;
  start: number;
  end: number;
}

const viewOf = (parts: Part[]): View => {
  const origin: Part[] = [];
  for (const part of parts) for (let at = 0; at < part.text.length; at += 1) origin.push(part);
  return {
    text: parts.map(({ text }) => text).join(''),
    place: (start, end) => ({ start: origin[start].start, end: origin[end - 1].end }),
  };
};

const fold = (text: string): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const sign of text) {
    parts.push({ text: plainSign(sign), start: at, end: at + sign.length });
    at += sign.length;
  }
  return parts;
};

/** Full-width signs as ASCII, small letters, nothing invisible. */
export const folded = (text: string): View => viewOf(fold(text));

/** The same with Chinese numerals as digits: 三号楼二单元五〇一 → 3号楼2单元501, 一三八 → 138. */
export const numbered = (text: string): View => {
  const parts = fold(text).filter((part) => part.text !== '');
  const plain = parts.map((part) => FORMAL[part.text] ?? part.text);
  const made: Part[] = [];
  // One sign can have become several characters (㎡ → m2), so runs are looked for sign by sign.
  for (let at = 0; at < parts.length; at += 1) {
    let end = at;
    while (end < parts.length && plain[end].replace(NUMERALS, '') === '') end += 1;
    if (end === at) made.push(parts[at]);
    else {
      const run = plain.slice(at, end).join('');
      const digits = arabic(run);
      // Without tens and hundreds each numeral is a digit of its own.
      if (digits.length === end - at)
        [...digits].forEach((digit, nth) => made.push({ ...parts[at + nth], text: digit }));
      else made.push({ text: digits, start: parts[at].start, end: parts[end - 1].end });
      at = end - 1;
    }
  }
  return viewOf(made);
};

/** A text as it stands in a pattern. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Every place of a view where a pattern holds. */
export const places = (view: View, pattern: RegExp): { start: number; end: number; groups: string[] }[] =>
  [...view.text.matchAll(pattern)]
    .filter(([whole]) => whole !== '')
    .map((match) => ({
      ...view.place(match.index, match.index + match[0].length),
      groups: match.slice(1),
    }));
