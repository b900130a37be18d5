import { countdownOf, spanOf, toneOf } from './reading';

const minute = 60_000;
const hour = 60 * minute;

describe('spanOf', () => {
  test.each([
    [0, { unit: 'clock', minutes: '00', seconds: '00' }],
    [59 * minute + 59_999, { unit: 'clock', minutes: '59', seconds: '59' }],
    [-(5 * minute + 7000), { unit: 'clock', minutes: '05', seconds: '07' }],
    [hour, { unit: 'hours', hours: 1, minutes: 0 }],
    [24 * hour - 1, { unit: 'hours', hours: 23, minutes: 59 }],
    [49 * hour, { unit: 'days', days: 2, hours: 1 }],
  ])('%d ms', (milliseconds, span) => {
    expect(spanOf(milliseconds)).toEqual(span);
  });
});

describe('countdownOf', () => {
  test.each([
    [60 * minute, '1:00:00'],
    [59 * minute + 59_001, '1:00:00'],
    [59 * minute + 59_000, '59:59'],
    [15 * minute, '15:00'],
    [1, '00:01'],
    [0, '00:00'],
    [-1, '00:00'],
    [-1000, '00:01'],
    [-(12 * minute + 5000), '12:05'],
    [-(25 * hour + 61_000), '25:01:01'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(countdownOf(milliseconds)).toBe(text);
  });
});

describe('toneOf', () => {
  const open = {
    dueAt: '2026-11-23T04:00:00.000Z',
    warnAt: '2026-11-23T03:45:00.000Z',
    outcome: null,
    closedAt: null,
    settledAt: null,
    brokenAt: null,
  };
  const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);

  test('runs calm, warns from warnAt, is overdue only after the due moment', () => {
    expect(toneOf(open, at('03:44:59'))).toBe('calm');
    expect(toneOf(open, at('03:45:00'))).toBe('warn');
    expect(toneOf(open, at('04:00:00'))).toBe('warn');
    expect(toneOf(open, at('04:00:01'))).toBe('overdue');
  });

  test('what the server marked broken is overdue, whatever the clock at the desk says', () => {
    expect(toneOf({ ...open, brokenAt: '2026-11-23T04:00:05.000Z' }, at('03:00:00'))).toBe('overdue');
  });

  test('a closed one keeps its outcome', () => {
    const closed = { ...open, closedAt: '2026-11-23T03:00:00.000Z' };
    expect(toneOf({ ...closed, outcome: 'kept' }, at('09:00:00'))).toBe('kept');
    expect(toneOf({ ...closed, outcome: 'broken' }, at('09:00:00'))).toBe('broken');
    expect(toneOf({ ...closed, outcome: 'renegotiated' }, at('09:00:00'))).toBe('void');
  });
});
