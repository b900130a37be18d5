const CHINESE = '零一二三四五六七八九';
const OTHERS: Record<string, string> = {
  〇: '0',
  幺: '1',
  两: '2',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};

/** One sign as it is dialled; each sign stays one sign, so that places in the text stay the same. */
const digit = (sign: string): string => {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const chinese = CHINESE.indexOf(sign);
  return chinese >= 0 ? String(chinese) : (OTHERS[sign] ?? sign);
};

/** A text with full-width and Chinese numerals as digits, sign for sign. */
export const plainDigits = (text: string): string =>
  // By UTF-16 units: nothing outside the basic plane is a digit, and places must not move.
  Array.from({ length: text.length }, (_, at) => digit(text[at])).join('');
