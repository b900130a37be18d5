// npm run bench [-- --quick] [--only actions,queue,sweep,startup,papers,map,figures,feed,search,import,panel] [--database sqlite|postgres] [--profile]
// Measures against stock Strapi and bare routes on the same data in the same run; see README.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, buildHost, buildServer } from '../scripts/lib/build.mjs';
import { ROOT } from '../scripts/lib/root.mjs';
import { Failure, main } from '../scripts/lib/run.mjs';
import { newSecrets } from '../scripts/lib/secrets.mjs';
import { makeApp } from './lib/app.mjs';
import { openDatabases } from './lib/database.mjs';
import { show, write } from './lib/report.mjs';
import { measureActions } from './measure/actions.mjs';
import { measureFigures } from './measure/figures.mjs';
import { measureImport } from './measure/import.mjs';
import { measureMap } from './measure/map.mjs';
import { measureFeed } from './measure/feed.mjs';
import { measurePanel } from './measure/panel.mjs';
import { measurePapers } from './measure/papers.mjs';
import { measureQueue } from './measure/queue.mjs';
import { measureSearch } from './measure/search.mjs';
import { measureStartup } from './measure/startup.mjs';
import { measureSweep } from './measure/sweep.mjs';

const MEASURES = {
  actions: measureActions,
  queue: measureQueue,
  sweep: measureSweep,
  startup: measureStartup,
  papers: measurePapers,
  map: measureMap,
  figures: measureFigures,
  feed: measureFeed,
  search: measureSearch,
  import: measureImport,
  panel: measurePanel,
};
const KINDS = ['sqlite', 'postgres'];

// Many short rounds: a neighbour's burst falls on all contestants alike.
const FULL = { rounds: 7, seconds: 1, sizes: [1000, 100_000, 1_000_000] };
const QUICK = { rounds: 2, seconds: 1, sizes: [1000, 100_000] };

const chosen = (given, all, name) => {
  const wanted = given ? given.split(',') : all;
  const wrong = wanted.find((each) => !all.includes(each));
  if (wrong !== undefined) throw new Failure(`--${name} ${wrong}: there are ${all.join(', ')}`);
  return wanted;
};

main(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      database: { type: 'string' },
      profile: { type: 'boolean', default: false },
    },
  });
  const measures = chosen(values.only, Object.keys(MEASURES), 'only');
  const kinds = chosen(values.database, KINDS, 'database');

  if (measures.includes('panel')) await buildAll();
  await buildServer();
  await buildHost();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-bench-'));
  for (const name of Object.keys(process.env))
    if (/^(DATABASE_|SMTP_|PROPERTY_DESK_)/.test(name)) delete process.env[name];
  Object.assign(process.env, newSecrets(), {
    NODE_ENV: 'production',
    TZ: 'UTC',
    ENV_PATH: os.devNull,
    STRAPI_TELEMETRY_DISABLED: 'true',
  });
  const profiles = values.profile && path.join(ROOT, 'bench/results/profiles');
  if (profiles) fs.mkdirSync(profiles, { recursive: true });
  const results = {};
  try {
    const app = makeApp(path.join(folder, 'app'));
    const empty = makeApp(path.join(folder, 'empty'), { rivals: false });
    for (const kind of kinds) {
      let databases;
      try {
        databases = await openDatabases(kind, folder);
      } catch (error) {
        if (values.database || !(error instanceof Failure)) throw error;
        console.log(`\n${kind} is left out: ${error.message}`);
        continue;
      }
      try {
        for (const name of measures) {
          console.log(`\n${kind}: measuring ${name}…`);
          const result = await MEASURES[name]({
            app,
            empty,
            databases,
            profiles,
            quick: values.quick,
            ...(values.quick ? QUICK : FULL),
          });
          results[kind] = { ...results[kind], [name]: result };
          show(`${kind}: ${name}`, result);
        }
      } finally {
        await databases.stop();
      }
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\nWritten to ${write(values, results)}`);
});
