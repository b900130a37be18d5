import { everyFor, ticksTo } from './scale';

test.each([
  [0, [0]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [17, [0, 5, 10, 15, 20]],
  [40, [0, 10, 20, 30, 40]],
  [81, [0, 50, 100]],
  [1234, [0, 500, 1000, 1500]],
])('an axis up to %p', (max, ticks) => {
  expect(ticksTo(max)).toEqual(ticks);
});

test.each([
  [4, 400, 50, 1],
  [12, 400, 50, 2],
  [52, 400, 50, 7],
  [3, 0, 50, 150],
])('of %p columns in %p pixels with names of %p every %pth is named', (count, width, name, every) => {
  expect(everyFor(count, width, name)).toBe(every);
});
