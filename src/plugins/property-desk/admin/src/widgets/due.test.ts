import type { Desk } from '../../../contracts';
import { dueToday } from './due';

const desk = (...due: string[]) =>
  ({
    owed: due.map((dueAt) => ({ dueAt })),
    now: '2026-11-28T04:30:00.000Z',
    timeZone: 'Asia/Shanghai',
  }) as unknown as Desk;

it.each([
  ['what is past due', '2026-11-28T04:29:59.000Z', 0],
  ['what is due now', '2026-11-28T04:30:00.000Z', 1],
  ['the last instant of the office’s day', '2026-11-28T15:59:59.999Z', 1],
  ['half past midnight in Shanghai', '2026-11-28T16:30:00.000Z', 0],
])('%s', (_name, dueAt, count) => expect(dueToday(desk(dueAt))).toBe(count));

it('counts each line', () =>
  expect(dueToday(desk('2026-11-28T05:00:00.000Z', '2026-11-28T06:00:00.000Z', '2026-11-29T06:00:00.000Z'))).toBe(2));
