import knex from 'knex';
import type { TestDatabase } from '@harness';

/** A row as the driver gives it. */

export type Raw = Record<string, any>;

/** Reads a database past any Strapi, e.g. between the death of one server and the start of the next. */
export const readRows = async ({ client, env }: TestDatabase, statement: string): Promise<Raw[]> => {
  const connection =
    client === 'sqlite'
      ? knex({ client: 'better-sqlite3', connection: { filename: env.DATABASE_FILENAME }, useNullAsDefault: true })
      : knex({
          client: 'pg',
          connection: {
            host: env.DATABASE_HOST,
            port: Number(env.DATABASE_PORT),
            user: env.DATABASE_USERNAME,
            password: env.DATABASE_PASSWORD,
            database: env.DATABASE_NAME,
          },
        });
  try {
    const answer = await connection.raw(statement);
    return Array.isArray(answer) ? answer : answer.rows;
  } finally {
    await connection.destroy();
  }
};

/** JSON columns come as text from SQLite. */
export const parsed = (value: unknown): Raw => (typeof value === 'string' ? JSON.parse(value) : (value as Raw));

/** An instant of either database, in milliseconds. */
export const millis = (value: unknown): number | null =>
  value === null ? null : new Date(value as string | number | Date).getTime();

/** Lets the leases of long work run out, as time would have done: whoever held them has been killed. */
export const expireLeases = (database: TestDatabase): Promise<Raw[]> =>
  readRows(database, 'update pd_archive_tasks set lease_until = created_at where finished_at is null returning id');
