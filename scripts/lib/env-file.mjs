import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { SECRETS } from './secrets.mjs';

const FILE = path.join(ROOT, '.env');

const text = () => (fs.existsSync(FILE) ? fs.readFileSync(FILE, 'utf8') : '');

/** What `.env` says; nothing if there is none. */
export const readEnvFile = () =>
  Object.fromEntries(
    [...text().matchAll(/^\s*(?:export\s+)?(\w+)\s*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^#\n\r]*))/gm)].map(
      ([, name, double, single, bare]) => [name, double ?? single ?? bare.trim()]
    )
  );

/**
 * Adds the secrets that neither `.env` nor the environment has; what is there is never changed.
 * Answers the names that were added.
 */
export function addMissingSecrets() {
  const known = { ...readEnvFile(), ...process.env };
  const missing = Object.keys(SECRETS).filter((name) => !known[name]);
  if (missing.length === 0) return [];
  const before = fs.existsSync(FILE)
    ? fs.readFileSync(FILE, 'utf8')
    : '# Every variable is explained in .env.example.\n';
  const lines = missing.map((name) => `${name}=${SECRETS[name]()}\n`).join('');
  fs.writeFileSync(FILE, `${before}${before.endsWith('\n') ? '' : '\n'}${lines}`, { mode: 0o600 });
  return missing;
}
