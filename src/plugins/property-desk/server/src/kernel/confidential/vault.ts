import { invalid } from '../errors';
import { isSealed, SealBroken, type Keyring } from './keyring';
import { isMask, isValid, maskPlain, normalise, tidy, type ConfidentialKind } from './kinds';

/** The attributes of a content type that are kept encrypted; `hash` names the attribute that look-ups go by. */
export type ConfidentialFields = Record<string, { kind: ConfidentialKind; hash?: string }>;

/** What stands for a value that cannot be opened any more: nothing of it is shown. */
const UNREADABLE = '****';

/** Masks kept at hand: a list shows the same ones again and again, and each would have to be decrypted anew. */
const MASKS = 20_000;

const REFUSED: Record<ConfidentialKind, string> = {
  telephone: 'error.invalidTelephone',
  identityNumber: 'error.invalidIdentityNumber',
  mail: 'error.invalidMail',
  text: 'error.text',
};

/** The record that a value belongs to: a sealed value copied to another row or column does not open there. */
export const about = (uid: string, documentId: string, field: string): string => `${uid}|${documentId}|${field}`;

/** Seals, opens, masks and hashes confidential attributes; knows content types by name only and touches no database. */
export const createVault = (keyring: Keyring, fields: Record<string, ConfidentialFields>) => {
  const confidentialIn = (uid: string): ConfidentialFields => (Object.hasOwn(fields, uid) ? fields[uid] : {});

  const kindOf = (uid: string, field: string): ConfidentialKind => {
    const found = confidentialIn(uid)[field];
    if (!found) throw new Error(`${uid} has no confidential attribute "${field}"`);
    return found.kind;
  };

  const masks = new Map<string, string>();

  const hash = (kind: ConfidentialKind, plain: string): string => keyring.hash(`${kind}|${normalise(kind, plain)}`);

  const open = (uid: string, documentId: string, field: string, stored: unknown): string | null => {
    if (stored === null || stored === undefined || stored === '') return null;
    return isSealed(stored) ? keyring.open(stored, about(uid, documentId, field)) : String(stored);
  };

  const mask = (uid: string, documentId: string | undefined, field: string, stored: unknown): string | null => {
    const kind = kindOf(uid, field);
    if (stored === null || stored === undefined || stored === '') return null;
    if (!isSealed(stored)) return isMask(kind, String(stored)) ? String(stored) : maskPlain(kind, String(stored));
    if (!documentId) return UNREADABLE;
    // A sealed value never changes: sealing the same plain one again gives another.
    const key = `${about(uid, documentId, field)}|${stored}`;
    const known = masks.get(key);
    if (known !== undefined) return known;
    try {
      const shown = maskPlain(kind, open(uid, documentId, field, stored));
      if (masks.size >= MASKS) masks.delete(masks.keys().next().value as string);
      if (shown !== null) masks.set(key, shown);
      return shown;
    } catch (error) {
      // One value under a lost key must not take a whole list down; revealing it says what is wrong.
      if (error instanceof SealBroken) return UNREADABLE;
      throw error;
    }
  };

  /** What was entered as a text, checked; null where it is empty. */
  const read = (field: string, kind: ConfidentialKind, entered: unknown): string | null => {
    if (entered === null || entered === '') return null;
    if (typeof entered !== 'string' && typeof entered !== 'number') throw invalid(field, REFUSED[kind]);
    const plain = tidy(kind, String(entered));
    if (plain === '') return null;
    if (isMask(kind, plain)) throw invalid(field, 'error.maskedValue');
    if (!isValid(kind, plain)) throw invalid(field, REFUSED[kind]);
    return plain;
  };

  return {
    confidentialIn,
    isSealed,
    hash,
    maskPlain,

    /** The plain value, or null where there is none. @throws SealBroken under a lost key, or for another record's value */
    open,

    /** What may be shown of a stored value; null where there is none. */
    mask,

    /**
     * Values as they are stored: confidential attributes sealed, their hashes filled in, an empty value cleared with
     * its hash; attributes that are absent stay absent. `stored` holds what the record has now: a mask sent back
     * unchanged means "leave it" and is dropped.
     * @throws ValidationError naming the attribute, for an impossible value or a mask that is not the present one
     */
    seal(
      uid: string,
      documentId: string,
      values: Record<string, unknown>,
      stored: Record<string, unknown> = {}
    ): Record<string, unknown> {
      const written = { ...values };
      for (const [field, { kind, hash: hashField }] of Object.entries(confidentialIn(uid))) {
        // Hashes follow their value; nobody sets one.
        if (hashField) delete written[hashField];
        const entered = values[field];
        if (entered === undefined) continue;

        if (
          typeof entered === 'string' &&
          isMask(kind, entered) &&
          entered === mask(uid, documentId, field, stored[field])
        ) {
          delete written[field];
          continue;
        }
        // A value sealed for this very record (a restored backup) is opened and sealed again; any other one fails here.
        let plain: string | null;
        try {
          plain = isSealed(entered) ? open(uid, documentId, field, entered) : read(field, kind, entered);
        } catch (error) {
          throw error instanceof SealBroken ? invalid(field, REFUSED[kind]) : error;
        }
        written[field] = plain === null ? null : keyring.seal(plain, about(uid, documentId, field));
        if (hashField) written[hashField] = plain === null ? null : hash(kind, plain);
      }
      return written;
    },
  };
};

export type Vault = ReturnType<typeof createVault>;
