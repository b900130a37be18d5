import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { SearchCase, SearchHousehold } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import type { Row, Rows } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, RESIDENT_UID } from './uids';

const LIMIT = 10;

type Found = Record<string, unknown>[];

const households = (kernel: Kernel, communities: number[] | 'all'): Knex.QueryBuilder => {
  const query = kernel.strapi.db
    .connection({ h: 'pd_households' })
    .join({ c: 'pd_communities' }, 'c.id', 'h.community_id')
    .select('h.id', 'h.document_id', 'h.name', { community_document: 'c.document_id', community_name: 'c.name' })
    .limit(LIMIT);
  if (communities !== 'all') query.whereIn('h.community_id', communities);
  return query;
};

/** Texts that start so, compared by their bytes: PostgreSQL would otherwise order them by the database's language. */
const startingWith = (query: Knex.QueryBuilder, column: string, prefix: string) => {
  const byBytes = query.client.dialect === 'postgresql' ? '?? collate "C"' : '??';
  return query.whereRaw(`${byBytes} >= ? and ${byBytes} < ?`, [column, prefix, column, `${prefix}\u{10ffff}`]);
};

/** Homes of the residents who are looked for; the limit counts those of the caller's own communities only. */
const ofResidents = (kernel: Kernel, communities: number[] | 'all', narrow: (query: Knex.QueryBuilder) => unknown) =>
  households(kernel, communities).whereIn('h.id', (inner: Knex.QueryBuilder) => {
    inner
      .from({ r: 'pd_residents' })
      .join({ home: 'pd_households' }, 'home.id', 'r.household_id')
      .distinct('r.household_id')
      .whereNull('r.moved_out_at')
      .limit(LIMIT);
    if (communities !== 'all') inner.whereIn('home.community_id', communities);
    narrow(inner);
  });

/** Households by each of the ways in which a caller can be found. */
export const householdsBy = {
  async telephone(kernel: Kernel, communities: number[] | 'all', telephone: string): Promise<Found> {
    const ids = await kernel.confidential.find(RESIDENT_UID, 'telephone', telephone);
    return ids.length ? ofResidents(kernel, communities, (query) => query.whereIn('r.id', ids)) : [];
  },
  room: async (kernel: Kernel, communities: number[] | 'all', key: string): Promise<Found> =>
    households(kernel, communities).where({ 'h.room_key': key }),
  /** A room number alone: all buildings that have it. */
  bareRoom: async (kernel: Kernel, communities: number[] | 'all', room: string): Promise<Found> =>
    households(kernel, communities)
      .whereIn('h.room', [...new Set([room, room.toLowerCase(), room.toUpperCase()])])
      .orderBy('h.id'),
  name: async (kernel: Kernel, communities: number[] | 'all', name: string): Promise<Found> =>
    ofResidents(kernel, communities, (query) => startingWith(query, 'r.name', name)),
  householdName: async (kernel: Kernel, communities: number[] | 'all', name: string): Promise<Found> =>
    startingWith(households(kernel, communities), 'h.name', name).orderBy('h.id'),
  initials: async (kernel: Kernel, communities: number[] | 'all', initials: string): Promise<Found> =>
    ofResidents(kernel, communities, (query) => startingWith(query, 'r.initials', initials)),
};

/** Who lives in these households, telephones masked. */
export const residentsOf = async (
  kernel: Kernel,
  ids: number[]
): Promise<Map<number, SearchHousehold['residents']>> => {
  const all = new Map<number, SearchHousehold['residents']>();
  if (ids.length === 0) return all;
  const found = await kernel.strapi.db
    .connection('pd_residents')
    .whereIn('household_id', ids)
    .whereNull('moved_out_at')
    .orderBy('id');
  for (const row of found) {
    const telephone = row.telephone
      ? kernel.confidential.mask(RESIDENT_UID, row.document_id, 'telephone', row.telephone)
      : null;
    const list = all.get(Number(row.household_id)) ?? [];
    list.push({ documentId: row.document_id, name: row.name, kind: row.kind, telephone });
    all.set(Number(row.household_id), list);
  }
  return all;
};

const asCase = (kernel: Kernel, type: string, row: Record<string, unknown>): SearchCase => {
  const definition = kernel.definition(type)!;
  return {
    type,
    plural: definition.plural,
    uid: definition.uid,
    documentId: row.document_id as string,
    number: row.number as string,
    title: (row.title as string) ?? '',
    state: row.state as string,
    community: { documentId: (row.community_document as string) ?? '', name: (row.community_name as string) ?? '' },
  };
};

/** What is open in these households, every case type that has one. */
export const openCasesOf = async (kernel: Kernel, ids: number[]): Promise<Map<number, SearchCase[]>> => {
  const all = new Map<number, SearchCase[]>();
  if (ids.length === 0) return all;
  for (const { name, uid, home } of kernel.definitions.values()) {
    if (!home) continue;
    const column = kernel.rows.column(uid, home);
    const found = await kernel.strapi.db
      .connection(kernel.rows.table(uid).name)
      .whereIn(column, ids)
      .whereNull('ended_at')
      .orderBy('id');
    for (const row of found)
      all.set(Number(row[column]), [...(all.get(Number(row[column])) ?? []), asCase(kernel, name, row)]);
  }
  return all;
};

/** Cases whose number starts so. */
export const casesByNumber = async (
  kernel: Kernel,
  communities: number[] | 'all',
  number: string
): Promise<SearchCase[]> => {
  const cases: SearchCase[] = [];
  for (const { name, uid } of kernel.definitions.values()) {
    const query = kernel.strapi.db
      .connection({ t: kernel.rows.table(uid).name })
      .join({ c: 'pd_communities' }, 'c.id', 't.community_id')
      .select('t.*', { community_document: 'c.document_id', community_name: 'c.name' })
      .orderBy('t.number', 'desc')
      .limit(LIMIT);
    if (communities !== 'all') query.whereIn('t.community_id', communities);
    for (const row of await startingWith(query, 't.number', number)) cases.push(asCase(kernel, name, row));
  }
  return cases.slice(0, LIMIT);
};

/** A household as it was before a write, in whatever transaction is under way. */
export const householdBefore = (strapi: Core.Strapi, where: Record<string, unknown>) =>
  strapi.db.query(HOUSEHOLD_UID).findOne({ where, populate: ['building'] });

/** A building by its numeric id, likewise. */
export const buildingOf = (strapi: Core.Strapi, id: number) =>
  strapi.db.query('plugin::property-desk.building').findOne({ where: { id } });

/** Everybody who lives or has lived in a home, for the caller's own transaction; telephones as they are kept. */
export const everybodyOf = (rows: Rows, connection: Knex, household: number): Promise<Row[]> =>
  rows.find(connection, RESIDENT_UID, { household });
