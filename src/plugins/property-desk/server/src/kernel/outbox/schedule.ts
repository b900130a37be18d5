/** How long after a failed try the next one comes, in milliseconds: seven pauses between eight tries, a day in all. */
export const PAUSES = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * 60_000);

/** After so many tries a message is dead until somebody asks for another round. */
export const MAX_TRIES = PAUSES.length + 1;

/** How long a claim holds without being renewed, in milliseconds; after a kill the message is due again this much later. */
export const LEASE = 2 * 60_000;

/** How often a claim is renewed while its message is on the wire: three chances within a lease. */
export const RENEWAL = LEASE / 4;

/** The instant of the next try after `tries` have failed, or null when there is none. */
export const nextTry = (tries: number, at: Date): Date | null =>
  tries >= MAX_TRIES ? null : new Date(at.getTime() + PAUSES[Math.max(tries, 1) - 1]);
