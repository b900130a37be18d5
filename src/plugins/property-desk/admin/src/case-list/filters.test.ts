import { filtersIn, narrowed } from './filters';
import { LISTS } from './lists';

const complaints = LISTS.find(({ plural }) => plural === 'complaints')!;

test('an address narrows a list by what the list knows', () => {
  expect(filtersIn('severity=urgent&overdue=true&household=h1&page=3&state=', complaints)).toEqual({
    severity: 'urgent',
    overdue: 'true',
    household: 'h1',
  });
});

test('a filter is set, and taken away again', () => {
  const urgent = narrowed({ kind: 'complaint' }, 'severity', 'urgent');
  expect(urgent).toEqual({ kind: 'complaint', severity: 'urgent' });
  expect(narrowed(urgent, 'severity', null)).toEqual({ kind: 'complaint' });
});

test('another community lets go of its people', () => {
  expect(narrowed({ community: 'c1', handler: 's1', kind: 'praise' }, 'community', 'c2', ['handler'])).toEqual({
    community: 'c2',
    kind: 'praise',
  });
});

test('no list names a filter twice, and every list can be told apart', () => {
  expect(new Set(LISTS.map(({ plural }) => plural)).size).toBe(LISTS.length);
  for (const { filters } of LISTS) expect(new Set(filters.map(({ name }) => name)).size).toBe(filters.length);
});
