import { addressOf, filtersOf, isNarrowed, viewIn } from './view';

test.each([
  ['', { state: 'filed,disposing' }],
  ['tab=lacks-paper', { lacks: 'paper' }],
  ['tab=lacks-electronic&kind=contract', { lacks: 'electronic', kind: 'contract' }],
  ['tab=expired&year=2015', { expired: 'true', year: '2015' }],
  ['tab=nonsense&kind=novel&year=20x6&q=%20电梯%20', { state: 'filed,disposing', q: '电梯' }],
  ['tab=gone&community=c1', { state: 'withdrawn,disposed', community: 'c1' }],
])('the address %j asks for %j', (address, filters) => {
  const view = viewIn(new URLSearchParams(address));
  expect(filtersOf(view)).toEqual(filters);
  expect(filtersOf(viewIn(addressOf(view)))).toEqual(filters);
});

test('only what was chosen narrows the list', () => {
  expect(isNarrowed(viewIn(new URLSearchParams('tab=expired&q=%20')))).toBe(false);
  expect(isNarrowed(viewIn(new URLSearchParams('year=2026')))).toBe(true);
});
