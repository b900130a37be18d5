import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './net.mjs';
import { must, NPM } from './run.mjs';
import { newSecrets } from './secrets.mjs';
import { startHost } from './server.mjs';

/**
 * Runs `use({ url, password })` against the built host on a database of its own, filled with the demo data; both are
 * gone afterwards. The server's output goes to `log`.
 */
export async function withDemoHost(log, use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-demo-'));
  const port = await freePort();
  const password = `Demo-${randomBytes(9).toString('base64url')}-1a`;
  const env = {
    ...newSecrets(),
    NODE_ENV: 'production',
    TZ: 'UTC',
    ENV_PATH: os.devNull,
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(folder, 'desk.db'),
    DEMO_PASSWORD: password,
    ADMIN_RATE_LIMIT: 'false',
  };
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, 'w');
  let server;
  try {
    await must(NPM, ['run', '--silent', 'demo:seed'], { env });
    server = await startHost({ port, env, stdio: ['ignore', output, output] });
    return await use({ url: server.url, password });
  } finally {
    await server?.stop();
    fs.closeSync(output);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
