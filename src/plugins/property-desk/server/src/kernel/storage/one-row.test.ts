import { bootDesk, onPostgres, type Desk } from '@harness';
import type { Knex } from 'knex';
import { oneRow } from './one-row';

if (!onPostgres) console.warn('Skipping what is prepared: only PostgreSQL tells (npm run test:postgres)');
const toldByPostgres = onPostgres ? it : it.skip;

let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

/** Statements that PostgreSQL has prepared on the connection of a transaction. */
const preparedBy = (trx: Knex.Transaction) =>
  trx.raw('select name from pg_prepared_statements').then(({ rows }: { rows: { name: string }[] }) => rows.length);

describe.each([true, false])('a statement that is sent at every request, prepared: %s', (prepared) => {
  const using = async <T>(work: (trx: Knex.Transaction) => Promise<T>) => {
    const { config } = desk.strapi.db.connection.client as { config: { preparedStatements?: boolean } };
    config.preparedStatements = prepared;
    try {
      return await desk.strapi.db.connection.transaction(work);
    } finally {
      delete config.preparedStatements;
    }
  };

  it('answers with the first row, or with nothing', async () => {
    const key = 'plugin_property-desk_given';
    const text = 'select key from strapi_core_store_settings where key = ? order by id';
    for (let times = 0; times < 3; times += 1) {
      expect(await using((trx) => oneRow(trx, text, [key]))).toEqual({ key });
      expect(await using((trx) => oneRow(trx, text, ['nowhere']))).toBeUndefined();
    }
  });

  toldByPostgres('is kept on the connection, and only if it may be', async () => {
    const grown = await using(async (trx) => {
      const text = `select ${prepared ? 1 : 2} as one`;
      const before = await preparedBy(trx);
      await oneRow(trx, text, []);
      return (await preparedBy(trx)) - before;
    });
    expect(grown).toBe(prepared ? 1 : 0);
  });
});
