import type { Actor } from '../access/actor';
import { onCase } from '../obligation/obligations';
import { moving } from '../obligation/plan';
import type { Row } from '../storage/rows';
import type { CaseDefinition, CaseRow } from './define';
import type { EngineParts } from './engine';

/** Hands one case's open promises, and the case itself, from one person to another; one event. */
export const createHandOver =
  ({ strapi, rows, clock, ledger, obligations, rulebook }: EngineParts) =>
  async (definition: CaseDefinition, documentId: string, from: Row, to: Row, actor: Actor): Promise<boolean> => {
    return strapi.db.transaction(async ({ trx }) => {
      const now = clock.now();
      const row = (await rows.lock(trx, definition.uid, documentId)) as CaseRow | null;
      if (!row) return false;
      const owed = (await obligations.owedOn(trx, documentId)).filter(({ ownerStaff }) => ownerStaff === from.id);
      const theirs = definition.handler && row[definition.handler] === from.id && !row.endedAt;
      if (owed.length === 0 && !theirs) return false;
      const held = [definition.handler, ...(definition.deputies ?? [])].filter(
        (attribute): attribute is string => attribute !== undefined && row[attribute] === from.id && !row.endedAt
      );
      const given = Object.fromEntries(held.map((attribute) => [attribute, to.id]));
      const revision = row.revision + 1;
      await trx(rows.table(definition.uid).name)
        .where({ id: row.id })
        .update(rows.toColumns(definition.uid, { ...given, revision, updatedAt: now }));
      const rules = await rulebook.of(row.community);
      const on = onCase(definition, row, rules.version);
      const name = (person: Row) => ({ documentId: person.documentId, name: person.name });
      const event = await ledger.write(
        trx,
        {
          ...on,
          action: 'hand-over',
          from: row.state,
          to: row.state,
          actor,
          article: null,
          input: {},
          changes: { handler: { from: name(from), to: name(to) } },
          revision,
        },
        now
      );
      const plan = {
        open: [],
        change: new Map(owed.map((each) => [each.id, moving(each, now, { staff: to.id })])),
        nextDue: row.dueAt,
      };
      await obligations.carryOut(trx, plan, on, owed, event.documentId, now);
      return true;
    });
  };
