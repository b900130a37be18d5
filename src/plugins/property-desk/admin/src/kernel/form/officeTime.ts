import { DateTime } from 'luxon';

/** ISO time → the value of a `datetime-local` control, as the clock stands at the office, to the minute. */
export function toWall(iso: string | null | undefined, zone: string | undefined): string {
  const at = DateTime.fromISO(iso ?? '', { zone });
  return at.isValid ? at.toFormat("yyyy-MM-dd'T'HH:mm") : '';
}

/** The value of a `datetime-local` control, read as the office's clock → ISO time in UTC; an unfinished one gives null. */
export function fromWall(wall: string, zone: string | undefined): string | null {
  return DateTime.fromISO(wall, { zone }).toUTC().toISO();
}

/** Times for what takes days rather than hours: the end of a working day some days ahead. */
export const quickDays = (now: number, zone: string | undefined): { key: string; iso: string }[] =>
  [3, 7, 30].map((days) => ({
    key: `days${days}`,
    iso: DateTime.fromMillis(now, { zone }).startOf('day').plus({ days }).set({ hour: 18 }).toJSDate().toISOString(),
  }));

/** The months of the office up to now, `2026-11`, the latest first. */
export function monthsBack(now: number, zone: string | undefined, count: number): string[] {
  const first = DateTime.fromMillis(now, { zone }).startOf('month');
  return Array.from({ length: count }, (_, months) => first.minus({ months }).toFormat('yyyy-MM'));
}

const FIVE_MINUTES = 300_000;

/** Times that people at the desk promise most often: soon, and at the usual hours of the days ahead. */
export function quickTimes(now: number, zone: string | undefined): { key: string; iso: string }[] {
  const later = (minutes: number) =>
    DateTime.fromMillis(Math.ceil((now + minutes * 60_000) / FIVE_MINUTES) * FIVE_MINUTES);
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const atHour = (days: number, hour: number) => today.plus({ days }).set({ hour });
  return [
    { key: 'in30', at: later(30) },
    { key: 'in120', at: later(120) },
    { key: 'today18', at: atHour(0, 18) },
    { key: 'tomorrow10', at: atHour(1, 10) },
    { key: 'tomorrow15', at: atHour(1, 15) },
  ]
    .filter(({ at }) => at.toMillis() > now)
    .map(({ key, at }) => ({ key, iso: at.toJSDate().toISOString() }));
}
