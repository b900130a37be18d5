const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 999 as Chinese documents write it: 十二, 二十, 一百零三. */
export function chineseNumeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const above = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens === 0) return above && ones > 0 ? `${above}零${DIGITS[ones]}` : `${above}${DIGITS[ones]}`;
  // Ten to nineteen begin with 十 alone, but 一百一十二.
  return `${above}${tens === 1 && !above ? '' : DIGITS[tens]}十${DIGITS[ones]}`;
}

/** A number of an article or a chapter, as the language counts them. */
export const numeralIn = (locale: string, number: number): string =>
  locale.startsWith('zh') && number > 0 && number < 1000 ? chineseNumeral(number) : String(number);
