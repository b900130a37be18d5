import { createAnonymiser, startsLikeAName } from '../../case-library';
import type { Found } from './numbers';
import { plainDigits } from './plain-digits';

const OWED = /欠|拖欠|未缴|未交|未付|应缴|应交|应补|补缴|滞纳|逾期|费|款/u;
const AMOUNT =
  /(?:[¥￥]\s*\d[\d,.]*)|(?:\d[\d,.]*\s*(?:元|块|万|角|分钱|rmb))|(?:[零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟]{2,}\s*元)/iu;

/** Lines and sentences: a name stands beside an amount where both are said in one breath. */
const BREATHS = /[^。！？!?\n；;]+/gu;

const HAN_RUN = /\p{Script=Han}+/gu;

const breathsOf = (text: string): string[] =>
  [...text.matchAll(BREATHS)]
    .map(([breath]) => breath.trim())
    .filter((breath) => OWED.test(breath) && (AMOUNT.test(plainDigits(breath)) || AMOUNT.test(breath)));

/** Whatever could be a person's name beside an amount, to be looked up among the people of the community. */
export const possibleNames = (text: string): string[] => {
  const names = new Set<string>();
  for (const breath of breathsOf(text))
    for (const [run] of breath.matchAll(HAN_RUN))
      for (let start = 0; start < run.length; start += 1)
        for (const length of [2, 3, 4]) {
          const part = run.slice(start, start + length);
          if (part.length === length && startsLikeAName(part)) names.add(part);
        }
  return [...names];
};

/**
 * People named beside an amount that is owed: residents by their names, and whoever is addressed as a person.
 * @param people names among {@link possibleNames} that people of the community bear
 */
export const namedDebtsIn = (text: string, people: Set<string>): Found[] => {
  const { suspected } = createAnonymiser({});
  return breathsOf(text).flatMap((breath) => {
    const known = [...people].find((name) => breath.includes(name));
    const called = known ?? suspected(breath).find(({ kind }) => kind === 'name')?.text;
    return called ? [{ words: breath }] : [];
  });
};
