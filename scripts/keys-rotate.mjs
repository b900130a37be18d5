// npm run keys:rotate: moves what is sealed under the first key of PROPERTY_DESK_KEYS. See docs/confidential.md.
import { main, run } from './lib/run.mjs';

main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { buildHost, buildServer } = await import('./lib/build.mjs');
  await buildServer();
  await buildHost();
  return run(process.execPath, ['src/plugins/property-desk/bin/rotate-keys.mjs']);
});
