import { monthsBack, quickDays, fromWall, quickTimes, toWall } from './officeTime';

const SHANGHAI = 'Asia/Shanghai';

test('a moment stands in the control as the clock stands at the office, wherever the computer is', () => {
  const iso = '2026-11-23T18:05:00.000Z';
  expect(toWall(iso, SHANGHAI)).toBe('2026-11-24T02:05');
  expect(toWall(iso, 'America/New_York')).toBe('2026-11-23T13:05');
  for (const zone of [SHANGHAI, 'America/New_York', undefined]) expect(fromWall(toWall(iso, zone), zone)).toBe(iso);
});

test('what is no moment stays empty', () => {
  expect(toWall(null, SHANGHAI)).toBe('');
  expect(toWall('soon', SHANGHAI)).toBe('');
  expect(fromWall('', SHANGHAI)).toBeNull();
  expect(fromWall('2026-11-31T10:00', SHANGHAI)).toBeNull();
});

test('quick times lie ahead, on round minutes, at the hours of the office', () => {
  const now = Date.parse('2026-11-23T11:02:11.000Z');
  const times = quickTimes(now, SHANGHAI);
  expect(times).toEqual([
    { key: 'in30', iso: '2026-11-23T11:35:00.000Z' },
    { key: 'in120', iso: '2026-11-23T13:05:00.000Z' },
    { key: 'tomorrow10', iso: '2026-11-24T02:00:00.000Z' },
    { key: 'tomorrow15', iso: '2026-11-24T07:00:00.000Z' },
  ]);
});

test("the months go back from the office's own, over the turn of the year", () => {
  // The last evening of December in London is the first of January in Shanghai.
  expect(monthsBack(Date.parse('2026-12-31T17:00:00Z'), 'Asia/Shanghai', 3)).toEqual(['2027-01', '2026-12', '2026-11']);
});

test('days ahead end when the office does, counted from its own day', () => {
  // The evening in London is the next morning in Shanghai.
  expect(quickDays(Date.parse('2026-11-23T17:00:00Z'), 'Asia/Shanghai')).toEqual([
    { key: 'days3', iso: '2026-11-27T10:00:00.000Z' },
    { key: 'days7', iso: '2026-12-01T10:00:00.000Z' },
    { key: 'days30', iso: '2026-12-24T10:00:00.000Z' },
  ]);
});
