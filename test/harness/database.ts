import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { startServer } from './server';

/** A database of its own for a test file; `env` points the host's configuration at it. */
export interface TestDatabase {
  client: 'sqlite' | 'postgres';
  env: Record<string, string>;
  /** Removes it; a server that still uses it fails from then on. */
  drop(): Promise<void>;
}

/** A database to copy. */
type Template = Pick<TestDatabase, 'env'>;

/** Whether this run is on PostgreSQL (`npm run test:postgres`). */
export const onPostgres = process.env.TEST_DATABASE === 'postgres';

const postgres = () => ({
  host: process.env.TEST_PG_HOST ?? '127.0.0.1',
  port: Number(process.env.TEST_PG_PORT ?? 5432),
  user: process.env.TEST_PG_USER ?? 'postgres',
  password: process.env.TEST_PG_PASSWORD ?? '',
});

async function onServer(statement: string): Promise<void> {
  const client = new Client({ ...postgres(), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function createPostgres(template?: Template): Promise<TestDatabase> {
  const name = `desk_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template.env.DATABASE_NAME}` : ''}`);
  const { host, port, user, password } = postgres();
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

function createSqlite(template?: Template): TestDatabase {
  const folder = path.join(runFolder(), randomUUID());
  // With its write-ahead log, should there be one.
  if (template) fs.cpSync(path.dirname(template.env.DATABASE_FILENAME), folder, { recursive: true });
  else fs.mkdirSync(folder);
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

/** An empty database on whatever this run tests against: for tests of the first start, and for other apps than the host. */
export const emptyDatabase = async (): Promise<TestDatabase> => (onPostgres ? createPostgres() : createSqlite());

/** A database on which the host has been started once, so that a boot need not make all tables anew. */
export async function createDatabase(): Promise<TestDatabase> {
  const template = await startedOnce();
  return onPostgres ? createPostgres(template) : createSqlite(template);
}

/** The run's one database to copy; whoever needs it first makes it, the other workers wait. */
async function startedOnce(): Promise<Template> {
  const folder = path.join(runFolder(), 'started-once');
  const [made, failed] = ['made.json', 'failed.txt'].map((name) => path.join(folder, name));
  try {
    fs.mkdirSync(folder);
    const database = await emptyDatabase();
    const server = await startServer(database);
    await server.end();
    fs.writeFileSync(`${made}.tmp`, JSON.stringify({ env: database.env }));
    fs.renameSync(`${made}.tmp`, made);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      fs.writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!fs.existsSync(made)) {
    if (fs.existsSync(failed)) throw new Error(fs.readFileSync(failed, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return JSON.parse(fs.readFileSync(made, 'utf8')) as Template;
}
