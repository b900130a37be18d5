// npm run test:e2e [-- files]: drives the panel in Chromium, on a server and a database of its own.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { Failure, main, must, NPM, run } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  const { buildAll } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const { freePort } = await import('./lib/net.mjs');
  const { newSecrets } = await import('./lib/secrets.mjs');
  const { startHost } = await import('./lib/server.mjs');

  const files = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const stories = files.length > 0 ? files : storiesIn('e2e');
  if (stories.length === 0) throw new Failure('There is no e2e/*.e2e.mjs');

  const chromium = await ensureChromium();
  await buildAll();

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-e2e-'));
  const artifacts = path.join(ROOT, 'e2e/artifacts');
  fs.mkdirSync(artifacts, { recursive: true });
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
  };
  const log = path.join(artifacts, 'server.log');
  const output = fs.openSync(log, 'w');
  let server;
  try {
    await must(NPM, ['run', '--silent', 'demo:seed'], { env });
    server = await startHost({ port, env, stdio: ['ignore', output, output] });
    const tap = process.env.E2E_TAP;
    return await run(
      process.execPath,
      [
        '--test',
        '--test-concurrency=1',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        ...(tap ? ['--test-reporter=tap', `--test-reporter-destination=${tap}`] : []),
        ...stories,
      ],
      { env: { E2E_URL: server.url, E2E_PASSWORD: password, E2E_ARTIFACTS: artifacts, CHROMIUM_PATH: chromium } }
    );
  } finally {
    await server?.stop();
    fs.closeSync(output);
    fs.rmSync(folder, { recursive: true, force: true });
    console.log(`screenshots and the server's log: ${path.relative(ROOT, artifacts)}`);
  }
});

function storiesIn(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.e2e.mjs'))
    .sort()
    .map((name) => path.join(folder, name));
}
