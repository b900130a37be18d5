// npm run test:e2e [-- files]: drives the panel in Chromium, on a server and a database of its own.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { Failure, main, run } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  const { buildAll } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const { withDemoHost } = await import('./lib/demo-host.mjs');

  const files = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const stories = files.length > 0 ? files : storiesIn('e2e');
  if (stories.length === 0) throw new Failure('There is no e2e/*.e2e.mjs');

  const chromium = await ensureChromium();
  await buildAll();

  const artifacts = path.join(ROOT, 'e2e/artifacts');
  const tap = process.env.E2E_TAP;
  try {
    return await withDemoHost(path.join(artifacts, 'server.log'), ({ url, password }) =>
      run(
        process.execPath,
        [
          '--test',
          '--test-concurrency=1',
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          ...(tap ? ['--test-reporter=tap', `--test-reporter-destination=${tap}`] : []),
          ...stories,
        ],
        { env: { E2E_URL: url, E2E_PASSWORD: password, E2E_ARTIFACTS: artifacts, CHROMIUM_PATH: chromium } }
      )
    );
  } finally {
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
