// npm test [-- jest's arguments]: complete on a fresh machine; jest's globalSetup builds what is stale.
import { ensureInstalled } from './lib/install.mjs';
import { jest } from './lib/jest.mjs';
import { main } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  return jest(process.argv.slice(2));
});
