import type { RulebookItem } from '../../../contracts';
import { byArticle, foundIn } from './looking';

const rule = (key: string, article: string, set = false): RulebookItem => ({
  key,
  name: `名称${key}`,
  kind: 'number',
  value: 1,
  default: 1,
  article,
  set,
  acts: [],
});
const rules = [rule('ticket.a', '9', true), rule('loan.b', '12.3'), rule('policy.c', '5'), rule('ticket.d', '9')];
const keys = (found: RulebookItem[]) => found.map(({ key }) => key);

test('finds by key, name and what is shown beside it, every word', () => {
  const say = ({ article }: RulebookItem) => [`第${article}条`];
  expect(keys(foundIn(rules, { q: 'TICKET 第9条', onlySet: false }, say))).toEqual(['ticket.a', 'ticket.d']);
  expect(keys(foundIn(rules, { q: '名称loan', onlySet: false }, say))).toEqual(['loan.b']);
  expect(keys(foundIn(rules, { q: ' ', onlySet: true }, say))).toEqual(['ticket.a']);
  expect(foundIn(rules, { q: '没有', onlySet: false }, say)).toEqual([]);
});

test('orders articles as numbers', () => {
  expect(byArticle(rules).map(({ article, rules: group }) => [article, group.length])).toEqual([
    ['5', 1],
    ['9', 2],
    ['12.3', 1],
  ]);
});
