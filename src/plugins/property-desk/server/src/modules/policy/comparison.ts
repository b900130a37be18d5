import type { PolicyComparison, Ref } from '../../../../contracts';
import { linesOf } from './blocks';
import type { ArticleContent, PolicyContent, PolicyRow, RuleContent } from './row';

/** An article as plain lines: chapter, heading, text. */
const plain = ({ chapter, chapterTitle, title, body }: ArticleContent): string =>
  [`${chapter} ${chapterTitle}`, ...(title ? [title] : []), ...linesOf(body)].join('\n');

const refOf = ({ documentId, number }: PolicyRow): Ref => ({ documentId, name: number });

const sortedUnion = <T extends string | number>(one: T[], other: T[]): T[] =>
  [...new Set([...one, ...other])].sort((a, b) => (a < b ? -1 : 1));

/** What one version changes in another, article by article and rule by rule. */
export const comparisonOf = (
  from: { row: PolicyRow; content: PolicyContent } | null,
  to: { row: PolicyRow; content: PolicyContent }
): PolicyComparison => {
  const lines = ({ articles }: PolicyContent) =>
    new Map(articles.map((article) => [article.number, plain(article)] as const));
  const before = lines(from?.content ?? { articles: [], rules: [] });
  const after = lines(to.content);
  const values = (rules: RuleContent[]) => new Map(rules.map(({ key, value }) => [key, value] as const));
  const old = values(from?.content.rules ?? []);
  const now = values(to.content.rules);
  return {
    from: from ? refOf(from.row) : null,
    to: refOf(to.row),
    articles: sortedUnion([...before.keys()], [...after.keys()]).map((number) => {
      const [was, is] = [before.get(number) ?? null, after.get(number) ?? null];
      const change = was === null ? 'added' : is === null ? 'removed' : was === is ? 'same' : 'changed';
      return { number, change, before: was, after: is };
    }),
    rules: sortedUnion([...old.keys()], [...now.keys()])
      .filter((key) => old.get(key) !== now.get(key))
      .map((key) => ({
        key,
        change: !old.has(key) ? 'added' : !now.has(key) ? 'removed' : 'changed',
        before: old.get(key) ?? null,
        after: now.get(key) ?? null,
      })),
  };
};
