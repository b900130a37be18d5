import type { Clock } from '../clock/clock';
import { tooMany } from '../errors';

/** Callers remembered at most; beyond, whoever came first is forgotten first. */
const REMEMBERED = 10_000;

const HOUR = 60 * 60 * 1000;

/**
 * Counts the calls of strangers, who have no account to be known by, in this process. It keeps floods out and makes
 * guessing slow; it proves nothing about who calls.
 */
export const createThrottle = (clock: Clock) => {
  const seen = new Map<string, { since: number; calls: number }>();

  return {
    /**
     * Counts one call.
     * @param key who calls what
     * @throws RateLimitError beyond `max` in an hour
     */
    count(key: string, max: number) {
      const now = clock.now().getTime();
      const known = seen.get(key);
      const entry = known && now - known.since < HOUR ? known : { since: now, calls: 0 };
      entry.calls += 1;
      seen.delete(key);
      seen.set(key, entry);
      if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value as string);
      if (entry.calls > max) throw tooMany('error.tooManyCalls');
    },
  };
};
