import type { ComplianceArticle } from '../../../contracts';
import { chaptersOf, trendOf } from './chapters';

const article = (number: number, chapter: string, kept: number, broken: number): ComplianceArticle =>
  ({ number, chapter, kept, broken, open: 1 }) as ComplianceArticle;

it('adds articles up by chapter', () => {
  const chapters = chaptersOf([article(1, '一', 0, 0), article(2, '一', 3, 1), article(3, '二', 5, 0)]);
  expect(chapters.map(({ name, kept, broken, open }) => [name, kept, broken, open])).toEqual([
    ['一', 3, 1, 2],
    ['二', 5, 0, 1],
  ]);
});

it('shows empty weeks between others, of one article or of all', () => {
  const weeks = [
    { week: '2026-11-02', article: 9, kept: 1, broken: 0 },
    { week: '2026-11-02', article: 10, kept: 2, broken: 1 },
    { week: '2026-11-16', article: 9, kept: 0, broken: 4 },
  ];
  expect(trendOf(weeks)).toEqual([
    { week: '2026-11-02', kept: 3, broken: 1 },
    { week: '2026-11-09', kept: 0, broken: 0 },
    { week: '2026-11-16', kept: 0, broken: 4 },
  ]);
  expect(trendOf(weeks, 10)).toEqual([{ week: '2026-11-02', kept: 2, broken: 1 }]);
  expect(trendOf([])).toEqual([]);
});
