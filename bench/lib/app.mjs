import fs from 'node:fs';
import path from 'node:path';
import { PLUGIN, ROOT } from '../../scripts/lib/root.mjs';

const TICKET = path.join(PLUGIN, 'server/src/modules/ticket/content-types/ticket/schema.json');

/** The ticket as the content-type builder would have made it: the same attributes, no index, relations in join tables. */
const stockSchema = () => {
  const { attributes, options } = JSON.parse(fs.readFileSync(TICKET, 'utf8'));
  return {
    kind: 'collectionType',
    collectionName: 'stock_tickets',
    info: { singularName: 'stock-ticket', pluralName: 'stock-tickets', displayName: 'Stock ticket' },
    options,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { useJoinTable: _, ...attribute }]) => [
        name,
        attribute.target === 'plugin::property-desk.ticket'
          ? { ...attribute, target: 'api::stock-ticket.stock-ticket' }
          : attribute,
      ])
    ),
  };
};

/** A notice as the content-type builder would have made it: what the feed shows of one, in columns of its own. */
const stockNotice = () => {
  const file = path.join(PLUGIN, 'server/src/modules/notice/content-types/notice/schema.json');
  const { attributes, options } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const shown = ['number', 'title', 'state', 'kind', 'body', 'channels', 'issuer', 'issuedAt', 'expiresAt', 'pinned'];
  return {
    kind: 'collectionType',
    collectionName: 'stock_notices',
    info: { singularName: 'stock-notice', pluralName: 'stock-notices', displayName: 'Stock notice' },
    options,
    attributes: Object.fromEntries(shown.map((name) => [name, attributes[name]])),
  };
};

/** A resident as the content-type builder would have made it: plain columns, nothing sealed. */
const stockResident = () => {
  const file = path.join(PLUGIN, 'server/src/modules/household/content-types/resident/schema.json');
  const { attributes, options } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const plain = Object.entries(attributes).filter(([, { type }]) => type !== 'relation');
  return {
    kind: 'collectionType',
    collectionName: 'stock_residents',
    info: { singularName: 'stock-resident', pluralName: 'stock-residents', displayName: 'Stock resident' },
    options,
    attributes: Object.fromEntries(plain),
  };
};

/**
 * Makes a Strapi app for the bench in a folder: the host's configuration, the plugin, and unless told otherwise the
 * rivals: the unguarded copy of the ticket and the bare routes. The host must be built.
 */
export const makeApp = (folder, { rivals = true } = {}) => {
  fs.cpSync(path.join(ROOT, 'dist/config'), path.join(folder, 'config'), { recursive: true });
  fs.rmSync(path.join(folder, 'config/env'), { recursive: true, force: true });
  // Beside the configuration: Strapi reads every file in there.
  fs.mkdirSync(path.join(folder, 'lib'));
  fs.renameSync(path.join(folder, 'config/plugins.js'), path.join(folder, 'lib/host-plugins.js'));
  fs.cpSync(path.join(ROOT, 'bench/app'), folder, { recursive: true });
  if (rivals) {
    for (const [name, schema] of [
      ['stock-ticket', stockSchema()],
      ['stock-notice', stockNotice()],
      ['stock-resident', stockResident()],
    ]) {
      const type = path.join(folder, `src/api/${name}/content-types/${name}`);
      fs.mkdirSync(type, { recursive: true });
      fs.writeFileSync(path.join(type, 'schema.json'), JSON.stringify(schema, null, 2));
    }
  } else {
    fs.rmSync(path.join(folder, 'src'), { recursive: true });
    fs.mkdirSync(path.join(folder, 'src/api'), { recursive: true });
  }
  fs.mkdirSync(path.join(folder, 'public/uploads'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'database/migrations'), { recursive: true });
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bench', private: true, dependencies }));
  const panel = path.join(ROOT, 'dist/build');
  if (fs.existsSync(panel)) fs.symlinkSync(panel, path.join(folder, 'build'), 'junction');
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
};
