import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Links } from './links';
import type { Row, Rows } from './rows';

/** One record that was written through Strapi, as its table held it before and holds it now. */
export interface Written {
  uid: string;
  before: Row | null;
  after: Row | null;
}

type Then = (trx: Knex.Transaction, written: Written[]) => Promise<void>;

interface Event {
  model: { uid: string };
  params: { where?: object };
  result?: { id?: number | string; ids?: (number | string)[] } | null;
  state: { before?: Map<number, Row> };
}

/**
 * Tells what is written to some content types by documents, by the Content Manager and by the query engine, in the
 * write's own transaction: a refusal takes the write back with it. Statements of rooms tell it themselves.
 * @param uids the content types that are watched
 * @param joined relations to many that are read with a record, by uid: under their names stand the ids that they name
 * @param hold locks what a write will touch besides the records themselves, before it touches anything
 */
export const watchWrites = (
  strapi: Core.Strapi,
  rows: Rows,
  uids: string[],
  then: Then,
  {
    links,
    joined = {},
    hold,
  }: {
    links?: Links;
    joined?: Record<string, string[]>;
    hold?: (trx: Knex.Transaction, uid: string, found: Row[]) => Promise<void>;
  } = {}
): void => {
  const within = (work: (trx: Knex.Transaction) => Promise<void>) =>
    strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction));

  const read = async (trx: Knex.Transaction, uid: string, ids: number[]): Promise<Map<number, Row>> => {
    const found = await rows.byIds(trx, uid, ids);
    for (const attribute of (links && joined[uid]) ?? []) {
      const named = await (links as Links).relations(trx, uid, attribute, [...found.keys()]);
      for (const [id, row] of found) row[attribute] = [...(named.get(id) ?? [])].sort((one, other) => one - other);
    }
    return found;
  };

  const remember = async (event: Event) => {
    const { uid } = event.model;
    // Past the lifecycles: a condition may look at more than the table's own columns.
    const found = await strapi.db
      .queryBuilder(uid)
      .select(['id'])
      .where((event.params.where ?? {}) as never)
      .execute<{ id: number }[]>();
    const ids = found.map(({ id }) => Number(id));
    await within(async (trx) => {
      if (hold) await hold(trx, uid, [...(await rows.byIds(trx, uid, ids)).values()]);
      event.state.before = await read(trx, uid, ids);
    });
  };

  const tell = async ({ model: { uid }, state }: Event, made: number[] = []) => {
    const before = state.before ?? new Map<number, Row>();
    const ids = [...new Set([...before.keys(), ...made])];
    if (ids.length === 0) return;
    await within(async (trx) => {
      const after = await read(trx, uid, ids);
      await then(
        trx,
        ids.map((id) => ({ uid, before: before.get(id) ?? null, after: after.get(id) ?? null }))
      );
    });
  };

  strapi.db.lifecycles.subscribe({
    models: uids,
    afterCreate: (event: Event) => tell(event, [Number(event.result?.id)]),
    afterCreateMany: (event: Event) => tell(event, (event.result?.ids ?? []).map(Number)),
    beforeUpdate: remember,
    afterUpdate: (event: Event) => tell(event),
    beforeUpdateMany: remember,
    afterUpdateMany: (event: Event) => tell(event),
    beforeDelete: remember,
    afterDelete: (event: Event) => tell(event),
    beforeDeleteMany: remember,
    afterDeleteMany: (event: Event) => tell(event),
  } as never);
};
