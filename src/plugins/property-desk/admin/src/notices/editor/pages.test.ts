import { pageStarts } from './pages';

const lines = (count: number, height = 10) =>
  Array.from({ length: count }, (_, index) => ({ top: index * height, bottom: (index + 1) * height }));

test('22 lines fill a page, the 23rd starts the next', () => {
  expect(pageStarts(lines(22), 220)).toEqual([0]);
  expect(pageStarts(lines(23), 220)).toEqual([0, 220]);
  expect(pageStarts(lines(50), 220)).toEqual([0, 220, 440]);
});

test('a line that does not fit goes over whole; pieces side by side stay together', () => {
  expect(pageStarts([...lines(21), { top: 210, bottom: 235 }], 220)).toEqual([0, 210]);
  expect(
    pageStarts(
      [
        { top: 0, bottom: 10 },
        { top: 0, bottom: 10 },
      ],
      220
    )
  ).toEqual([0]);
});

test('nothing is one page; what is higher than a page does not go on for ever', () => {
  expect(pageStarts([], 220)).toEqual([0]);
  expect(
    pageStarts(
      [
        { top: 0, bottom: 900 },
        { top: 900, bottom: 910 },
      ],
      220
    )
  ).toEqual([0, 900]);
});
