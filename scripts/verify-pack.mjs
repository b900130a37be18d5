// Proof that an existing Strapi site can add the plugin: the packed plugin in an otherwise stock site, with nothing
// added to its configuration but the two PROPERTY_DESK_* variables.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pluginIsBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { freePort } from './lib/net.mjs';
import { PLUGIN, ROOT } from './lib/root.mjs';
import { main, NPM } from './lib/run.mjs';
import { SECRETS } from './lib/secrets.mjs';
import { startHost } from './lib/server.mjs';

const NAME = 'strapi-plugin-property-desk';
const ROLES = ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'].map(
  (role) => `property-desk-${role}`
);

/** What a site made by `create-strapi` depends on. */
const STOCK = [
  '@strapi/strapi',
  '@strapi/plugin-users-permissions',
  'better-sqlite3',
  'react',
  'react-dom',
  'react-router-dom',
  'styled-components',
];

/** A site's own settings, as `create-strapi` writes them. */
const SITE = {
  'config/admin.js': `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  serveAdminPanel: false,
});\n`,
  'config/api.js': 'module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };\n',
  'config/database.js': `module.exports = ({ env }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: env('DATABASE_FILENAME') },
    useNullAsDefault: true,
  },
});\n`,
  'config/middlewares.js': `module.exports = ['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session', 'favicon', 'public'].map((name) => 'strapi::' + name);\n`,
  'config/server.js': `module.exports = ({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
});\n`,
  'src/index.js': 'module.exports = {};\n',
  'public/uploads/.gitkeep': '',
  'favicon.png': '',
};

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
}

/** Packs the plugin as it would be published (prepack builds it) and answers the tarball. */
function pack(folder) {
  const answer = execFileSync(NPM, ['pack', '--json', '--pack-destination', folder, '--workspace', NAME], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  pluginIsBuilt();
  // What the build says comes first on the same stream.
  const packed = JSON.parse(answer.slice(answer.search(/^[[{]\s*$/m)));
  const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed);
  return path.join(folder, filename);
}

/**
 * Gives the site only what its package.json and the plugin's name: a package that the plugin uses without naming it
 * would not be found, although it lies in this repository's node_modules.
 */
function install(site, tarball) {
  const modules = path.join(site, 'node_modules');
  const plugin = path.join(modules, NAME);
  fs.mkdirSync(plugin, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', plugin, '--strip-components=1']);
  const { dependencies, peerDependencies } = readJson(path.join(plugin, 'package.json'));
  for (const name of new Set([...STOCK, ...Object.keys({ ...dependencies, ...peerDependencies })])) {
    const own = path.join(PLUGIN, 'node_modules', name);
    const target = fs.existsSync(own) ? own : path.join(ROOT, 'node_modules', name);
    assert.ok(fs.existsSync(target), `${name} is named by the plugin's package.json, but not installed`);
    const link = path.join(fs.existsSync(own) ? path.join(plugin, 'node_modules') : modules, name);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(target, link, 'junction');
  }
}

main(async () => {
  await ensureInstalled();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-pack-'));
  const site = path.join(folder, 'site');
  let server;
  try {
    const tarball = pack(folder);
    const { version } = readJson(path.join(ROOT, 'node_modules/@strapi/strapi/package.json'));
    write(site, {
      ...SITE,
      'package.json': JSON.stringify({
        name: 'a-site',
        version: '0.0.0',
        private: true,
        dependencies: {
          ...Object.fromEntries(STOCK.map((name) => [name, '*'])),
          '@strapi/strapi': version,
          [NAME]: `file:${tarball}`,
        },
      }),
    });
    install(site, tarball);

    const secrets = Object.fromEntries(Object.entries(SECRETS).map(([name, make]) => [name, make()]));
    const filename = path.join(site, 'data.db');
    const port = await freePort();
    server = await startHost({
      port,
      cwd: site,
      stdio: 'pipe',
      env: { ...secrets, ENV_PATH: os.devNull, HOST: '127.0.0.1', DATABASE_FILENAME: filename },
    });

    const desk = await fetch(`${server.url}/property-desk/desk`);
    assert.equal(desk.status, 401, `GET /property-desk/desk without login answered ${desk.status}`);
    await server.stop();

    const Database = createRequire(path.join(ROOT, 'package.json'))('better-sqlite3');
    const database = new Database(filename, { readonly: true });
    const codes = database
      .prepare('SELECT code FROM admin_roles')
      .all()
      .map(({ code }) => code);
    database.close();
    for (const role of [...ROLES, 'strapi-super-admin']) {
      assert.ok(codes.includes(role), `There is no role ${role}; there are ${codes.join(', ')}`);
    }
    console.log(`PASS: ${path.basename(tarball)} works in a stock Strapi ${version} site`);
  } catch (error) {
    if (server) console.error(server.output());
    throw error;
  } finally {
    await server?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
