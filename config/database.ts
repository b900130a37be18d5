import path from 'path';
import type { Core } from '@strapi/strapi';

interface Connection {
  pragma(statement: string): unknown;
  prepare(sql: string): unknown;
}

/** Statements kept at hand, by their text. */
const STATEMENTS = 1000;

/**
 * The query builder prepares each statement anew, which costs more than most take to run. Whatever changes the
 * tables themselves empties the store.
 */
const keepStatements = (connection: Connection) => {
  const kept = new Map<string, unknown>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => {
    if (/^\s*(create|alter|drop|pragma|vacuum|reindex|attach|detach)\b/i.test(sql)) {
      kept.clear();
      return prepare(sql);
    }
    const known = kept.get(sql);
    if (known) return known;
    const made = prepare(sql);
    if (kept.size >= STATEMENTS) kept.delete(kept.keys().next().value as string);
    kept.set(sql, made);
    return made;
  };
};

/** SQLite unless the environment names PostgreSQL; these two are tested, no other is claimed. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');

  if (client === 'postgres') {
    return {
      connection: {
        client,
        connection: {
          connectionString: env('DATABASE_URL'),
          host: env('DATABASE_HOST', '127.0.0.1'),
          port: env.int('DATABASE_PORT', 5432),
          database: env('DATABASE_NAME', 'property_desk'),
          user: env('DATABASE_USERNAME', 'property_desk'),
          password: env('DATABASE_PASSWORD', ''),
          schema: env('DATABASE_SCHEMA', 'public'),
          ssl: env.bool('DATABASE_SSL', false) && {
            rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
          },
        },
        // The ledgers' own statements name their tables without a schema.
        searchPath: [env('DATABASE_SCHEMA', 'public')],
        pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
        acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60000),
        // The plugin's: what is asked at every request is planned once on each connection.
        preparedStatements: env.bool('DATABASE_PREPARED_STATEMENTS', true),
      },
    };
  }

  if (client !== 'sqlite') {
    throw new Error(`DATABASE_CLIENT is "${client}"; it must be sqlite or postgres`);
  }

  return {
    connection: {
      client,
      connection: {
        // `||` and not a default: an empty DATABASE_FILENAME in .env must not name the folder.
        filename: path.resolve(process.cwd(), env('DATABASE_FILENAME') || '.tmp/data.db'),
      },
      useNullAsDefault: true,
      pool: {
        // Write-ahead log: readers do not wait for a writer. FULL keeps every answered commit through a power cut.
        afterCreate: (connection: Connection, done: (error: Error | null, connection: unknown) => void) => {
          connection.pragma('journal_mode = WAL');
          connection.pragma('synchronous = FULL');
          connection.pragma('busy_timeout = 5000');
          keepStatements(connection);
          done(null, connection);
        },
      },
    },
  };
};

export default config;
