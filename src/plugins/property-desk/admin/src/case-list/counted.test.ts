import { countedIn } from './counted';

it.each([
  [{}, []],
  [{ state: 'all', from: '2026-11-01', to: '2026-11-28', community: 'c1' }, []],
  [{ by: 'registered' }, []],
  [{ by: 'done', verdict: 'satisfied' }, ['by done', 'verdict verdict']],
  [{ hour: '9', state: 'all' }, ['hour hour']],
  [{ severity: 'none', category: 'none' }, ['severity none', 'category none']],
])('of %j it names %j', (filters, named) =>
  expect(countedIn(filters as Record<string, string>).map(({ name, what }) => `${name} ${what}`)).toEqual(named)
);
