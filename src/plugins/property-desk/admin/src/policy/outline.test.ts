import type { PolicyArticle, PolicyText } from '../../../contracts';
import {
  articleInHash,
  articlesIn,
  closeGap,
  draftOf,
  inputOfArticle,
  isEmptyBody,
  newAfter,
  plainLines,
  roomFor,
  rulesOf,
  strayRules,
} from './outline';

const body = [{ type: 'paragraph', children: [{ type: 'text', text: '文字' }] }];
const article = (number: number, chapter: number): PolicyArticle => ({
  documentId: `a${number}`,
  number,
  chapter,
  chapterTitle: `章${chapter}`,
  title: null,
  body,
});
const chapters: PolicyText['chapters'] = [
  { number: 1, title: '章1', articles: [article(1, 1), article(2, 1)] },
  { number: 2, title: '章2', articles: [article(3, 2), article(5, 2)] },
];

test('a new article stands behind its neighbour, in the same chapter', () => {
  expect(newAfter(chapters, 3)).toMatchObject({ number: 4, chapter: 2, chapterTitle: '章2' });
  expect(newAfter(chapters, 0)).toMatchObject({ number: 1, chapter: 1 });
  expect(newAfter([], 0)).toMatchObject({ number: 1, chapter: 1, chapterTitle: '' });
});

test('makes room only as far as numbers are taken, the last first', () => {
  const moves = (number: number) => roomFor(chapters, number).map(({ article: { number: from }, to }) => [from, to]);
  expect(moves(2)).toEqual([
    [3, 4],
    [2, 3],
  ]);
  expect(moves(4)).toEqual([]);
  expect(moves(5)).toEqual([[5, 6]]);
});

test('closes the gap that an article leaves, the next first', () => {
  expect(closeGap(chapters, 2).map(({ article: { number }, to }) => [number, to])).toEqual([
    [3, 2],
    [5, 4],
  ]);
});

test('sends what the form holds, with the number that the article had', () => {
  expect(inputOfArticle({ ...draftOf(article(3, 2)), number: 4, title: ' 报修 ' }, 3)).toEqual({
    number: 4,
    chapter: 2,
    chapterTitle: '章2',
    title: '报修',
    body,
    was: 3,
  });
  expect(inputOfArticle(newAfter(chapters, 5), null)).not.toHaveProperty('was');
});

test('finds the rules of an article, and those of none', () => {
  const rules = [1, 4].map((number) => ({ documentId: `r${number}`, key: `k${number}`, value: 1, article: number }));
  expect(rulesOf(rules, 1).map(({ key }) => key)).toEqual(['k1']);
  expect(strayRules(rules, chapters).map(({ key }) => key)).toEqual(['k4']);
});

test('reads lists and links as lines', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const list = {
    type: 'list',
    format: 'ordered',
    children: [
      { type: 'list-item', children: [text('甲')] },
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('乙')] }] },
    ],
  };
  const link = { type: 'paragraph', children: [text('见'), { type: 'link', url: '/', children: [text('此处')] }] };
  expect(plainLines([link, list])).toEqual(['见此处', '甲', '乙']);
  expect(isEmptyBody([{ type: 'paragraph', children: [text(' ')] }])).toBe(true);
  expect(isEmptyBody([list])).toBe(false);
});

test('orders articles by number and reads the one that an address names', () => {
  expect(articlesIn([...chapters].reverse()).map(({ number }) => number)).toEqual([1, 2, 3, 5]);
  expect(['#article-9', '#article-x', ''].map(articleInHash)).toEqual([9, null, null]);
});
