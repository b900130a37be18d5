import { randomBytes } from 'node:crypto';

const key = (bytes) => () => randomBytes(bytes).toString('base64');

/** How each secret that the host and the plugin demand is made. */
export const SECRETS = {
  APP_KEYS: () => [key(24)(), key(24)()].join(','),
  API_TOKEN_SALT: key(24),
  ADMIN_JWT_SECRET: key(32),
  TRANSFER_TOKEN_SALT: key(24),
  JWT_SECRET: key(32),
  ENCRYPTION_KEY: key(32),
  PROPERTY_DESK_KEYS: () => `k1:${key(32)()}`,
  PROPERTY_DESK_HASH_KEY: key(32),
};

/** A fresh set of all secrets. */
export const newSecrets = () => Object.fromEntries(Object.entries(SECRETS).map(([name, make]) => [name, make()]));
