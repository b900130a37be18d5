import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ConsentPurpose } from '../../../../../contracts';
import type { Row, Rows } from '../../../kernel/storage/rows';
import { CONSENT_STATEMENT_UID, CONSENT_UID } from '../row';
import { MARKS, type MarkedPurpose } from './purposes';

const CONSENTS = 'pd_consents';
const STATEMENTS = 'pd_consent_statements';
const RESIDENTS = 'pd_residents';

/** Residents that are looked at in one go. */
const TOGETHER = 200;

/** The statement that somebody agrees to now: the latest that has come into force. */
export const statementInForce = async (
  connection: Knex,
  rows: Rows,
  community: number,
  purpose: ConsentPurpose,
  at: Date
): Promise<Row | null> => {
  const raw = await connection(STATEMENTS)
    .where({ community_id: community, purpose })
    .where('effective_from', '<=', at)
    .orderBy('version', 'desc')
    .first();
  return raw ? rows.fromColumns(CONSENT_STATEMENT_UID, raw) : null;
};

/** The highest version that there is of a statement, in force or not. */
export const latestVersion = async (connection: Knex, community: number, purpose: string): Promise<number> => {
  const [{ last }] = (await connection(STATEMENTS)
    .where({ community_id: community, purpose })
    .max({ last: 'version' })) as { last: number | null }[];
  return Number(last ?? 0);
};

/** Whether somebody has agreed to one of these statements. */
export const statementsInUse = async (connection: Knex, statements: number[]): Promise<boolean> =>
  Boolean(await connection(CONSENTS).whereIn('statement_id', statements).first('id'));

/** How many stand to each of these statements, and how many ever agreed. */
export const usesOf = async (
  connection: Knex,
  statements: number[]
): Promise<Map<number, { ever: number; now: number }>> => {
  const found: { statement_id: number; ever: number | string; now: number | string }[] = await connection(CONSENTS)
    .whereIn('statement_id', statements)
    .groupBy('statement_id')
    .select('statement_id')
    .count({ ever: '*', now: 'current_key' });
  return new Map(
    found.map(({ statement_id: id, ever, now }) => [Number(id), { ever: Number(ever), now: Number(now) }])
  );
};

/** All that a resident ever agreed to, latest first. */
export const consentsOf = async (connection: Knex, rows: Rows, resident: number): Promise<Row[]> => {
  const found = await connection(CONSENTS).where({ resident_id: resident }).orderBy('id', 'desc');
  return found.map((raw: Record<string, unknown>) => rows.fromColumns(CONSENT_UID, raw));
};

/** All that these residents ever agreed to, latest first, with what the statement was called. */
export const titledConsentsOf = async (
  connection: Knex,
  rows: Rows,
  residents: number[]
): Promise<(Row & { title: string })[]> => {
  const found: Record<string, unknown>[] = await connection({ c: CONSENTS })
    .leftJoin({ s: STATEMENTS }, 's.id', 'c.statement_id')
    .whereIn('c.resident_id', residents)
    .orderBy('c.id', 'desc')
    .select('c.*', 's.title as statement_title');
  return found.map((raw) => ({
    ...rows.fromColumns(CONSENT_UID, raw),
    title: (raw.statement_title as string | null) ?? '',
  }));
};

/** What marks the one consent of a person for a purpose that stands. */
export const currentKey = (resident: number, purpose: string): string => `${resident}:${purpose}`;

/** The consent that stands, or null. */
export const currentConsent = (connection: Knex, rows: Rows, resident: number, purpose: string): Promise<Row | null> =>
  rows.first(connection, CONSENT_UID, { currentKey: currentKey(resident, purpose) });

/** Ends a consent: what was agreed to and when stays on record. */
export const end = async (
  trx: Knex.Transaction,
  rows: Rows,
  id: number,
  values: { withdrawnAt: Date; withdrawnWay: string; withdrawnBy: string }
) => {
  await trx(CONSENTS)
    .where({ id })
    .update(rows.toColumns(CONSENT_UID, { ...values, currentKey: null, updatedAt: values.withdrawnAt }));
};

/** Lets a resident's own mark say what stands. */
export const mark = async (
  trx: Knex.Transaction,
  rows: Rows,
  residentUid: string,
  resident: number,
  purpose: MarkedPurpose,
  agrees: boolean,
  at: Date
) => {
  await trx(RESIDENTS)
    .where({ id: resident })
    .update(rows.toColumns(residentUid, { [MARKS[purpose]]: agrees, updatedAt: at }));
};

/** Residents whose mark says that they agree while no consent says so, with their community. */
export const markedWithout = async (
  connection: Knex,
  purpose: MarkedPurpose,
  column: string
): Promise<{ id: number; documentId: string; community: number }[]> => {
  const found: { id: number; document_id: string; community_id: number }[] = await connection({ r: RESIDENTS })
    .join({ h: 'pd_households' }, 'h.id', 'r.household_id')
    .where({ [`r.${column}`]: true })
    .whereNotExists(
      connection({ c: CONSENTS })
        .select(connection.raw('1'))
        .whereRaw('c.resident_id = r.id')
        .where({ 'c.purpose': purpose })
        .whereNotNull('c.current_key')
    )
    .orderBy('r.id')
    .limit(TOGETHER)
    .select('r.id', 'r.document_id', 'h.community_id');
  return found.map((raw) => ({ id: Number(raw.id), documentId: raw.document_id, community: Number(raw.community_id) }));
};

/** A record as it was before a write, in whatever transaction is under way. */
export const recordBefore = (strapi: Core.Strapi, uid: string, where: object | undefined) =>
  strapi.db.query(uid as never).findOne({ where }) as Promise<Record<string, unknown> | null>;
