import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** A database of its own for a test file; `env` points the host's configuration at it. */
export interface TestDatabase {
  client: 'sqlite' | 'postgres';
  env: Record<string, string>;
  /** Removes it; a server that still uses it fails from then on. */
  drop(): Promise<void>;
}

/** Whether this run is on PostgreSQL (`npm run test:postgres`). */
export const onPostgres = process.env.TEST_DATABASE === 'postgres';

const server = () => ({
  host: process.env.TEST_PG_HOST ?? '127.0.0.1',
  port: Number(process.env.TEST_PG_PORT ?? 5432),
  user: process.env.TEST_PG_USER ?? 'postgres',
  password: process.env.TEST_PG_PASSWORD ?? '',
});

async function onServer(statement: string): Promise<void> {
  const client = new Client({ ...server(), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function createPostgres(): Promise<TestDatabase> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const { host, port, user, password } = server();
  return {
    client: 'postgres',
    env: {
      DATABASE_CLIENT: 'postgres',
      DATABASE_HOST: host,
      DATABASE_PORT: String(port),
      DATABASE_USERNAME: user,
      DATABASE_PASSWORD: password,
      DATABASE_NAME: name,
    },
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function createSqlite(): TestDatabase {
  const folder = path.join(runFolder(), randomUUID());
  fs.mkdirSync(folder);
  return {
    client: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'desk.db') },
    drop: async () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** This run's temporary folder; removed when the run ends. */
export function runFolder(): string {
  const folder = process.env.PROPERTY_DESK_TEST_FOLDER;
  if (!folder) throw new Error('The harness works under jest only: its globalSetup makes the temporary folder');
  return folder;
}

/** An empty database on whatever this run tests against. */
export const createDatabase = async (): Promise<TestDatabase> => (onPostgres ? createPostgres() : createSqlite());
