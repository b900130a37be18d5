import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import type { TestDatabase } from '@harness';

export type Raw = Record<string, any>;

/** Reads a database past any Strapi, e.g. between the death of one server and the start of the next. */
export const readRows = async (database: TestDatabase, statement: string): Promise<Raw[]> => {
  const { env } = database;
  if (database.client === 'sqlite') {
    const file = new Sqlite(env.DATABASE_FILENAME);
    try {
      return file.prepare(statement).all() as Raw[];
    } finally {
      file.close();
    }
  }
  const client = new Client({
    host: env.DATABASE_HOST,
    port: Number(env.DATABASE_PORT),
    user: env.DATABASE_USERNAME,
    password: env.DATABASE_PASSWORD,
    database: env.DATABASE_NAME,
  });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};

/** JSON columns come as text from SQLite. */
export const parsed = (value: unknown): any => (typeof value === 'string' ? JSON.parse(value) : value);

/** An instant of either database, in milliseconds. */
export const millis = (value: unknown): number | null => (value === null ? null : new Date(value as string | number | Date).getTime());
