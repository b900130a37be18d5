import fs from 'node:fs';
import path from 'node:path';
import { fingerprint, isStale, remember } from './fingerprint.mjs';
import { PLUGIN, ROOT } from './root.mjs';
import { NPM, quietly } from './run.mjs';

const SERVER_SOURCES = [
  'package-lock.json',
  'src/plugins/property-desk/package.json',
  'src/plugins/property-desk/contracts',
  'src/plugins/property-desk/server',
];
const PLUGIN_SOURCES = [...SERVER_SOURCES, 'src/plugins/property-desk/admin'];
const HOST_SOURCES = ['package-lock.json', 'tsconfig.json', 'config', 'src/index.ts', 'src/api', 'src/extensions'];

const SERVER_BUILD = {
  name: 'plugin-server',
  inputs: SERVER_SOURCES,
  output: 'src/plugins/property-desk/dist/server/index.js',
};
const PLUGIN_BUILD = {
  name: 'plugin',
  inputs: PLUGIN_SOURCES,
  output: 'src/plugins/property-desk/dist/admin/index.js',
};
const HOST_BUILD = { name: 'host', inputs: HOST_SOURCES, output: 'dist/config/server.js' };
const PANEL_BUILD = {
  name: 'panel',
  inputs: [...PLUGIN_SOURCES, ...HOST_SOURCES, 'src/admin'],
  output: 'dist/build/index.html',
};

const say = (text) => console.log(`\x1b[2m${text}\x1b[0m`);

async function buildOnce(target, label, work) {
  if (!isStale(target)) return;
  const inputs = fingerprint(target.inputs);
  say(`${label}…`);
  const started = performance.now();
  await work();
  remember(target, inputs);
  say(`${label}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Tells that somebody else has just built the plugin from the present sources, so that it need not be done again. */
export function pluginIsBuilt() {
  for (const target of [PLUGIN_BUILD, SERVER_BUILD]) remember(target, fingerprint(target.inputs));
}

/** Builds the plugin, if its sources changed. */
export const buildPlugin = () =>
  buildOnce(PLUGIN_BUILD, 'building the plugin', async () => {
    await quietly(NPM, ['run', '--silent', 'build:plugin']);
    remember(SERVER_BUILD, fingerprint(SERVER_BUILD.inputs));
  });

/**
 * Builds the plugin's server half only, if its sources changed: the same bundler with the same settings, in a folder
 * whose package.json offers neither a panel nor types. That is what takes the time, and tests of the server need neither.
 */
export const buildServer = () =>
  buildOnce(SERVER_BUILD, "building the plugin's server", async () => {
    const folder = path.join(PLUGIN, '.cache/server');
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const manifest = JSON.parse(fs.readFileSync(path.join(PLUGIN, 'package.json'), 'utf8'));
    const { types: _, ...server } = manifest.exports['./strapi-server'];
    manifest.exports = { ...manifest.exports, './strapi-server': server };
    delete manifest.exports['./strapi-admin'];
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    for (const source of ['server', 'contracts']) {
      fs.symlinkSync(path.join(PLUGIN, source), path.join(folder, source), 'junction');
    }
    await quietly(
      process.execPath,
      [path.join(ROOT, 'node_modules/@strapi/sdk-plugin/bin/strapi-plugin.js'), 'build'],
      {
        cwd: folder,
      }
    );
    for (const bundle of fs.readdirSync(path.join(folder, 'dist'))) {
      const dist = path.join(PLUGIN, 'dist', bundle);
      fs.mkdirSync(dist, { recursive: true });
      for (const name of fs.readdirSync(dist)) {
        if (/\.m?js(\.map)?$/.test(name)) fs.rmSync(path.join(dist, name));
      }
      fs.cpSync(path.join(folder, 'dist', bundle), dist, { recursive: true });
    }
  });

/** Compiles the host's TypeScript into dist, without the panel, if its sources changed. */
export const buildHost = () =>
  buildOnce(HOST_BUILD, 'compiling the host', async () => {
    // What a removed source left behind would still be loaded; the panel's build stays.
    for (const entry of fs.existsSync(path.join(ROOT, 'dist')) ? fs.readdirSync(path.join(ROOT, 'dist')) : []) {
      if (entry !== 'build') fs.rmSync(path.join(ROOT, 'dist', entry), { recursive: true, force: true });
    }
    await quietly(process.execPath, ['-e', 'require("@strapi/strapi").compileStrapi({ appDir: process.cwd() })']);
  });

/** Builds everything that a server with its panel needs, if sources changed. */
export async function buildAll() {
  await buildPlugin();
  await buildOnce(PANEL_BUILD, 'building the panel', async () => {
    await quietly(process.execPath, [path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js'), 'build'], {
      env: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
    });
    // `strapi build` compiles the host as well.
    remember(HOST_BUILD, fingerprint(HOST_BUILD.inputs));
  });
  await buildHost();
}
