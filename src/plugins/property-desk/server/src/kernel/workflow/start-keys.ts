import type { Knex } from 'knex';
import type { Actor } from '../access/actor';
import type { Confidential } from '../confidential/confidential';
import type { Rows } from '../storage/rows';

const START_KEY_UID = 'plugin::property-desk.start-key';

/** How long a key is remembered: longer than a form stays on a screen, in milliseconds. */
const REMEMBERED = 7 * 24 * 3_600_000;

/** A key that came with a start, e.g. in the header `Idempotency-Key`. */
export const isStartKey = (key: string): boolean => /^[A-Za-z0-9_-]{8,64}$/.test(key);

/**
 * Keys by which a form that is sent twice starts one case: the second time, the answer is about the first case. A key
 * is claimed in the start's own transaction, so a start that failed leaves it free, and of two that run at once the
 * second waits for the first.
 */
export const createStartKeys = (rows: Rows, confidential: Confidential) => {
  const name = () => rows.table(START_KEY_UID).name;

  return {
    /**
     * Claims a key for a case that is about to be started.
     * @returns null, or the case that was started under it before, and whether it came with the same input
     */
    async claim(
      trx: Knex.Transaction,
      given: { key: string; type: string; action: string; actor: Actor; input: unknown; documentId: string },
      at: Date
    ): Promise<{ documentId: string; same: boolean } | null> {
      const { key, type, action, actor, input, documentId } = given;
      const whole = `${actor.staff?.documentId ?? `${actor.kind} ${actor.name}`}:${type}:${action}:${key}`.slice(-250);
      // What was entered may hold a telephone: only its keyed hash is kept.
      const fingerprint = confidential.keyring.hash(JSON.stringify(input ?? {}));
      const written = { key: whole, fingerprint, caseDocumentId: documentId, at };
      const made = await trx(name())
        .insert(rows.newRow(START_KEY_UID, written, at))
        .onConflict('key')
        .ignore()
        .returning('id');
      if (made.length > 0) return null;
      const known = await rows.first(trx, START_KEY_UID, { key: whole });
      if (!known) throw new Error('a start key is neither free nor taken');
      return { documentId: known.caseDocumentId as string, same: known.fingerprint === fingerprint };
    },

    /** Forgets keys that nobody will send again. */
    async sweep(connection: Knex, now: Date): Promise<void> {
      await connection(name())
        .where('at', '<', new Date(now.getTime() - REMEMBERED))
        .delete();
    },
  };
};

export type StartKeys = ReturnType<typeof createStartKeys>;
