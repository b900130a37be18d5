import type { Found } from './numbers';

/** Not having paid. */
const OWING =
  /欠费|欠缴|欠交|拖欠|逾期|未缴|未交|未付|不缴|不交|不付|拒缴|拒交|拒付|没缴|没交|欠款|欠的|滞纳|催缴|催费|尚欠|仍欠|(?:[费款]用?|账单)[^。！？\n]{0,6}(?:未|没|不)[^。！？\n]{0,4}(?:缴|交|付|清)/u;

/** What nobody may be cut off from (Civil Code, article 944). */
const SUPPLY =
  '(?:自来|生活)?(?:水电气暖|水电燃?气|水电|用水|用电|供水|供电|供气|供热|供暖|供燃气|燃气|煤气|天然气|暖气|电力|热力|水源|电源|水|电|气|暖|热)';
const STOPPING = '(?:停止?|断|掐断?|切断|中断|暂停|关闭|关停|关|拉闸?|限制?|中止|终止|禁止|拒绝)';
const CUT = new RegExp(
  [
    `${STOPPING}(?:对?其|您?户?|业主|住户|该户)?(?:的)?(?:供应|提供|使用|供给)?${SUPPLY}`,
    `(?:停|断|限|掐)(?:水|电|气|暖|热)`,
    `(?:不再|不予|不给|停止|拒绝)(?:为?[^。！？\\n]{0,8})?(?:供应|提供|供|售|充值|购)(?:[^。！？\\n]{0,4})?(?:水|电|气|暖|热)`,
    `(?:锁|关)(?:闭)?(?:水|电|气)(?:表|阀|闸)`,
    '拉闸',
  ].join('|'),
  'u'
);

/** Words that take the threat back: 不会停水, 严禁以停水方式催费, 不得断电. */
const TAKEN_BACK = /(?:不会|不得|不能|不可|不应|绝不|严禁|禁止|从不|无权|不以|不因|并非|不是)[^。！？\n，,；;]{0,14}$/u;

/** Sentences, and what belongs together across a comma or a line of a list. */
const SENTENCES = /[^。！？!?\n]+[。！？!?]?/gu;

const cutIn = (sentence: string): { start: number; end: number } | null => {
  const pattern = new RegExp(CUT.source, 'gu');
  for (const match of sentence.matchAll(pattern)) {
    const ahead = sentence.slice(0, match.index);
    // 不因欠费停水 is no threat, 逾期不缴将停水 is one.
    if (!TAKEN_BACK.test(ahead)) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
};

/**
 * Threats to cut water, power, heat or gas for what is owed. An announced outage is no threat: only where not having
 * paid stands in the same sentence, or in the one before it.
 */
export const cutOffsIn = (text: string): Found[] => {
  const sentences = [...text.matchAll(SENTENCES)].map(([sentence]) => sentence.trim()).filter(Boolean);
  return sentences.flatMap((sentence, index) => {
    if (!cutIn(sentence)) return [];
    const before = index > 0 ? sentences[index - 1] : '';
    if (OWING.test(sentence)) return [{ words: sentence }];
    const follows = /^(?:届时|否则|到期|到时|我[司们处]|将|物业|公司|如此|对此|对上述|上述|对其|对此类)/u.test(
      sentence
    );
    return follows && OWING.test(before) ? [{ words: `${before}${sentence}` }] : [];
  });
};
