import type { Actor } from '../access/actor';
import { onCase } from '../obligation/obligations';
import { moving, voiding } from '../obligation/plan';
import type { Row } from '../storage/rows';
import type { CaseDefinition, CaseRow } from './define';
import type { EngineParts } from './engine';

/**
 * Hands one case's open promises, and the case itself, from one person to another; one event. What nobody can do for
 * another is not handed on: it is void.
 */
export const createHandOver =
  ({ strapi, rows, clock, ledger, obligations, rulebook }: EngineParts) =>
  async (definition: CaseDefinition, documentId: string, from: Row, to: Row, actor: Actor): Promise<boolean> => {
    return strapi.db.transaction(async ({ trx }) => {
      const now = clock.now();
      const row = (await rows.lock(trx, definition.uid, documentId)) as CaseRow | null;
      if (!row) return false;
      const all = await obligations.owedOn(trx, documentId);
      const owed = all.filter(({ ownerStaff }) => ownerStaff === from.id);
      const theirs = definition.handler && row[definition.handler] === from.id && !row.endedAt;
      if (owed.length === 0 && !theirs) return false;
      const held = [definition.handler, ...(definition.deputies ?? [])].filter(
        (attribute): attribute is string => attribute !== undefined && row[attribute] === from.id && !row.endedAt
      );
      const given = Object.fromEntries(held.map((attribute) => [attribute, to.id]));
      const revision = row.revision + 1;
      const own = (each: Row) => definition.obligations[each.what as string]?.personal === true;
      const left = all.filter((each) => !(each.ownerStaff === from.id && own(each)));
      const dueAt = left.length ? new Date(Math.min(...left.map((each) => (each.dueAt as Date).getTime()))) : null;
      await trx(rows.table(definition.uid).name)
        .where({ id: row.id })
        .update(rows.toColumns(definition.uid, { ...given, revision, dueAt, updatedAt: now }));
      const rules = await rulebook.of(row.community, trx);
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
        change: new Map(
          owed.map((each) => [each.id, own(each) ? voiding(each, now) : moving(each, now, { staff: to.id })])
        ),
        nextDue: dueAt,
      };
      await obligations.carryOut(trx, plan, on, owed, event.documentId, now);
      return true;
    });
  };
