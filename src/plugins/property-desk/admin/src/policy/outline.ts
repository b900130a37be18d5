import type { BlockNode, Blocks, PolicyArticle, PolicyRule, PolicyText } from '../../../contracts';

type Chapters = PolicyText['chapters'];

/** What the form of an article holds; `was` is the number that it had, none for a new one. */
export interface ArticleDraft {
  number: number;
  chapter: number;
  chapterTitle: string;
  title: string;
  body: Blocks;
}

/** Every article in the order of its number. */
export const articlesIn = (chapters: Chapters): PolicyArticle[] =>
  chapters.flatMap(({ articles }) => articles).sort((a, b) => a.number - b.number);

/** An empty text, as the editor begins it. */
export const EMPTY_BODY: Blocks = [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];

/** The form of an article that is there. */
export const draftOf = ({ number, chapter, chapterTitle, title, body }: PolicyArticle): ArticleDraft => ({
  number,
  chapter,
  chapterTitle,
  title: title ?? '',
  body,
});

/** The form of a new article behind `after` (0: in front of all), in the same chapter. */
export function newAfter(chapters: Chapters, after: number): ArticleDraft {
  const articles = articlesIn(chapters);
  const before = articles.filter(({ number }) => number <= after).at(-1) ?? articles[0];
  return {
    number: after + 1,
    chapter: before?.chapter ?? 1,
    chapterTitle: before?.chapterTitle ?? '',
    title: '',
    body: EMPTY_BODY,
  };
}

/** What an action of the policy takes for an article. */
export const inputOfArticle = (
  { number, chapter, chapterTitle, title, body }: ArticleDraft,
  was: number | null
): Record<string, unknown> => ({
  number,
  chapter,
  chapterTitle: chapterTitle.trim(),
  ...(title.trim() ? { title: title.trim() } : {}),
  body,
  ...(was === null ? {} : { was }),
});

/** Renumberings that make room for a new article `number`: the last one first, so that no number is there twice. */
export const roomFor = (chapters: Chapters, number: number): { article: PolicyArticle; to: number }[] => {
  const moved: { article: PolicyArticle; to: number }[] = [];
  let taken = number;
  for (const article of articlesIn(chapters)) {
    if (article.number !== taken) continue;
    taken += 1;
    moved.unshift({ article, to: taken });
  }
  return moved;
};

/** Renumberings that close the gap that `number` leaves: the next one first. */
export const closeGap = (chapters: Chapters, number: number): { article: PolicyArticle; to: number }[] =>
  articlesIn(chapters)
    .filter((article) => article.number > number)
    .map((article) => ({ article, to: article.number - 1 }));

/** The rules that belong to an article. */
export const rulesOf = (rules: PolicyRule[], number: number): PolicyRule[] =>
  rules.filter(({ article }) => article === number);

/** Rules of articles that the text does not have. */
export const strayRules = (rules: PolicyRule[], chapters: Chapters): PolicyRule[] => {
  const numbers = new Set(articlesIn(chapters).map(({ number }) => number));
  return rules.filter(({ article }) => !numbers.has(article));
};

const linesOf = (node: BlockNode): string[] => {
  const children = Array.isArray(node.children) ? (node.children as BlockNode[]) : [];
  if (children.some(({ type }) => type === 'list-item' || type === 'list')) return children.flatMap(linesOf);
  const inline = (child: BlockNode): string =>
    typeof child.text === 'string'
      ? child.text
      : Array.isArray(child.children)
        ? (child.children as BlockNode[]).map(inline).join('')
        : '';
  return [children.map(inline).join('')];
};

/** A text as plain lines, for what only compares or searches it. */
export const plainLines = (body: Blocks): string[] => body.flatMap(linesOf);

/** Whether a text says anything. */
export const isEmptyBody = (body: Blocks): boolean =>
  body.every((node) => node.type !== 'image' && linesOf(node).join('').trim() === '');

/** Where an article stands on the page. */
export const anchorOf = (number: number): string => `article-${number}`;

/** The number of the article that an address points at (`#article-9`), null where it points at none. */
export const articleInHash = (hash: string): number | null => Number(/^#article-(\d+)$/.exec(hash)?.[1] ?? 0) || null;
