import { goesRound, mayAppoint, organisationOf } from './organisation';

const posts = (lines: Record<string, string | null>) =>
  Object.entries(lines).map(([documentId, reportsTo]) => ({ documentId, reportsTo }));
const CHAIN = posts({ a: null, b: 'a', c: 'b', d: 'a' });

test.each([
  ['a', null, false],
  ['a', 'a', true],
  ['a', 'b', true],
  ['a', 'c', true],
  ['b', 'd', false],
  ['c', 'a', false],
  ['d', 'c', false],
  ['a', 'gone', false],
])('%s under %s goes round: %s', (post, above, round) => {
  expect(goesRound(CHAIN, post, above)).toBe(round);
});

test('a circle that was there already ends', () => {
  expect(goesRound(posts({ a: null, x: 'y', y: 'x' }), 'a', 'x')).toBe(false);
});

test.each([
  ['who reports to nobody stands on top', CHAIN, ['a(b(c)d)']],
  ['a superior that is not there leaves nobody out', posts({ a: 'gone', b: 'a' }), ['a(b)']],
  ['neither does a circle', posts({ a: null, x: 'y', y: 'x' }), ['a', 'x(y)']],
  ['nothing', [], []],
])('%s', (_what, given, drawn) => {
  interface Drawn {
    post: { documentId: string };
    below: Drawn[];
  }
  const said = ({ post, below }: Drawn): string =>
    post.documentId + (below.length ? `(${below.map(said).join('')})` : '');
  expect(organisationOf(given).map(said)).toEqual(drawn);
});

test.each([
  ['manager', 'manager', true],
  ['manager', 'engineer', true],
  ['supervisor', 'manager', false],
  ['supervisor', 'supervisor', true],
  ['supervisor', 'receptionist', true],
  ['specialist', 'supervisor', false],
  ['engineer', 'receptionist', true],
  [null, 'engineer', false],
])('%s appoints %s: %s', (own, role, may) => {
  expect(mayAppoint(own, role)).toBe(may);
});
