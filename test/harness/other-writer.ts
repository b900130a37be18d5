import knex from 'knex';
import type { Core } from '@strapi/strapi';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody else on the same database, e.g. a script of the company's own: a connection past Strapi. */
export const otherWriter = (strapi: Core.Strapi) => {
  const { client, connection } = strapi.db.connection.client.config;
  const database = knex({ client, connection, useNullAsDefault: true });
  return {
    database,

    /** PostgreSQL: until somebody waits for what another transaction holds. */
    async untilWaiting(): Promise<void> {
      for (let turn = 0; turn < 1000; turn += 1) {
        const { rows } = await database.raw(
          "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        );
        if (rows.length > 0) return;
        await pause(10);
      }
      throw new Error('Nobody waits');
    },

    end: () => database.destroy(),
  };
};
