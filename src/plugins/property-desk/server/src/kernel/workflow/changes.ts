import type { Knex } from 'knex';
import { STAFF_UID, type Actor } from '../access/actor';
import type { Confidential } from '../confidential/confidential';
import type { Met, Row, Rows } from '../storage/rows';
import type { CaseDefinition, CaseRow } from './define';

interface Parts {
  /** Who acts, whose own name need not be looked up. */
  actor: Actor;
  rows: Rows;
  confidential: Confidential;
  trx: Knex.Transaction;
  met: Met;
}

/** A value as the ledger keeps it. */
export const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** Whether two values come to the same in the ledger. */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** What people know a record by. */
export const label = (row: Row) => ({
  documentId: row.documentId,
  name: String(row.name ?? row.number ?? row.title ?? ''),
});

/** A name as the ledger keeps it: people appear there by reference. */
export const initial = (name: unknown): string | null =>
  typeof name === 'string' && name ? `${[...name][0]}**` : null;

/** What was entered, as the ledger may keep it: confidential values masked, times as ISO strings. */
export const recordedInput = (
  confidential: Confidential,
  definition: Pick<CaseDefinition, 'uid' | 'personal'>,
  input: Record<string, unknown>
) => {
  const fields = confidential.confidentialIn(definition.uid);
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        fields[name] && typeof value === 'string'
          ? confidential.maskPlain(fields[name].kind, value)
          : definition.personal?.includes(name)
            ? initial(value)
            : plain(value),
      ])
  );
};

/** Before and after of every field that an action changed: references by name, confidential values masked, none that is private. */
export const changesBetween = async (
  { actor, rows, confidential, trx, met }: Parts,
  { uid, personal = [] }: Pick<CaseDefinition, 'uid' | 'personal'>,
  before: CaseRow,
  given: Record<string, unknown>
) => {
  const fields = confidential.confidentialIn(uid);
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const [name, value] of Object.entries(given)) {
    const column = rows.table(uid).columns.get(name);
    const old = before[name];
    if (!column || column.private || value === undefined) continue;
    if (fields[name]) {
      const was = typeof old === 'string' ? confidential.mask(uid, before.documentId, name, old) : null;
      const is = typeof value === 'string' ? confidential.maskPlain(fields[name].kind, value) : null;
      if (was !== is) changes[name] = { from: was, to: is };
    } else if (personal.includes(name)) {
      if (!same(old, value)) changes[name] = { from: initial(old), to: initial(value) };
    } else if (!same(old, value)) {
      const named = async (id: unknown) => {
        if (column.kind !== 'relation' || id === null || id === undefined) return plain(id);
        const target = column.target as string;
        if (target === STAFF_UID && id === actor.staff?.id) return label({ ...actor.staff, name: actor.name });
        const row = met.get(target, id) ?? (await rows.first(trx, target, { id }));
        return row ? label(row) : null;
      };
      changes[name] = { from: await named(old), to: await named(value) };
    }
  }
  return changes;
};
