import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../scripts/lib/postgres.mjs';

/** Databases of one kind for this run: `create()` answers the environment that points the app at a new, empty one. */
export const openDatabases = async (kind, folder) => {
  if (kind === 'sqlite') {
    return {
      create: async () => ({
        DATABASE_CLIENT: 'sqlite',
        DATABASE_FILENAME: path.join(folder, `${randomUUID()}.db`),
      }),
      stop: async () => {},
    };
  }
  // Commits are as durable as an office's: SQLite waits for the disk at each, so does this.
  const server = await startPostgres({ durable: true });
  return {
    async create() {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      const { host, port, user, password } = server;
      const client = new pg.Client({ host, port, user, password, database: 'postgres' });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return {
        DATABASE_CLIENT: 'postgres',
        DATABASE_HOST: host,
        DATABASE_PORT: String(port),
        DATABASE_USERNAME: user,
        DATABASE_PASSWORD: password,
        DATABASE_NAME: name,
      };
    },
    stop: () => server.stop(),
  };
};
