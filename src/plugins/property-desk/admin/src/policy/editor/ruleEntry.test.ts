import type { PolicyText, RulebookItem } from '../../../../contracts';
import { entriesOf, homeless, isComplete } from './ruleEntry';

const known = (key: string, article: string, value: number | string = 'PT24H'): RulebookItem => ({
  key,
  name: key,
  kind: typeof value === 'string' ? 'duration' : 'number',
  value,
  default: value,
  article,
  set: false,
  acts: [],
});
const book = new Map(
  [known('a', '9'), known('b', '9'), known('c', '12.3', 5), known('d', '10'), known('e', '40')].map((rule) => [
    rule.key,
    rule,
  ])
);
const text = {
  rules: [
    { documentId: 'r1', key: 'a', value: 'PT12H', article: 9 },
    { documentId: 'r2', key: 'd', value: 'PT2H', article: 9 },
    { documentId: 'r3', key: 'gone', value: true, article: 9 },
  ],
  chapters: [
    {
      number: 1,
      title: '章',
      articles: [9, 10, 12].map((number) => ({
        documentId: `a${number}`,
        chapter: 1,
        chapterTitle: '章',
        number,
        title: null,
        body: [],
      })),
    },
  ],
} as unknown as PolicyText;

test('an article shows what it sets, and what it leaves to the default', () => {
  expect(entriesOf(text, book, 9)).toEqual([
    { key: 'a', article: 9, kind: 'duration', set: 'PT12H', default: 'PT24H' },
    { key: 'd', article: 9, kind: 'duration', set: 'PT2H', default: 'PT24H' },
    { key: 'gone', article: 9, kind: 'switch', set: true, default: null },
    { key: 'b', article: 9, kind: 'duration', set: null, default: 'PT24H' },
  ]);
  expect(entriesOf(text, book, 12).map(({ key }) => key)).toEqual(['c']);
  expect(entriesOf(text, book, 10)).toEqual([]);
});

test('no rule is out of reach', () => {
  expect(homeless(text, book).map(({ key }) => key)).toEqual(['e']);
});

test.each([
  ['duration', 'PT1H', true],
  ['duration', '', false],
  ['number', 0, true],
  ['number', -1, false],
  ['percentage', 101, false],
  ['percentage', 98, true],
  ['switch', false, true],
  ['number', null, false],
] as const)('%s %j is complete: %s', (kind, value, complete) => {
  expect(isComplete(kind, value)).toBe(complete);
});
