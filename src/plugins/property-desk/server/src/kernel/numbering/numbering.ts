import type { Knex } from 'knex';
import { newDocumentId, type Rows } from '../storage/rows';

export const SEQUENCE_UID = 'plugin::property-desk.sequence';

/**
 * Gap-free numbers: the sequence's row is locked until the caller's transaction ends, so a rollback gives the
 * number back and two processes never share one. Take it late in the transaction.
 */
export const createNumbering = (rows: Rows) => ({
  /** The next value of a sequence, starting at 1. `key` names kind and period, e.g. `ticket:20261123`. */
  async next(trx: Knex.Transaction, key: string, at: Date): Promise<number> {
    const { name } = rows.table(SEQUENCE_UID);
    const answer = await trx.raw(
      `insert into ?? (document_id, key, value, created_at, updated_at, published_at) values (?, ?, 1, ?, ?, ?)
       on conflict (key) do update set value = ??.value + 1, updated_at = excluded.updated_at
       returning value`,
      [name, newDocumentId(), key, at, at, at, name]
    );
    const [row] = (Array.isArray(answer) ? answer : answer.rows) as { value: number | string }[];
    return Number(row.value);
  },
});

export type Numbering = ReturnType<typeof createNumbering>;
