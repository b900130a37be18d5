const two = (value: number) => String(value).padStart(2, '0');

/** ISO time → the value of a `datetime-local` control, in the computer's time zone, to the minute. */
export function toLocal(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The value of a `datetime-local` control → ISO time in UTC; an unfinished one gives null. */
export function fromLocal(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Times that people at the desk promise most often: soon, and at the usual hours of the days ahead. */
export function quickTimes(now: number): { key: string; iso: string }[] {
  const later = (minutes: number) => new Date(Math.ceil((now + minutes * 60_000) / 300_000) * 300_000);
  const atHour = (days: number, hour: number) => {
    const at = new Date(now);
    at.setDate(at.getDate() + days);
    at.setHours(hour, 0, 0, 0);
    return at;
  };
  return [
    { key: 'in30', at: later(30) },
    { key: 'in120', at: later(120) },
    { key: 'today18', at: atHour(0, 18) },
    { key: 'tomorrow10', at: atHour(1, 10) },
    { key: 'tomorrow15', at: atHour(1, 15) },
  ]
    .filter(({ at }) => at.getTime() > now)
    .map(({ key, at }) => ({ key, iso: at.toISOString() }));
}
