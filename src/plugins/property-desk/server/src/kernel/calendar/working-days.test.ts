import { calendarFrom } from './calendar';
import { afterWorkingDays, workingDaysIn } from './working-days';

describe('workingDaysIn', () => {
  it.each([
    ['5 working days', 5],
    ['1 working day', 1],
    ['120 working days', 120],
    ['0 working days', null],
    ['-1 working days', null],
    ['1.5 working days', null],
    ['5  working days', null],
    ['5 days', null],
    ['P5D', null],
    ['', null],
    [5, null],
    [null, null],
  ])('%j → %j', (term, days) => {
    expect(workingDaysIn(term)).toBe(days);
  });
});

describe('the national calendar', () => {
  const { works } = calendarFrom([]);

  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-02-14', true, 'a Saturday that is worked for the Spring Festival'],
    ['2026-02-17', false, 'the first day of the lunar year'],
    ['2026-10-01', false, 'the National Day'],
    ['2026-10-10', true, 'a Saturday that is worked for it'],
    ['2031-06-02', true, 'a Monday of a year that nobody has announced'],
    ['2031-06-01', false, 'a Sunday of that year'],
  ])('%s: %s (%s)', (day, working) => {
    expect(works(day)).toBe(working);
  });
});

describe('what the office has entered', () => {
  const calendar = calendarFrom([
    { date: '2026-11-24', working: false, community: 1 },
    { date: '2026-11-24', working: true, community: null },
    { date: '2026-11-25', working: true, community: null },
    { date: '2026-11-25', working: false, community: null },
    { date: '2026-11-28', working: true, community: null },
  ]);

  it.each([
    ['2026-11-24', false, 'the community’s own before one for all'],
    ['2026-11-25', false, 'the later before the earlier'],
    ['2026-11-28', true, 'a Saturday that is worked'],
    ['2026-11-26', true, 'nothing entered'],
  ])('%s: %s (%s)', (day, working) => {
    expect(calendar.works(day)).toBe(working);
  });
});

describe('afterWorkingDays', () => {
  const ZONE = 'Asia/Shanghai';
  const { works } = calendarFrom([]);
  const until = (from: string, days: number) => afterWorkingDays(new Date(from), days, ZONE, works).toISOString();

  it.each([
    ['from Monday, a day', '2026-11-23T02:00:00Z', 1, '2026-11-24T15:59:59.999Z'],
    ['from Monday, five: over the weekend', '2026-11-23T02:00:00Z', 5, '2026-11-30T15:59:59.999Z'],
    ['from Saturday, a day', '2026-11-28T02:00:00Z', 1, '2026-11-30T15:59:59.999Z'],
    ['from Friday at half past eleven at night in the office', '2026-11-27T15:30:00Z', 1, '2026-11-30T15:59:59.999Z'],
    ['half an hour later it is Saturday there', '2026-11-27T16:00:00Z', 1, '2026-11-30T15:59:59.999Z'],
    ['over the Spring Festival: the Saturday counts', '2026-02-13T02:00:00Z', 2, '2026-02-24T15:59:59.999Z'],
  ])('%s', (_when, from, days, due) => {
    expect(until(from, days)).toBe(due);
  });

  it('gives up where nobody ever works', () => {
    expect(() => afterWorkingDays(new Date(), 1, ZONE, () => false)).toThrow(/no working days/);
  });
});
