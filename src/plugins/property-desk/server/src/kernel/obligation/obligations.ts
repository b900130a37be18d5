import type { Knex } from 'knex';
import type { Actor } from '../access/actor';
import type { Row, Rows } from '../storage/rows';
import type { CaseDefinition, CaseRow } from '../workflow/define';
import { owners, type Opening, type Plan } from './plan';

export const OBLIGATION_UID = 'plugin::property-desk.obligation';

/** A warning goes out at this share of the time… */
const WARN_SHARE = 0.75;
/** …of obligations longer than ten minutes. */
const WARN_ABOVE = 10 * 60 * 1000;

/** When to warn, or null for an obligation too short for it. */
export const warnAt = (openedAt: Date, dueAt: Date): Date | null => {
  const length = dueAt.getTime() - openedAt.getTime();
  return length > WARN_ABOVE ? new Date(openedAt.getTime() + length * WARN_SHARE) : null;
};

/** The case that an obligation belongs to. */
export interface OwedOn {
  caseType: string;
  caseDocumentId: string;
  caseNumber: string;
  community: number;
  policyVersion: string;
}

/** How events and obligations name a case, under the policy in force. */
export const onCase = (definition: Pick<CaseDefinition, 'name'>, row: CaseRow, policyVersion: string): OwedOn => ({
  caseType: definition.name,
  caseDocumentId: row.documentId,
  caseNumber: row.number ?? '',
  community: row.community,
  policyVersion,
});

/** The obligation ledger. Only actions and the clock write it, inside their transactions. */
export const createObligations = (rows: Rows) => {
  const table = () => rows.table(OBLIGATION_UID).name;

  const values = (on: OwedOn, opening: Opening, at: Date, event: string) => ({
    ...on,
    what: opening.what,
    article: opening.article,
    rule: opening.rule,
    level: opening.level,
    ...owners(opening.owner),
    openedAt: at,
    openedBy: event,
    dueAt: opening.dueAt,
    warnAt: warnAt(at, opening.dueAt),
  });

  const allOwed = (connection: Knex) => connection(table()).whereNull('closed_at');

  return {
    /** Everything that is still owed, as a query. */
    allOwed,

    /**
     * What is still owed by somebody: by themselves (`me`), by their role in their communities (`role`), or both (`us`).
     * As ranges of indexes, never a scan, and no promise in two of them.
     */
    owedBy(
      connection: Knex,
      { staff, role, communities }: Pick<Actor, 'staff' | 'role' | 'communities'>,
      whose: 'me' | 'role' | 'us' = 'us'
    ): Knex.QueryBuilder[] {
      const ranges: Knex.QueryBuilder[] = [];
      if (whose !== 'role' && staff) ranges.push(allOwed(connection).where({ owner_staff_id: staff.id }));
      if (whose !== 'me' && role) {
        const range = allOwed(connection).where({ owner_role: role });
        ranges.push(communities === 'all' ? range : range.whereIn('community_id', communities));
      }
      return ranges;
    },

    /** What is still owed on a case. */
    async owedOn(trx: Knex, caseDocumentId: string): Promise<Row[]> {
      const found = await trx(table()).where({ case_document_id: caseDocumentId }).whereNull('closed_at').orderBy('id');
      return found.map((raw: Record<string, unknown>) => rows.fromColumns(OBLIGATION_UID, raw));
    },

    /** Writes a plan: changes what is owed and opens what is new. Returns both as they stand. */
    async carryOut(
      trx: Knex.Transaction,
      plan: Plan,
      on: OwedOn,
      owed: Row[],
      event: string,
      at: Date
    ): Promise<Row[]> {
      const touched: Row[] = [];
      for (const row of owed) {
        const changed = plan.change.get(row.id);
        if (!changed) continue;
        const written = { ...changed, ...(changed.settledAt ? { settledBy: event } : {}), updatedAt: at };
        await trx(table()).where({ id: row.id }).update(rows.toColumns(OBLIGATION_UID, written));
        touched.push({ ...row, ...written });
      }
      for (const opening of plan.open) touched.push(await this.open(trx, on, opening, event, at));
      return touched;
    },

    /** How many promises each of these people has open. */
    async openByPerson(connection: Knex, staff: number[]): Promise<Map<number, number>> {
      if (staff.length === 0) return new Map();
      const found = await connection(table())
        .whereIn('owner_staff_id', staff)
        .whereNull('closed_at')
        .groupBy('owner_staff_id')
        .select('owner_staff_id')
        .count({ open: '*' });
      return new Map(found.map((row: Record<string, unknown>) => [Number(row.owner_staff_id), Number(row.open)]));
    },

    /** Opens one obligation. */
    async open(trx: Knex.Transaction, on: OwedOn, opening: Opening, event: string, at: Date): Promise<Row> {
      const written = values(on, opening, at, event);
      return { ...written, ...(await rows.insert(trx, OBLIGATION_UID, written, at)) };
    },
  };
};

export type Obligations = ReturnType<typeof createObligations>;
