import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { emptyDatabase, runFolder, type TestDatabase } from '@harness';
import outboxMessage from '../content-types/outbox-message/schema.json';

const community = {
  kind: 'collectionType',
  collectionName: 'pd_communities',
  info: { singularName: 'community', pluralName: 'communities', displayName: 'Community' },
  options: { draftAndPublish: false },
  attributes: { name: { type: 'string' } },
};

const connection = ({ client, env }: TestDatabase) =>
  client === 'postgres'
    ? {
        client,
        connection: {
          host: env.DATABASE_HOST,
          port: Number(env.DATABASE_PORT),
          user: env.DATABASE_USERNAME,
          password: env.DATABASE_PASSWORD,
          database: env.DATABASE_NAME,
        },
        pool: { min: 0, max: 10 },
      }
    : { client, connection: { filename: env.DATABASE_FILENAME }, useNullAsDefault: true };

/**
 * A real Strapi with nothing in it but the outbox's table and mail by SMTP to a port of this machine. The whole host
 * would not do: its own cron would deliver what these tests want to see waiting.
 * @param smtpOptions options of nodemailer's transport
 */
export const bootApp = async (smtpOptions: Record<string, unknown>) => {
  const database = await emptyDatabase();
  const root = await mkdtemp(path.join(runFolder(), 'app-'));
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  };
  const config = (name: string, value: unknown) =>
    write(`config/${name}.js`, `module.exports = ${JSON.stringify(value)};`);

  await symlink(
    path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), '../..'),
    path.join(root, 'node_modules')
  );
  await write('package.json', JSON.stringify({ name: 'app', version: '1.0.0', strapi: { uuid: false } }));
  await mkdir(path.join(root, 'public/uploads'), { recursive: true });
  await mkdir(path.join(root, 'src/api'), { recursive: true });
  await config('server', { host: '127.0.0.1', port: 0, app: { keys: ['key'] }, logger: { config: { silent: true } } });
  await config('admin', {
    auth: { secret: 'secret' },
    apiToken: { salt: 'salt' },
    transfer: { token: { salt: 'salt' } },
  });
  await config('database', { connection: connection(database) });
  await config('plugins', {
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: smtpOptions,
        settings: { defaultFrom: 'desk@sunshine.example', defaultReplyTo: 'desk@sunshine.example' },
      },
    },
    'property-desk': { enabled: true, resolve: './src/plugins/property-desk' },
  });
  await write(
    'src/plugins/property-desk/package.json',
    JSON.stringify({ name: 'desk', version: '1.0.0', strapi: { kind: 'plugin', name: 'property-desk' } })
  );
  await write(
    'src/plugins/property-desk/strapi-server.js',
    `module.exports = { contentTypes: ${JSON.stringify({
      'outbox-message': { schema: outboxMessage },
      community: { schema: community },
    })} };`
  );

  const strapi: Core.Strapi = await createStrapi({ appDir: root, distDir: root }).load();
  return {
    strapi,
    root,
    async close() {
      await strapi.destroy();
      await database.drop();
      await rm(root, { recursive: true, force: true });
    },
  };
};
