import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const HOW =
  `Make one with: node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))"` +
  ' and set PROPERTY_DESK_KEYS="2026a:<that>" (newest first, older ones after a comma)' +
  ' and PROPERTY_DESK_HASH_KEY="<another>". Keep both as safe as the database: without them nothing can be read.';

/** Key ids stand in stored values and in LIKE patterns: small letters, digits, hyphens, and nothing that LIKE reads. */
const KEY_ID = /^[a-z0-9][a-z0-9-]{0,15}$/;
const SEALED = /^pdc1:([a-z0-9][a-z0-9-]{0,15}):([A-Za-z0-9_-]{38,})$/;
const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** A value was sealed with a key that is not on the ring, or it is not what was sealed for this record. */
export class SealBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SealBroken';
  }
}

/** Whether a stored value is sealed: `pdc1:<keyId>:<base64url of iv, tag and ciphertext>`. */
export const isSealed = (value: unknown): value is string => typeof value === 'string' && SEALED.test(value);

/** The start of every value sealed with a key. */
export const sealedPrefix = (keyId: string): string => `pdc1:${keyId}:`;

const refuse = (name: string, what: string): never => {
  throw new Error(`Property Desk cannot start: ${name} ${what}. ${HOW}`);
};

const readKey = (name: string, what: string, encoded: string): KeyObject => {
  const bytes = /^[A-Za-z0-9+/]{43}=$/.test(encoded) ? Buffer.from(encoded, 'base64') : null;
  return bytes?.length === 32 ? createSecretKey(bytes) : refuse(name, `${what} is not the base64 of 32 bytes`);
};

/**
 * The keys that confidential values are kept under: AES-256-GCM for values and files, HMAC-SHA256 for look-ups.
 * The first key seals, all open. Keys stay inside: the ring shows ids only, so that it can be logged without harm.
 */
export const createKeyring = (keys: [id: string, key: KeyObject][], hashKey: KeyObject) => {
  const byId = new Map(keys);
  const [[current]] = keys;

  const sealBytes = (plain: Buffer, about: string): { keyId: string; bytes: Buffer } => {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(CIPHER, byId.get(current) as KeyObject, iv);
    cipher.setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { keyId: current, bytes: Buffer.concat([iv, cipher.getAuthTag(), sealed]) };
  };

  const openBytes = (keyId: string, bytes: Buffer, about: string): Buffer => {
    const key = byId.get(keyId);
    if (!key) throw new SealBroken(`key "${keyId}" is not in PROPERTY_DESK_KEYS`);
    try {
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
    } catch {
      throw new SealBroken('the value was altered, or belongs to another record');
    }
  };

  return {
    /** Id of the key that seals. */
    current,
    /** Ids of all keys on the ring. */
    ids: [...byId.keys()],

    /** Seals bytes; `about` names the record and must be the same on opening. */
    sealBytes,

    /** Opens sealed bytes. @throws SealBroken */
    openBytes,

    /** Seals a text as `pdc1:<keyId>:…`. */
    seal(plain: string, about: string): string {
      const { keyId, bytes } = sealBytes(Buffer.from(plain), about);
      return sealedPrefix(keyId) + bytes.toString('base64url');
    },

    /** Opens a sealed text. @throws SealBroken */
    open(sealed: string, about: string): string {
      const [, keyId, body] = SEALED.exec(sealed) ?? [];
      if (!keyId) throw new SealBroken('not a sealed value');
      return openBytes(keyId, Buffer.from(body, 'base64url'), about).toString();
    },

    /** Keyed hash of a text, as 64 hexadecimal digits. */
    hash: (text: string): string => createHmac('sha256', hashKey).update(text).digest('hex'),
  };
};

export type Keyring = ReturnType<typeof createKeyring>;

/**
 * Reads the keys from the environment: `PROPERTY_DESK_KEYS="2026a:<base64>,2025a:<base64>"` and
 * `PROPERTY_DESK_HASH_KEY="<base64>"`.
 * @throws Error that says what is wrong and how to make keys: without keys nothing may start, or plain text would be stored
 */
export const parseKeyring = (env: Record<string, string | undefined>): Keyring => {
  const name = 'PROPERTY_DESK_KEYS';
  const listed = (env[name] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (listed.length === 0) refuse(name, 'is not set');

  const keys = listed.map((part, index): [string, KeyObject] => {
    // The key itself is never quoted: an error message ends in a log.
    const colon = part.indexOf(':');
    const id = colon < 0 ? '' : part.slice(0, colon);
    if (!KEY_ID.test(id)) {
      refuse(
        name,
        `entry ${index + 1} does not start with a key id (small letters, digits, hyphens; at most 16) and a colon`
      );
    }
    return [id, readKey(name, `key "${id}"`, part.slice(colon + 1))];
  });
  if (new Set(keys.map(([id]) => id)).size < keys.length) refuse(name, 'has the same key id twice');

  const hashName = 'PROPERTY_DESK_HASH_KEY';
  const encoded = (env[hashName] ?? '').trim();
  if (!encoded) refuse(hashName, 'is not set');
  const hashKey = readKey(hashName, 'it', encoded);
  if (keys.some(([, key]) => key.equals(hashKey))) refuse(hashName, `is also in ${name}; it must be a key of its own`);

  return createKeyring(keys, hashKey);
};
