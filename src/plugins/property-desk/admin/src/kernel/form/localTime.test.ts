import { fromLocal, quickTimes, toLocal } from './localTime';

test('a moment goes to the control and back to the minute', () => {
  const iso = '2026-11-23T06:05:00.000Z';
  expect(fromLocal(toLocal(iso))).toBe(iso);
});

test('what is no moment stays empty', () => {
  expect(toLocal(null)).toBe('');
  expect(toLocal('soon')).toBe('');
  expect(fromLocal('')).toBeNull();
  expect(fromLocal('2026-11')).not.toBe('2026-11');
});

test('quick times lie ahead, on round minutes', () => {
  const now = new Date(2026, 10, 23, 19, 2, 11).getTime();
  const times = quickTimes(now);
  expect(times.map(({ key }) => key)).toEqual(['in30', 'in120', 'tomorrow10', 'tomorrow15']);
  for (const { iso } of times) {
    expect(Date.parse(iso)).toBeGreaterThan(now);
    expect(new Date(iso).getMinutes() % 5).toBe(0);
  }
});
