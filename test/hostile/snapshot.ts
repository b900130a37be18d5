import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { runFolder } from '@harness';

/** Looks are logged by right when something is read; everything else must stand still. */
const LOOKS = 'pd_access_log';

/** Rows and checksum of every table of the plugin, and the files in its private store: equal means nothing changed. */
export const snapshotOf = async (strapi: Core.Strapi): Promise<Record<string, string>> => {
  const tables = [...strapi.db.metadata.values()]
    .map(({ tableName }) => tableName)
    .filter((name) => name.startsWith('pd_'));
  const taken: Record<string, string> = {};
  for (const table of tables.filter((name) => name !== LOOKS)) {
    const rows = await strapi.db.connection(table).select('*').orderBy('id');
    taken[table] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
  }
  const store = path.join(runFolder(), 'files');
  taken.files = fs.existsSync(store)
    ? String(fs.readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length)
    : '0';
  return taken;
};
