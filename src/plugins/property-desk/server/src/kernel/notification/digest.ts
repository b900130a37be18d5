import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { say, type Locale } from '../../../../contracts';
import { STAFF_UID, type Directory } from '../access/actor';
import type { Clock } from '../clock/clock';
import { OBLIGATION_UID, type Obligations } from '../obligation/obligations';
import type { Outbox } from '../outbox/outbox';
import type { Row, Rows } from '../storage/rows';
import type { CaseDefinition } from '../workflow/define';
import { namedCases } from '../workflow/named-cases';
import { WISH_UID } from './notifications';

/** Hour of the office's day at which the digest leaves. */
const HOUR = 'PT8H';

/** Lines in one mail; the rest is a number. */
const LINES = 30;

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  obligations: Obligations;
  outbox: Outbox;
  directory: () => Directory;
  definitions: Map<string, CaseDefinition>;
  locale: Locale;
}

/** What one person owes, soonest first: as many lines as a mail shows, and the numbers of all. */
interface Owed {
  lines: Row[];
  total: number;
  overdue: number;
  today: number;
}

/**
 * The daily mail of those who want one: what they owe, what of it is late and what falls due today. Each is claimed by
 * a conditional update with the mail in the same transaction: once a day, however many processes there are.
 */
export const createDigest = ({ strapi, rows, clock, obligations, outbox, directory, definitions, locale }: Parts) => {
  const wishes = (connection: Knex) => connection(rows.table(WISH_UID).name);

  const owedBy = async (trx: Knex.Transaction, user: number, now: Date): Promise<Owed> => {
    const actor = await directory().staffOf({ id: user }, trx);
    const owed: Owed = { lines: [], total: 0, overdue: 0, today: 0 };
    for (const range of actor ? obligations.owedBy(trx, actor) : []) {
      const sums = trx.raw(
        'count(*) as total, sum(case when due_at < ? then 1 else 0 end) as overdue, sum(case when due_at >= ? and due_at < ? then 1 else 0 end) as today',
        [now, now, clock.nextDay(now)]
      );
      const [counts] = (await range.clone().select(sums)) as Record<'total' | 'overdue' | 'today', unknown>[];
      owed.total += Number(counts.total);
      owed.overdue += Number(counts.overdue ?? 0);
      owed.today += Number(counts.today ?? 0);
      const soonest = await range.orderBy([{ column: 'due_at' }, { column: 'id' }]).limit(LINES);
      owed.lines.push(...soonest.map((raw: Record<string, unknown>) => rows.fromColumns(OBLIGATION_UID, raw)));
    }
    owed.lines.sort((one, other) => (one.dueAt as Date).getTime() - (other.dueAt as Date).getTime());
    owed.lines.length = Math.min(owed.lines.length, LINES);
    return owed;
  };

  const sayLines = async (trx: Knex.Transaction, owed: Row[], now: Date): Promise<string[]> => {
    const cases = await namedCases({ rows, definitions }, trx, owed);
    return owed.map((each) => {
      const found = cases.get(each.caseDocumentId as string);
      return say(locale, (each.dueAt as Date) < now ? 'digest.lineOverdue' : 'digest.line', {
        what: { word: `obligation.${each.what as string}` },
        number: [each.caseNumber, found?.definition.title(found.row)].filter(Boolean).join(' '),
        due: clock.time(each.dueAt as Date),
      });
    });
  };

  const mailTo = async (trx: Knex.Transaction, staff: number, day: string, now: Date): Promise<void> => {
    const person = await directory().person(trx, staff);
    const record = await rows.first(trx, STAFF_UID, { id: staff });
    if (!person?.email || typeof record?.user !== 'number') return;
    const owed = await owedBy(trx, record.user, now);
    // Nothing owed, no mail: one that says so every day is one that nobody reads.
    if (owed.total === 0) return;
    const { total, overdue, today } = owed;
    const lines = await sayLines(trx, owed.lines, now);
    if (total > lines.length) lines.push(say(locale, 'digest.rest', { count: total - lines.length }));
    const params = { name: person.name, day: { time: day }, total, overdue, today };
    const message = {
      key: `digest:${day}:${person.documentId}`,
      channel: 'mail' as const,
      recipient: person.email,
      subject: say(locale, 'digest.subject', params),
      body: [say(locale, 'digest.opening', params), lines.join('\n'), say(locale, 'digest.closing', params)].join(
        '\n\n'
      ),
    };
    await outbox.enqueue(trx, [message], now);
  };

  return {
    /** Sends what is due of today's digests. Answers how many people were claimed by this process. */
    async round(): Promise<number> {
      const now = clock.now();
      if (now < clock.plus(clock.startOfDay(now), HOUR)) return 0;
      const day = clock.dayText(now);
      const waiting = (query: Knex.QueryBuilder) =>
        query.where({ digest: true }).where((earlier) => earlier.whereNull('digest_on').orWhere('digest_on', '<', day));
      let claimed = 0;
      for (const { id, staff_id: staff } of await waiting(wishes(strapi.db.connection)).select('id', 'staff_id'))
        await strapi.db.transaction(async ({ trx }) => {
          const won = await waiting(wishes(trx as Knex.Transaction).where({ id })).update({ digest_on: day });
          if (won !== 1) return;
          claimed += 1;
          if (staff !== null) await mailTo(trx as Knex.Transaction, Number(staff), day, now);
        });
      return claimed;
    },
  };
};
