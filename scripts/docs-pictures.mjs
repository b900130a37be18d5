// npm run docs:pictures [name …]: takes the pictures of docs/pictures, or those named, from the panel with the demo data.
// What is taken, by whom and where stands in lib/pictures/table.mjs.
// DOCS_URL with DEMO_PASSWORD names a panel that runs already; otherwise one is built, seeded and started.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { main } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  const { buildAll } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const { withDemoHost } = await import('./lib/demo-host.mjs');
  const { takePictures } = await import('./lib/pictures.mjs');

  const chromium = await ensureChromium();
  const folder = path.join(ROOT, 'docs/pictures');
  fs.mkdirSync(folder, { recursive: true });
  const only = process.argv.slice(2);
  const { DOCS_URL: url, DEMO_PASSWORD: password } = process.env;
  if (url && password) {
    await takePictures({ url, password, chromium, folder, only });
  } else {
    await buildAll();
    await withDemoHost(path.join(ROOT, '.tmp/docs-pictures.log'), (host) =>
      takePictures({ ...host, chromium, folder, only })
    );
  }
  for (const name of fs.readdirSync(folder).sort())
    console.log(`docs/pictures/${name}  ${Math.round(fs.statSync(path.join(folder, name)).size / 1024)} KB`);
  return 0;
});
