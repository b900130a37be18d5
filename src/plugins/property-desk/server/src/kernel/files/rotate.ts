import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { SealBroken } from '../confidential/keyring';
import { newDocumentId, type Row, type Rows } from '../storage/rows';
import type { LooseFiles } from './loose';

/** What a rotation did with contents. */
export interface FilesRotated {
  /** Now under the current key. */
  moved: number;
  /** Moved by another process meanwhile. */
  missed: number;
  /** Left as they are: their key is not on the ring, or they were altered. */
  broken: number;
  /** Not in the store. */
  missing: number;
}

/** Moves contents under older keys under the current one. */
export const createFileRotation = (parts: {
  strapi: Core.Strapi;
  rows: Rows;
  /** The content type that names contents. */
  uid: string;
  /** Id of the current key. */
  current: string;
  loose: LooseFiles;
  /** The plain content, or null where the store has none. */
  open: (row: Row) => Promise<Buffer | null>;
  /** Writes a row's content under a name. */
  seal: (row: Row, storedAs: string, plain: Buffer) => Promise<void>;
}) => {
  const { strapi, rows, uid, current, loose, open, seal } = parts;
  const table = () => rows.table(uid).name;

  const move = async (row: Row): Promise<keyof FilesRotated> => {
    const storedAs = row.storedAs as string;
    let plain: Buffer | null;
    try {
      plain = await open(row);
    } catch (error) {
      if (error instanceof SealBroken) return 'broken';
      throw error;
    }
    if (!plain) return 'missing';
    // A name of its own each time: a copy that a rotation has left behind, or makes at this moment, is never this one.
    const moved = `${path.posix.dirname(storedAs)}/${row.documentId}-${newDocumentId()}.${current}`;
    await loose.expect([moved]);
    await seal(row, moved, plain);
    const changed = await strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      const pointed = await trx(table()).where({ id: row.id, stored_as: storedAs }).update({ stored_as: moved });
      if (pointed !== 1) return false;
      await loose.take(trx, [moved]);
      await loose.letGo(trx, [storedAs]);
      return true;
    });
    await loose.remove([changed ? storedAs : moved]);
    return changed ? 'moved' : 'missed';
  };

  /**
   * Re-encrypts contents under older keys: writes anew, points the row to it by conditional update, then removes
   * the old one. Stop it whenever you like and call it again. `broken` files keep their old key, which must stay.
   * @throws StoreUnavailable where the store cannot be reached: nothing is counted as broken for that
   */
  return async ({
    batch = 50,
    onProgress = () => undefined,
  }: { batch?: number; onProgress?: (counts: FilesRotated) => void } = {}): Promise<FilesRotated> => {
    const counts: FilesRotated = { moved: 0, missed: 0, broken: 0, missing: 0 };
    let last = 0;
    for (let left = true; left;) {
      const found: Record<string, unknown>[] = await strapi.db
        .connection(table())
        .where('id', '>', last)
        .whereNot('stored_as', 'like', `%.${current}`)
        .orderBy('id')
        .limit(batch);
      for (const raw of found) {
        const row = rows.fromColumns(uid, raw);
        last = row.id;
        counts[await move(row)] += 1;
      }
      if (found.length > 0) onProgress(counts);
      left = found.length === batch;
    }
    return counts;
  };
};
