import { daysIn, daysOf, PRESETS, presetOf } from './period';

const ZONE = 'Asia/Shanghai';
const NOW = Date.parse('2026-11-23T17:00:00Z');

it.each([
  ['today', '2026-11-24', '2026-11-24'],
  ['yesterday', '2026-11-23', '2026-11-23'],
  ['month', '2026-11-01', '2026-11-24'],
  ['lastMonth', '2026-10-01', '2026-10-31'],
  ['quarter', '2026-10-01', '2026-11-24'],
  ['year', '2026-01-01', '2026-11-24'],
] as const)('%s is from %s to %s, by the office’s day', (preset, from, to) => {
  expect(daysOf(preset, NOW, ZONE)).toEqual({ from, to });
  expect(presetOf(PRESETS, { from, to }, NOW, ZONE)).toBe(preset);
});

it('begins a week on Monday', () => {
  const sunday = Date.parse('2026-11-29T15:59:00Z');
  expect(daysOf('week', sunday, ZONE)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
});

it('knows what no button chose', () => {
  expect(presetOf(PRESETS, { from: '2026-11-02', to: '2026-11-03' }, NOW, ZONE)).toBeNull();
  expect(daysIn(new URLSearchParams('from=2026-11-02&to=2026-11-03'))).toEqual({
    from: '2026-11-02',
    to: '2026-11-03',
  });
  expect(daysIn(new URLSearchParams('from=2026-11-02&to=x'))).toBeNull();
  expect(daysIn(new URLSearchParams())).toBeNull();
});
