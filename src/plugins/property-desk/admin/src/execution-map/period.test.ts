import { daysIn, daysOf, presetOf } from './period';

const ZONE = 'Asia/Shanghai';
const NOW = Date.parse('2026-11-23T17:00:00Z');

it.each([
  ['month', '2026-11-01', '2026-11-24'],
  ['lastMonth', '2026-10-01', '2026-10-31'],
  ['quarter', '2026-10-01', '2026-11-24'],
  ['year', '2026-01-01', '2026-11-24'],
] as const)('%s is from %s to %s, by the office’s day', (preset, from, to) => {
  expect(daysOf(preset, NOW, ZONE)).toEqual({ from, to });
  expect(presetOf({ from, to }, NOW, ZONE)).toBe(preset);
});

it('knows what no button chose', () => {
  expect(presetOf({ from: '2026-11-02', to: '2026-11-03' }, NOW, ZONE)).toBeNull();
  expect(daysIn(new URLSearchParams('from=2026-11-02&to=2026-11-03'))).toEqual({
    from: '2026-11-02',
    to: '2026-11-03',
  });
  expect(daysIn(new URLSearchParams('from=2026-11-02&to=x'))).toBeNull();
  expect(daysIn(new URLSearchParams())).toBeNull();
});
