import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Rows } from '../storage/rows';
import { SealBroken, sealedPrefix, type Keyring } from './keyring';
import { about, type ConfidentialFields, type Vault } from './vault';

/** What a rotation did, in values. */
export interface Rotated {
  /** Now under the current key. */
  moved: number;
  /** Changed by somebody else meanwhile, which put them under the current key as well. */
  missed: number;
  /** Left as they are: their key is not on the ring, or they were altered. Do not remove the old key while any remain. */
  broken: number;
}

type Raw = { id: number | string; document_id: string } & Record<string, unknown>;

/** Moves what is under older keys, or still plain, under the current key. */
export const createRotation = (parts: {
  strapi: Core.Strapi;
  rows: Rows;
  keyring: Keyring;
  vault: Vault;
  fields: Record<string, ConfidentialFields>;
}) => {
  const { strapi, rows, keyring, vault, fields } = parts;

  const move = async (trx: Knex.Transaction, uid: string, field: string, raw: Raw): Promise<keyof Rotated> => {
    const column = rows.column(uid, field);
    const stored = raw[column] as string;
    let plain: string | null;
    try {
      plain = vault.open(uid, raw.document_id, field, stored);
    } catch (error) {
      if (error instanceof SealBroken) return 'broken';
      throw error;
    }
    const { kind, hash } = fields[uid][field];
    const changed = await trx(rows.table(uid).name)
      .where({ id: raw.id, [column]: stored })
      .update({
        [column]: plain === null ? null : keyring.seal(plain, about(uid, raw.document_id, field)),
        ...(hash && { [rows.column(uid, hash)]: plain === null ? null : vault.hash(kind, plain) }),
      });
    return changed === 1 ? 'moved' : 'missed';
  };

  /**
   * Goes through every confidential attribute, `batch` records to a transaction, each by conditional update. Stop it
   * whenever you like and call it again: what is done is done, and the rest is found again.
   */
  return async ({
    batch = 200,
    onProgress = () => undefined,
  }: { batch?: number; onProgress?: (counts: Rotated) => void } = {}): Promise<Rotated> => {
    const counts: Rotated = { moved: 0, missed: 0, broken: 0 };
    for (const [uid, attributes] of Object.entries(fields)) {
      for (const field of Object.keys(attributes)) {
        const column = rows.column(uid, field);
        let last = 0;
        for (let left = true; left;) {
          await strapi.db.transaction(async ({ trx }) => {
            const found: Raw[] = await trx(rows.table(uid).name)
              .select('id', 'document_id', column)
              .where('id', '>', last)
              .whereNotNull(column)
              .whereNot(column, '')
              .whereNot(column, 'like', `${sealedPrefix(keyring.current)}%`)
              .orderBy('id')
              .limit(batch);
            for (const raw of found) counts[await move(trx, uid, field, raw)] += 1;
            last = found.length > 0 ? Number(found[found.length - 1].id) : last;
            left = found.length === batch;
          });
          if (last > 0) onProgress(counts);
        }
      }
    }
    return counts;
  };
};
