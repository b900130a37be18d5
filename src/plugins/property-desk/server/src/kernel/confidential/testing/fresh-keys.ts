import { randomBytes } from 'node:crypto';

/** A keyring environment with fresh keys under the given ids. */
export const freshKeys = (...ids: string[]) => ({
  PROPERTY_DESK_KEYS: ids.map((id) => `${id}:${randomBytes(32).toString('base64')}`).join(','),
  PROPERTY_DESK_HASH_KEY: randomBytes(32).toString('base64'),
});
