import type { Knex } from 'knex';
import { newDocumentId, type Rows } from '../storage/rows';

export const SEQUENCE_UID = 'plugin::property-desk.sequence';

/**
 * Gap-free numbers: the sequence's row is locked until the caller's transaction ends, so a rollback gives the
 * number back and two processes never share one. Take it late in the transaction.
 */
export const createNumbering = (rows: Rows) => {
  /**
   * The next `count` values of a sequence, which starts at 1: the first and the last. None asked for, the sequence is
   * locked all the same, and the last one given is told.
   */
  const take = async (trx: Knex.Transaction, key: string, count: number, at: Date) => {
    const { name } = rows.table(SEQUENCE_UID);
    const answer = await trx.raw(
      `insert into ?? (document_id, key, value, created_at, updated_at, published_at) values (?, ?, ?, ?, ?, ?)
       on conflict (key) do update set value = ??.value + excluded.value, updated_at = excluded.updated_at
       returning value`,
      [name, newDocumentId(), key, count, at, at, at, name]
    );
    const [row] = (Array.isArray(answer) ? answer : answer.rows) as { value: number | string }[];
    const last = Number(row.value);
    return { first: last - count + 1, last };
  };

  return {
    take,

    /** The next value of a sequence, starting at 1. `key` names kind and period, e.g. `ticket:20261123`. */
    next: async (trx: Knex.Transaction, key: string, at: Date): Promise<number> => (await take(trx, key, 1, at)).last,
  };
};

export type Numbering = ReturnType<typeof createNumbering>;
