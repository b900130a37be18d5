import { standingIn, trailFrom, type Trail } from './trail';

const trail: Trail = { back: '/tickets?state=accepted', word: 'list.title.tickets', links: ['/a', '/b', '/c'] };

test.each([
  ['/a', { before: null, after: '/b', at: 1, of: 3 }],
  ['/b', { before: '/a', after: '/c', at: 2, of: 3 }],
  ['/c', { before: '/b', after: null, at: 3, of: 3 }],
  ['/d', null],
])('%s stands in its list', (path, standing) => {
  expect(standingIn(trail, path)).toEqual(standing);
});

test('without a list nothing stands in one', () => {
  expect(standingIn(null, '/a')).toBeNull();
});

test.each([
  [JSON.stringify(trail), trail],
  [JSON.stringify({ ...trail, links: ['/a', 3] }), { ...trail, links: ['/a'] }],
  [JSON.stringify({ links: ['/a'] }), null],
  ['{', null],
  ['7', null],
  [null, null],
])('%s was kept', (text, read) => {
  expect(trailFrom(text)).toEqual(read);
});
