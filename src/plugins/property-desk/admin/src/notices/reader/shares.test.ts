import { partsOf, percentOf } from './shares';

test.each([
  [0, 0, 0],
  [1, 3, 33],
  [999, 1000, 99],
  [1000, 1000, 100],
  [5, 4, 100],
])('%i of %i is %i percent', (some, all, percent) => expect(percentOf(some, all)).toBe(percent));

test('a bar shows what there is, and a little of what is little', () => {
  expect(partsOf({ done: 3, waiting: 0, failed: 1 }, 4)).toEqual([
    { name: 'done', percent: 75 },
    { name: 'failed', percent: 25 },
  ]);
  expect(partsOf({ done: 1 }, 1000)).toEqual([{ name: 'done', percent: 1 }]);
  expect(partsOf({ done: 1 }, 0)).toEqual([]);
});
