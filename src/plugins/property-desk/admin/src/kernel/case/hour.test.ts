import type { ObligationItem } from '../../../../contracts';
import { inUrgency, runningHour } from './hour';

const owed = (what: string, dueAt: string, rest: Partial<ObligationItem> = {}) =>
  ({ what, dueAt, warnAt: null, settledAt: null, closedAt: null, brokenAt: null, ...rest }) as ObligationItem;
const now = Date.parse('2026-11-23T08:00:00.000Z');
const hour = owed('complaint.intervene', '2026-11-23T08:40:00.000Z');

test('the hour runs until it is settled or closed; other promises are not the hour', () => {
  expect(runningHour([owed('complaint.firstReply', hour.dueAt), hour])).toBe(hour);
  expect(runningHour([{ ...hour, settledAt: '2026-11-23T08:00:00Z' }])).toBeUndefined();
  expect(runningHour([{ ...hour, closedAt: '2026-11-23T08:00:00Z' }])).toBeUndefined();
  expect(runningHour([owed('complaint.firstReply', hour.dueAt)])).toBeUndefined();
});

test('the hour stands on top, then what is overdue, then what is due soonest', () => {
  const late = owed('ticket.dispatch', '2026-11-23T05:00:00.000Z');
  const later = owed('ticket.complete', '2026-11-23T07:00:00.000Z');
  const soon = owed('ticket.accept', '2026-11-23T08:10:00.000Z');
  expect(inUrgency([soon, later, hour, late], now)).toEqual([hour, late, later, soon]);
});

test('an hour that was missed stays on top; one that is over does not', () => {
  const missed = owed('complaint.intervene', '2026-11-23T07:00:00.000Z', { brokenAt: '2026-11-23T07:00:01.000Z' });
  const late = owed('ticket.dispatch', '2026-11-23T05:00:00.000Z');
  expect(inUrgency([late, hour, missed], now)).toEqual([missed, hour, late]);
  expect(inUrgency([late, { ...hour, closedAt: '2026-11-23T07:50:00.000Z' }], now)[0]).toBe(late);
});
