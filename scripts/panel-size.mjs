// npm run panel:size: how heavy the plugin makes the panel; fails above what was promised.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { PLUGIN, ROOT } from './lib/root.mjs';
import { Failure, main } from './lib/run.mjs';

/** All code of the plugin together, as it is sent (gzip). Words of a language are no code, and are said beside it. */
const LIMIT = 350_000;

const PAGES = path.join(PLUGIN, 'admin/src/pages.tsx');
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

/** The pages of the desk with the module of each, as its table of pages has them. */
function pages() {
  const code = fs.readFileSync(PAGES, 'utf8');
  const own = [...code.matchAll(/page\('([^']+)', \(\) => import\('[^']*\/(\w+)'\)/g)];
  if (own.length === 0) throw new Failure(`${PAGES} is not written as this check reads it`);
  return [...own.map(([, at, module]) => [at, module]), ['lists of cases', 'CaseListPage'], ['a case', 'CasePage']];
}

main(async () => {
  await ensureInstalled();
  const { buildAll } = await import('./lib/build.mjs');
  const { weigh } = await import('./lib/panel-weight.mjs');
  await buildAll();
  const weight = weigh({ build: path.join(ROOT, 'dist/build'), dist: path.join(PLUGIN, 'dist/admin') });

  console.log('with a page of the desk, all that it needs of the plugin:');
  for (const [at, module] of pages().sort(([one], [other]) => (one < other ? -1 : 1)))
    console.log(`${kB(weight.load('App', module))}  ${at}`);
  console.log('the heaviest files:');
  for (const [name, bytes] of weight.files.slice(0, 12)) console.log(`${kB(bytes)}  ${name}`);
  console.log(`${kB(weight.first)}  with the panel’s first file`);
  for (const [language, bytes] of Object.entries(weight.words)) console.log(`${kB(bytes)}  words, ${language}`);
  console.log(`${kB(weight.code)}  code in all ${weight.files.length} files, of ${kB(LIMIT).trim()} at most`);
  if (weight.code > LIMIT) throw new Failure('The plugin makes the panel too heavy.');
});
