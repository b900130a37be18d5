import type { Knex } from 'knex';
import type { TimelineEntry } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Row, Rows } from '../storage/rows';

export const EVENT_UID = 'plugin::property-desk.event';

/** What an event records; confidential values arrive masked. */
export interface EventEntry {
  caseType: string;
  caseDocumentId: string;
  caseNumber: string;
  /** Null for what belongs to no community. */
  community: number | null;
  action: string;
  from: string | null;
  to: string | null;
  actor: Actor;
  article: string | null;
  input: Record<string, unknown>;
  changes: Record<string, { from: unknown; to: unknown }>;
  revision: number;
  policyVersion: string;
}

const valuesOf = ({ from, to, actor, ...rest }: EventEntry, at: Date) => ({
  ...rest,
  fromState: from,
  toState: to,
  actorKind: actor.kind,
  actorStaff: actor.staff?.id ?? null,
  actorResident: actor.residents?.find((resident) => resident.community === rest.community)?.id ?? null,
  actorName: actor.name,
  at,
});

/** Events in one statement. */
const TOGETHER = 25;

/** The event ledger: append-only; nothing here changes or deletes an event. */
export const createLedger = (rows: Rows) => ({
  /** Writes many events, in their order. */
  async writeMany(trx: Knex.Transaction, entries: EventEntry[], at: Date): Promise<void> {
    const values = entries.map((entry) => valuesOf(entry, at));
    for (let from = 0; from < values.length; from += TOGETHER)
      await rows.insertMany(trx, EVENT_UID, values.slice(from, from + TOGETHER), at);
  },

  /** Writes one event and returns it as it stands in the ledger. */
  async write(trx: Knex.Transaction, entry: EventEntry, at: Date): Promise<Row> {
    const values = valuesOf(entry, at);
    const written = await rows.insert(trx, EVENT_UID, values, at);
    return { ...values, ...written };
  },

  /** The story of a case, oldest first. */
  async story(connection: Knex, caseDocumentId: string): Promise<Row[]> {
    const { name } = rows.table(EVENT_UID);
    const found = await connection(name).where({ case_document_id: caseDocumentId }).orderBy('id');
    return found.map((raw: Record<string, unknown>) => rows.fromColumns(EVENT_UID, raw));
  },

  /** What happened to a record last, latest first. */
  async latest(connection: Knex, caseDocumentId: string, limit: number): Promise<Row[]> {
    const { name } = rows.table(EVENT_UID);
    const found = await connection(name).where({ case_document_id: caseDocumentId }).orderBy('id', 'desc').limit(limit);
    return found.map((raw: Record<string, unknown>) => rows.fromColumns(EVENT_UID, raw));
  },

  /** What was done to a case after a revision, oldest first; of much, the latest. */
  async since(connection: Knex, caseDocumentId: string, revision: number): Promise<Row[]> {
    const { name } = rows.table(EVENT_UID);
    const found = await connection(name)
      .where({ case_document_id: caseDocumentId })
      .andWhere('revision', '>', revision)
      .orderBy('id', 'desc')
      .limit(20);
    return found.reverse().map((raw: Record<string, unknown>) => rows.fromColumns(EVENT_UID, raw));
  },
});

/** An event as the API shows it. */
export const timelineEntry = (event: Row): TimelineEntry => ({
  documentId: event.documentId,
  action: event.action as string,
  from: event.fromState as string | null,
  to: event.toState as string | null,
  at: (event.at as Date).toISOString(),
  article: event.article as string | null,
  actor: { kind: event.actorKind as Actor['kind'], name: (event.actorName as string) ?? '' },
  input: (event.input as Record<string, unknown>) ?? {},
  changes: (event.changes as TimelineEntry['changes']) ?? {},
  revision: event.revision as number,
  policyVersion: event.policyVersion as string,
});

export type Ledger = ReturnType<typeof createLedger>;
