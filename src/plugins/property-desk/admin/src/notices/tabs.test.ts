import { addressOf, filtersOf, isNarrowed, viewIn } from './tabs';

const view = (search: string) => viewIn(new URLSearchParams(search));

test('an address without anything shows what is out', () => {
  expect(view('')).toEqual({ tab: 'published', kind: null, community: null, q: '' });
  expect(addressOf(view('')).toString()).toBe('');
  expect(isNarrowed(view('tab=draft'))).toBe(false);
});

test('what is no view is left aside; the rest comes back as it was', () => {
  expect(view('tab=x&kind=y&community=').tab).toBe('published');
  const search = 'tab=submitted&kind=outage&community=abc&q=%E5%81%9C%E6%B0%B4';
  expect(addressOf(view(search)).toString()).toBe(search);
  expect(isNarrowed(view(search))).toBe(true);
});

test('what has ended is three states', () => {
  expect(filtersOf(view('tab=ended&q=+'))).toEqual({ state: 'withdrawn,expired,discarded' });
  expect(filtersOf(view('tab=draft&kind=payment'))).toEqual({ state: 'draft', kind: 'payment' });
});
