const MINUTE = 60_000;

/** This many minutes after an instant. */
export const later = (at, minutes) => new Date(at.getTime() + minutes * MINUTE);

/** Hours in minutes. */
export const hours = (count) => count * 60;

/** An instant of the same day (`days` later) at an hour of the office's clock, e.g. 8.5. */
export const atHour = (clock, at, hour, days = 0) => later(clock.startOfDay(later(at, hours(24 * days))), hours(hour));

/** The instant itself if it lies in the hours of work, else soon after they begin again. */
export function inHours(clock, at, dice, from = 8.6, to = 17.8) {
  if (at < atHour(clock, at, from)) return later(atHour(clock, at, from), dice.between(1, 25));
  if (at > atHour(clock, at, to)) return later(atHour(clock, at, from, 1), dice.between(1, 25));
  return at;
}

/** To the half hour before, as people promise. */
export const halfHour = (at) => new Date(Math.floor(at.getTime() / (30 * MINUTE)) * 30 * MINUTE);
