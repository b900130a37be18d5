import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { emptyDatabase } from '@harness';
import { createClock } from '../../clock/clock';
import { createRows } from '../../storage/rows';
import caseFile from '../../files/content-types/case-file/schema.json';
import looseFile from '../../files/content-types/loose-file/schema.json';
import accessLogEntry from '../content-types/access-log-entry/schema.json';

/** A person whose telephone, identity number and note are confidential. */
export const PERSON = 'plugin::property-desk.toy-person';
/** A house that belongs to a person: leads to what is confidential, holds nothing of it. */
export const HOUSE = 'plugin::property-desk.toy-house';
/** A street of houses: two steps away. */
export const STREET = 'plugin::property-desk.toy-street';

export const FIELDS = {
  [PERSON]: {
    telephone: { kind: 'telephone', hash: 'telephoneHash' },
    identityNumber: { kind: 'identityNumber' },
    note: { kind: 'text' },
  },
} as const;

const type = (singularName: string, attributes: Record<string, unknown>) => ({
  schema: {
    kind: 'collectionType',
    collectionName: `pd_${singularName.replace(/-/g, '_')}`,
    info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
    options: { draftAndPublish: false },
    attributes,
  },
});

const relation = (kind: string, target: string, more: Record<string, unknown> = {}) => ({
  type: 'relation',
  relation: kind,
  target,
  ...more,
});

const contentTypes = {
  community: type('community', { name: { type: 'string' } }),
  'staff-member': type('staff-member', { name: { type: 'string' } }),
  'access-log-entry': { schema: accessLogEntry },
  'case-file': { schema: caseFile },
  'loose-file': { schema: looseFile },
  'toy-person': type('toy-person', {
    name: { type: 'string' },
    telephone: { type: 'string' },
    telephoneHash: { type: 'string', private: true },
    identityNumber: { type: 'string' },
    note: { type: 'text' },
    houses: relation('oneToMany', HOUSE, { mappedBy: 'owner' }),
  }),
  'toy-house': type('toy-house', {
    name: { type: 'string' },
    owner: relation('manyToOne', PERSON, { inversedBy: 'houses', useJoinTable: false }),
    street: relation('manyToOne', STREET, { inversedBy: 'houses' }),
  }),
  'toy-street': type('toy-street', {
    name: { type: 'string' },
    houses: relation('oneToMany', HOUSE, { mappedBy: 'street' }),
  }),
};

/** A real Strapi on a real database in a directory of its own, with three toy content types and the kernel's three. */
export const startToyApp = async () => {
  const appDir = mkdtempSync(path.join(tmpdir(), 'pd-toy-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(appDir, name)), { recursive: true });
    writeFileSync(path.join(appDir, name), text);
  };
  const database = await emptyDatabase();
  const {
    DATABASE_HOST: host,
    DATABASE_PORT: port,
    DATABASE_NAME: name,
    DATABASE_USERNAME: user,
    DATABASE_PASSWORD: password,
  } = database.env;
  const connection =
    database.client === 'postgres'
      ? { client: 'postgres', connection: { host, port: Number(port), database: name, user, password } }
      : { client: 'sqlite', connection: { filename: database.env.DATABASE_FILENAME }, useNullAsDefault: true };
  const secret = () => randomBytes(16).toString('base64');

  write('package.json', JSON.stringify({ name: 'toy', version: '0.0.0', strapi: { uuid: false } }));
  write('public/uploads/.gitkeep', '');
  write('config/database.js', `module.exports = () => (${JSON.stringify({ connection })});`);
  write(
    'config/server.js',
    `module.exports = () => (${JSON.stringify({ host: '127.0.0.1', port: 2301, app: { keys: [secret()] }, logger: { config: { level: 'error' }, updates: { enabled: false } } })});`
  );
  write(
    'config/admin.js',
    `module.exports = () => (${JSON.stringify({ auth: { secret: secret() }, apiToken: { salt: secret() }, transfer: { token: { salt: secret() } }, serveAdminPanel: false })});`
  );
  write('config/api.js', `module.exports = { rest: { strictParams: true }, documents: { strictParams: true } };`);
  write(
    'config/middlewares.js',
    `module.exports = ['strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`
  );
  write(
    'config/plugins.js',
    `module.exports = { 'property-desk': { enabled: true, resolve: ${JSON.stringify(path.join(appDir, 'plugin'))} } };`
  );
  write(
    'plugin/package.json',
    JSON.stringify({ name: 'toy-plugin', version: '0.0.0', strapi: { kind: 'plugin', name: 'property-desk' } })
  );
  write('plugin/strapi-server.js', `module.exports = { contentTypes: ${JSON.stringify(contentTypes)} };`);

  const strapi: Core.Strapi = await createStrapi({ appDir, distDir: appDir }).load();
  strapi.server.mount();

  return {
    strapi,
    appDir,
    rows: createRows(strapi),
    clock: createClock('Asia/Shanghai'),
    async stop() {
      await strapi.destroy();
      await database.drop();
      rmSync(appDir, { recursive: true, force: true });
    },
  };
};
