import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { must, NPM } from './run.mjs';

/** Installs the packages if they are missing or the lock file is newer than what is installed. */
export async function ensureInstalled() {
  const lock = path.join(ROOT, 'package-lock.json');
  const installed = path.join(ROOT, 'node_modules/.package-lock.json');
  const before = fs.statSync(installed, { throwIfNoEntry: false });
  if (before && before.mtimeMs >= fs.statSync(lock).mtimeMs) return;
  // The times differ after a checkout too; only a real difference is worth an installation.
  if (before && sameLock(lock, installed)) {
    fs.utimesSync(installed, new Date(), new Date());
    return;
  }
  console.log('npm ci…');
  await must(NPM, ['ci', '--no-audit', '--no-fund']);
}

/** Whether every package that the lock file demands on this system is installed in that version. */
function sameLock(lock, installed) {
  const wanted = JSON.parse(fs.readFileSync(lock, 'utf8')).packages;
  const present = JSON.parse(fs.readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([where, { version, optional, link }]) =>
      where === '' || link || !where.includes('node_modules/') || optional || present[where]?.version === version
  );
}
