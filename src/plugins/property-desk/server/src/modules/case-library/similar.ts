import type { StudyHint } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { sharing, studiesByIds } from './queries';
import { termsIn } from '../../kernel/text/terms';

/** What is known of a complaint while it is being taken down. */
export interface Resembling {
  text: string;
  /** The category's name, if one has been chosen. */
  category?: string | null;
  /** Numeric id of the community; without it all of the actor's. */
  community?: number | null;
}

/** Beyond this nobody reads, and what matters has been said. */
const READ = 1000;
const PAIRS = 200;

/** Share of what the text says, each pair weighed by how rare it is, that a case must have in common with it. */
const ENOUGH = 0.2;
/** The same category is worth this much of it. */
const SAME_CATEGORY = 0.1;
/** Fewer pairs in common are chance. */
const FEWEST = 2;

/** What a pair says about a case: the rarer in the library, the more. */
const weight = (frequency: number, total: number): number => Math.log(1 + (total + 1) / (frequency + 1));

/** Pairs of everyday speech, which say nothing of the matter. */
const EMPTY = new Set(
  '业主 物业 我们 他们 没有 一直 已经 要求 希望 反映 投诉 处理 问题 多次 今天 昨天 现在 每天 时候 这个 那个 还是 什么 怎么 可以 不能 需要 家里 小区 尽快 解决 有人 来电 表示 情况 进行 工作 人员 作人'.split(
    ' '
  )
);

/** Published cases that resemble it, the likest first; none rather than far-fetched ones. */
export const similarStudies = async (
  kernel: Kernel,
  actor: Actor,
  { text, category, community }: Resembling,
  limit = 3
): Promise<StudyHint[]> => {
  const pairs = [...new Set(termsIn(text.slice(0, READ)))]
    .filter((term) => [...term].length > 1 && !EMPTY.has(term))
    .slice(0, PAIRS);
  if (pairs.length < FEWEST) return [];
  const { shared, frequency, total } = await sharing(kernel, actor, pairs, community);
  // What no case has says nothing about how close the nearest is: it is left out of the whole.
  const whole = pairs.reduce((sum, pair) => sum + (frequency.has(pair) ? weight(frequency.get(pair)!, total) : 0.5), 0);
  const candidates = [...shared].filter(([, terms]) => terms.length >= FEWEST);
  const studies = await studiesByIds(
    kernel,
    candidates.map(([id]) => id)
  );
  return studies
    .map((study) => {
      const common = shared.get(study.id)!.reduce((sum, pair) => sum + weight(frequency.get(pair)!, total), 0);
      const bonus = category && study.categoryName === category ? SAME_CATEGORY : 0;
      return { study, likeness: common / whole + bonus };
    })
    .filter(({ likeness }) => likeness >= ENOUGH)
    .sort((one, other) => other.likeness - one.likeness || other.study.id - one.study.id)
    .slice(0, limit)
    .map(({ study }) => ({
      documentId: study.documentId,
      number: study.number,
      title: study.title,
      lesson: study.lesson ?? '',
      tags: study.tags ?? [],
    }));
};
