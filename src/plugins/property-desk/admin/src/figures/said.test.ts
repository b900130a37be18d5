import type { Figures } from '../../../contracts';
import { comparedWith, daysInWords, hourInWords, hoursShown, isEmpty, pointsOf, sumOf, turnOf } from './said';

it.each([
  [3, 1, 'more'],
  [1, 3, 'less'],
  [2, 2, 'same'],
  [0, 0, 'same'],
  [null, 0.5, 'none'],
  [0.5, null, 'none'],
  [0.95, 0.9, 'more'],
] as const)('%j against %j is %s', (now, before, turn) => expect(turnOf(now, before)).toBe(turn));

it.each([
  [0.95, 0.9, '5'],
  [0.9, 0.9213, '2.1'],
  [1, 0.9999, '0'],
])('%d against %d are %s points', (now, before, points) => expect(pointsOf(now, before)).toBe(points));

it.each([
  [0, '凌晨0时', '12 am'],
  [5, '凌晨5时', '5 am'],
  [6, '上午6时', '6 am'],
  [9, '上午9时', '9 am'],
  [12, '中午12时', '12 pm'],
  [13, '下午1时', '1 pm'],
  [18, '晚上6时', '6 pm'],
  [23, '晚上11时', '11 pm'],
])('the hour %d is %s, %s', (hour, chinese, english) => {
  expect(hourInWords('zh-Hans', hour)).toBe(chinese);
  expect(hourInWords('en', hour)).toBe(english);
});

it.each([
  ['2026-11-28', '2026-11-28', '11月28日', 'November 28'],
  ['2026-11-01', '2026-11-28', '11月1日至28日', 'November 1 – November 28'],
  ['2026-10-27', '2026-11-02', '10月27日至11月2日', 'October 27 – November 2'],
  ['2025-12-30', '2026-01-02', '2025年12月30日至2026年1月2日', 'December 30, 2025 – January 2, 2026'],
  ['2025-12-01', '2025-12-31', '2025年12月1日至31日', 'December 1, 2025 – December 31, 2025'],
])('%s to %s are %s', (from, to, chinese, english) => {
  expect(daysInWords('zh-Hans', from, to, 2026)).toBe(chinese);
  expect(daysInWords('en', from, to, 2026)).toBe(english);
});

it.each([
  ['2026-11-28', '2026-11-28', { from: '2026-11-27', to: '2026-11-27', cut: true }, 'yesterdaySoFar'],
  ['2026-11-01', '2026-11-28', { from: '2026-10-01', to: '2026-10-28', cut: true }, 'monthSoFar'],
  ['2026-11-23', '2026-11-28', { from: '2026-11-17', to: '2026-11-22', cut: true }, 'days'],
  ['2026-10-01', '2026-10-31', { from: '2026-09-01', to: '2026-09-30', cut: false }, 'days'],
] as const)('%s to %s is compared with %j: %s', (from, to, before, compared) =>
  expect(comparedWith({ from, to, before })).toBe(compared)
);

const count = (of: number) => ({ count: of, list: null });
const day = (...busy: number[]) => Array.from({ length: 24 }, (_, hour) => count(busy.includes(hour) ? 1 : 0));

it.each([
  [[], [8, 18]],
  [
    [9, 17],
    [8, 18],
  ],
  [[0], [0, 18]],
  [
    [7, 22],
    [7, 22],
  ],
])('of the busy hours %j it draws %j', (busy, [first, last]) => {
  const shown = hoursShown([{ type: 'ticket', hours: day(...busy) }]);
  expect([shown[0], shown[shown.length - 1]]).toEqual([first, last]);
});

it('is empty only where nothing came in, was done, was owed or is open', () => {
  const nothing = {
    total: { in: 0, done: 0, before: { in: 4, done: 4 } },
    ages: [{ type: 'ticket', ages: [count(0)] }],
    onTime: { kept: count(0), broken: count(0), rate: null, before: null },
  } as unknown as Figures;
  expect(isEmpty(nothing)).toBe(true);
  expect(isEmpty({ ...nothing, ages: [{ type: 'ticket', ages: [count(1)] }] })).toBe(false);
  expect(isEmpty({ ...nothing, total: { ...nothing.total, done: 1 } })).toBe(false);
  expect(sumOf([count(2), count(3)])).toBe(5);
});
