import { columnsIn, filtersIn, narrowed, sameView, shifted, unknownIn } from './address';

const KNOWN = ['state', 'community', 'handler', 'q'];

test('an address narrows a list by what the list knows; the rest is told', () => {
  expect(filtersIn('state=open&q=&page=3&columns=a', KNOWN)).toEqual({ state: 'open' });
  expect(unknownIn('state=open&page=3&colour=red&colour=blue&columns=a', KNOWN)).toEqual(['page', 'colour']);
});

test.each([
  ['set', { state: 'open' }, 'q', '漏水', { state: 'open', q: '漏水' }],
  ['taken away', { state: 'open', q: '漏水' }, 'q', null, { state: 'open' }],
  ['emptied', { q: '漏水' }, 'q', '', {}],
  [
    'another community',
    { community: 'a', handler: 's', state: 'open' },
    'community',
    'b',
    { community: 'b', state: 'open' },
  ],
])('a filter that is %s', (_name, before, name, value, after) => {
  expect(narrowed(before as never, name, value, ['handler'])).toEqual(after);
});

test.each([
  ['state=a&q=b', 'q=b&state=a', true],
  ['?state=a', 'state=a&columns=x', true],
  ['', '', true],
  ['state=a', 'state=b', false],
  ['state=a', 'state=a&overdue=true', false],
])('%s and %s are the same view: %s', (one, other, same) => {
  expect(sameView(one, other)).toBe(same);
});

test.each([
  ['none chosen', null, ['a', 'b']],
  ['chosen, in their order', ['c', 'a'], ['c', 'a']],
  ['one twice', ['a', 'a'], ['a']],
  ['one that is gone', ['gone', 'b'], ['b']],
  ['all gone', ['gone'], ['a', 'b']],
])('columns: %s', (_name, named, shown) => {
  expect(columnsIn(named, ['a', 'b', 'c'], ['a', 'b'])).toEqual(shown);
});

test.each([
  ['b', -1, ['b', 'a', 'c']],
  ['b', 1, ['a', 'c', 'b']],
  ['a', -1, ['a', 'b', 'c']],
  ['c', 1, ['a', 'b', 'c']],
  ['x', 1, ['a', 'b', 'c']],
] as const)('%s moved by %d', (column, by, order) => {
  expect(shifted(['a', 'b', 'c'], column, by)).toEqual(order);
});
