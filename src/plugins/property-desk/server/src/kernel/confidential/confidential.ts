import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { invalid, notFound } from '../errors';
import type { Clock } from '../clock/clock';
import type { Rows } from '../storage/rows';
import { createAccessLog, type AccessEntry, type Reader } from './access-log';
import { installGuard } from './guard';
import { sealedPrefix, type Keyring } from './keyring';
import type { Witness } from './reach';
import { createRotation } from './rotate';
import { createVault, type ConfidentialFields } from './vault';

export { ACCESS_LOG_UID, type AccessEntry, type Reader } from './access-log';
export { parseKeyring, SealBroken, type Keyring } from './keyring';
export type { ConfidentialKind } from './kinds';
export type { Rotated } from './rotate';
export type { ConfidentialFields } from './vault';

/** What somebody asks to see, and why. Whether they may is the caller's to check, the record's community included. */
export interface Reveal {
  uid: string;
  documentId: string;
  field: string;
  reason: unknown;
  actor: Reader;
  /** Numeric id of the record's community, for the log. */
  community?: number | null;
  at?: Date;
}

/** Shortest reason that says anything: two Chinese characters. */
const SHORTEST_REASON = 2;
const LONGEST_REASON = 500;

/**
 * Confidential attributes: encrypted at rest, found by keyed hash, masked in every answer, revealed one at a time with
 * a reason, each look on the log (Personal Information Protection Law). `fields` says which, by uid.
 */
export const createConfidential = (parts: {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  keyring: Keyring;
  fields: Record<string, ConfidentialFields>;
}) => {
  const { strapi, rows, clock, keyring, fields } = parts;
  const vault = createVault(keyring, fields);
  const accessLog = createAccessLog(rows);

  return {
    ...vault,
    keyring,

    /** Re-encrypts what is under older keys; see the rotation's own words. */
    rotate: createRotation({ strapi, rows, keyring, vault, fields }),

    /** How many values are sealed with a key. */
    async countUnder(keyId: string): Promise<number> {
      let under = 0;
      for (const [uid, attributes] of Object.entries(fields))
        for (const field of Object.keys(attributes)) {
          const [{ count }] = await strapi.db
            .connection(rows.table(uid).name)
            .where(rows.column(uid, field), 'like', `${sealedPrefix(keyId)}%`)
            .count({ count: '*' });
          under += Number(count);
        }
      return under;
    },

    /** Guards Strapi's own writes and reads; call once in bootstrap. Returns a function that takes the guard away. */
    guard: (witness?: () => Witness | undefined): (() => void) => installGuard(strapi, vault, fields, witness),

    /**
     * The plain value of one attribute of one record (null where it is empty); the look is logged in the same
     * transaction, so that nothing is shown that the log does not hold.
     * @throws ValidationError naming `reason` or `field`; NotFoundError for an unknown record; SealBroken under a lost key
     */
    async reveal({
      uid,
      documentId,
      field,
      reason,
      actor,
      community,
      at = clock.now(),
    }: Reveal): Promise<string | null> {
      const attributes = vault.confidentialIn(uid);
      if (!Object.hasOwn(attributes, field)) throw invalid('field', 'error.unknownField');
      const why = typeof reason === 'string' ? reason.trim() : '';
      if ([...why].length < SHORTEST_REASON) throw invalid('reason', 'error.reasonMissing');
      if (why.length > LONGEST_REASON) throw invalid('reason', 'error.reasonTooLong', { max: LONGEST_REASON });

      return strapi.db.transaction(async ({ trx }) => {
        const row = await rows.first(trx, uid, { documentId });
        if (!row) throw notFound();
        const plain = vault.open(uid, documentId, field, row[field]);
        const entry = {
          kind: 'reveal' as const,
          recordType: uid,
          recordDocumentId: documentId,
          field,
          reason: why,
          actor,
          community,
        };
        await accessLog.write(trx, [entry], at, plain === null ? [] : [{ kind: attributes[field].kind, plain }]);
        return plain;
      });
    },

    /** Logs looks that are not reveals (prints, files, exports), in the caller's transaction. */
    log: (trx: Knex.Transaction, entries: AccessEntry[], at: Date = clock.now()): Promise<void> =>
      accessLog.write(trx, entries, at),

    /** Ids of the records whose attribute equals a value, however it was typed. Inside a transaction pass its `trx`. */
    async find(uid: string, field: string, plain: string, connection: Knex = strapi.db.connection): Promise<number[]> {
      const attribute = vault.confidentialIn(uid)[field];
      if (!attribute?.hash) throw new Error(`${uid}.${field} cannot be looked up: it has no hash`);
      const found: { id: number | string }[] = await connection(rows.table(uid).name)
        .select('id')
        .where(rows.column(uid, attribute.hash), vault.hash(attribute.kind, plain));
      return found.map(({ id }) => Number(id));
    },
  };
};

export type Confidential = ReturnType<typeof createConfidential>;
