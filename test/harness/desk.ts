import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import type { Kernel } from '../../src/plugins/property-desk/server/src/kernel/kernel';
import { createDatabase, type TestDatabase } from './database';
import { peopleOf, type Client, type People } from './people';

const ROOT = path.resolve(__dirname, '../..');

/** How a desk is booted for tests. */
export interface BootOptions {
  /** The database of an earlier desk, to start again on; without it, an empty one. */
  database?: TestDatabase;
  /** Environment variables beside the harness's own, seen by config/. */
  env?: Record<string, string | undefined>;
  /** A last word before Strapi registers, e.g. to set configuration. */
  configure?: (strapi: Core.Strapi) => void | Promise<void>;
}

/** The host app with the built plugin, running on a free port of 127.0.0.1. */
export interface Desk extends People {
  strapi: Core.Strapi;
  /** Sends requests as nobody. */
  request: Client;
  /** `strapi.plugin('property-desk').service('kernel')` */
  kernel: Kernel;
  /** e.g. `http://127.0.0.1:41234` */
  url: string;
  database: TestDatabase;
  /** Waits until nothing uses the database any more: Strapi emits `entry.*` after a commit without waiting for it. */
  drain(): Promise<void>;
  /** Drains, closes all connections, destroys Strapi, and drops the database unless told to keep it. May be repeated. */
  stop(options?: { keepDatabase?: boolean }): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function drain(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  let quiet = 0;
  for (let turn = 0; quiet < 3; turn += 1) {
    if (turn > 1000) throw new Error('The database is still in use after 10 s');
    const busy = pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates();
    quiet = busy === 0 ? quiet + 1 : 0;
    await pause(10);
  }
}

/** Sets variables and answers a function that puts back what was there. */
function withEnvironment(variables: Record<string, string | undefined>): () => void {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  const set = (values: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  set(variables);
  return () => set(before);
}

/**
 * Boots the host app with the built plugin on a database of its own. One desk at a time in a test file: Strapi keeps
 * itself in a global. More processes on the same database, and starts that are meant to fail: `startServer`.
 */
export async function bootDesk(options: BootOptions = {}): Promise<Desk> {
  const database = options.database ?? (await createDatabase());
  const restore = withEnvironment({ ...database.env, ...options.env });
  let strapi: Core.Strapi | undefined;
  try {
    strapi = createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist'), serveAdminPanel: false });
    await options.configure?.(strapi);
    await strapi.load();
    return await running(strapi, database, restore);
  } catch (error) {
    // What did come up would keep jest from ending.
    await strapi?.destroy().catch(() => strapi?.db?.destroy());
    restore();
    if (!options.database) await database.drop();
    throw error;
  }
}

async function running(strapi: Core.Strapi, database: TestDatabase, restore: () => void): Promise<Desk> {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const people = peopleOf(strapi);
  let stopped = false;

  return {
    ...people,
    strapi,
    request: people.client(),
    kernel: strapi.plugin('property-desk').service('kernel'),
    url: `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`,
    database,
    drain: () => drain(strapi),
    async stop({ keepDatabase = false } = {}) {
      if (!stopped) {
        stopped = true;
        await drain(strapi);
        httpServer.closeAllConnections();
        await strapi.destroy();
        restore();
      }
      if (!keepDatabase) await database.drop();
    },
  };
}
