// The bench's app in a process of its own; does what its parent asks, and goes when the parent is gone.
import fs from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { analyse, fillArchive } from './archive.mjs';
import { createStock, importArchive } from './archive-import.mjs';
import { furnish } from './furnish.mjs';
import { fillObligations, fillTickets } from './fill.mjs';
import { fillYear, figures } from './map.mjs';
import { spreadYear } from './figures.mjs';
import { fillNotices } from './notices.mjs';
import { series } from './series.mjs';

const appDir = process.cwd();
const require = createRequire(path.join(appDir, 'package.json'));
// Strapi as an ES module does not load under plain Node.
const { createStrapi } = require('@strapi/strapi');

process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));

const strapi = createStrapi({ appDir, distDir: appDir, serveAdminPanel: process.env.BENCH_PANEL === 'on' });
await strapi.load();
strapi.server.mount();

const kernel = () => strapi.plugin('property-desk').service('kernel');
const recordings = () => require('./src/recordings.js');
let heard = null;
const inspector = new Session();
inspector.connect();

const COMMANDS = {
  /** Milliseconds of processor time so far. */
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  async profile() {
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.start');
  },
  async profiled(file) {
    const { profile } = await inspector.post('Profiler.stop');
    fs.writeFileSync(file, JSON.stringify(profile));
  },
  furnish: () => furnish(strapi),
  fillTickets: (options) => fillTickets(strapi, kernel(), options),
  fillObligations: (options) => fillObligations(strapi, kernel(), options),
  spreadYear: () => spreadYear(strapi, kernel()),
  fillYear: (options) => fillYear(strapi, kernel(), options),
  figures: (options) => figures(strapi, kernel(), options),
  async timedPlay(name) {
    const began = performance.now();
    await recordings().play(strapi, name);
    return performance.now() - began;
  },
  fillArchive: (options) => fillArchive(strapi, kernel(), options),
  analyse: () => analyse(strapi).then(() => null),
  fillNotices: (options) => fillNotices(strapi, kernel(), options),
  /** Whether what is public is answered ahead of the chain. */
  aheadOfChain(on) {
    kernel().settings.aheadOfChain = on;
  },
  importArchive: (options) => importArchive(strapi, kernel(), options),
  createStock: (options) => createStock(strapi, options),
  series: (options) => series(strapi, kernel(), options),
  async sweep() {
    const began = performance.now();
    const done = await kernel().sweep.round();
    return { ...done, milliseconds: performance.now() - began };
  },
  listen() {
    heard = recordings().listen(strapi);
  },
  heard: () => heard().length,
  keep: ({ name, ...options }) => recordings().keep(name, heard(), options),
};

process.on('message', async ({ id, command, argument }) => {
  try {
    process.send({ id, answer: await COMMANDS[command](argument) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});

strapi.server.httpServer.listen(0, '127.0.0.1', () =>
  process.send({ id: 'up', answer: { port: strapi.server.httpServer.address().port } })
);
