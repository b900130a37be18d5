import type { Figures } from '../../../contracts';
import { comparedWith, hoursShown, isEmpty, pointsOf, sumOf, turnOf } from './said';

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
