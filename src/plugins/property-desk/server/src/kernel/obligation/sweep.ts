import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { say, type Locale } from '../../../../contracts';
import { SYSTEM } from '../access/actor';
import { afterTerm, type CalendarReader } from '../calendar/calendar';
import type { Clock } from '../clock/clock';
import type { Ledger } from '../ledger/ledger';
import type { Rulebook } from '../rulebook/rulebook';
import type { Row, Rows } from '../storage/rows';
import type { CaseDefinition, CaseRow } from '../workflow/define';
import type { Engine } from '../workflow/engine';
import type { Tellers } from '../workflow/tell';
import { OBLIGATION_UID, onCase, type Obligations } from './obligations';
import { lapsedWith, ownerOf } from './plan';

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  calendar: CalendarReader;
  ledger: Ledger;
  obligations: Obligations;
  rulebook: Rulebook;
  tellers: Tellers;
  definitions: Map<string, CaseDefinition>;
  engine: Engine;
  locale: Locale;
}

/**
 * The clock's round: marks what is broken and warns of what soon will be. Each is claimed by a conditional update in
 * a transaction of its own, so any number of processes may sweep at once and each breach is marked exactly once. The
 * partial indexes over unmarked obligations make a round cost what is due, not what exists.
 */
export const createSweep = (parts: Parts) => {
  const { strapi, rows, clock, calendar, ledger, obligations, rulebook, tellers, definitions, engine, locale } = parts;
  const name = () => rows.table(OBLIGATION_UID).name;

  const candidates = async (condition: (query: Knex.QueryBuilder) => void, limit: number): Promise<Row[]> => {
    const query = strapi.db.connection(name()).whereNull('closed_at').whereNull('outcome').limit(limit);
    condition(query);
    return (await query).map((raw: Record<string, unknown>) => rows.fromColumns(OBLIGATION_UID, raw));
  };

  const breach = async (row: Row, now: Date): Promise<boolean> =>
    strapi.db.transaction(async ({ trx }) => {
      const definition = definitions.get(row.caseType as string);
      if (!definition) return false;
      // The case first, as every action does: an action in flight and this breach cannot cross.
      const found = (await rows.lock(trx, definition.uid, row.caseDocumentId as string)) as CaseRow | null;
      const claimed = await trx(name())
        .where({ id: row.id })
        .whereNull('closed_at')
        .whereNull('outcome')
        .update(
          rows.toColumns(OBLIGATION_UID, {
            outcome: 'broken',
            brokenAt: row.dueAt,
            brokenBy: lapsedWith(row),
            updatedAt: now,
          })
        );
      if (claimed !== 1 || !found) return false;

      const rules = await rulebook.of(found.community, trx);
      const what = row.what as string;
      const on = onCase(definition, found, rules.version);
      const event = await ledger.write(
        trx,
        {
          ...on,
          action: 'breach',
          from: found.state,
          to: found.state,
          actor: SYSTEM,
          article: row.article as string,
          input: { obligation: row.documentId, what, level: row.level },
          changes: {},
          revision: found.revision,
        },
        now
      );
      const told = { definition, row: found, event: event.documentId, obligation: row };
      await tellers.tell(trx, { ...told, template: 'breach', owner: ownerOf(row) }, now);

      const { escalate, article } = definition.obligations[what] ?? {};
      const levels = escalate && 'rule' in escalate ? [escalate, escalate.then] : [];
      const next = levels[(row.level as number) - 1];
      if (escalate && 'action' in escalate) {
        // In the transaction that has claimed the breach: once for each, however many processes sweep.
        const { action } = escalate;
        const params = { what: { word: `obligation.${what}` }, due: clock.time(row.dueAt as Date) };
        const call = { action, documentId: found.documentId, actor: SYSTEM, locale };
        if (definition.actions[action].from.includes(found.state))
          await engine.act(definition, { ...call, input: { reason: say(locale, 'reason.overdue', params) } });
      } else if (next) {
        const owner = { role: next.role };
        const days = rulebook.reckonsInDays(definition) ? await calendar.of(trx, found.community) : null;
        await obligations.open(
          trx,
          on,
          {
            what,
            article: article as string,
            rule: next.rule,
            level: (row.level as number) + 1,
            owner,
            dueAt: afterTerm(clock, rules, days, next.rule, now),
          },
          event.documentId,
          now
        );
        await tellers.tell(trx, { ...told, template: 'escalation', owner }, now);
      }
      return true;
    });

  const warn = async (row: Row, now: Date): Promise<boolean> =>
    strapi.db.transaction(async ({ trx }) => {
      const claimed = await trx(name())
        .where({ id: row.id })
        .whereNull('closed_at')
        .whereNull('warned_at')
        .update(rows.toColumns(OBLIGATION_UID, { warnedAt: now, updatedAt: now }));
      const definition = definitions.get(row.caseType as string);
      if (claimed !== 1 || !definition) return false;
      const found = (await rows.first(trx, definition.uid, { documentId: row.caseDocumentId })) as CaseRow | null;
      if (!found) return false;
      const told = { definition, row: found, event: row.documentId, obligation: row };
      await tellers.tell(trx, { ...told, template: 'warning', owner: ownerOf(row) }, now);
      return true;
    });

  return {
    /**
     * One round over at most `limit` breaches and as many warnings.
     * @returns how many this process marked
     */
    async round(limit = 500): Promise<{ broken: number; warned: number }> {
      const now = clock.now();
      let broken = 0;
      let warned = 0;
      for (const row of await candidates((query) => query.where('due_at', '<', now).orderBy('due_at'), limit))
        if (await breach(row, now)) broken += 1;
      const soon = (query: Knex.QueryBuilder) =>
        query.whereNull('warned_at').where('warn_at', '<=', now).orderBy('warn_at');
      for (const row of await candidates(soon, limit)) if (await warn(row, now)) warned += 1;
      return { broken, warned };
    },
  };
};

export type Sweep = ReturnType<typeof createSweep>;
