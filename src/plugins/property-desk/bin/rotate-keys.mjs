#!/usr/bin/env node
// Moves every sealed value and every private file under the first key of PROPERTY_DESK_KEYS; run it in the site's
// folder. Stop it whenever you like and run it again: what is moved stays moved.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = process.cwd();
const require = createRequire(path.join(root, 'package.json'));

const say = ({ kind, moved, missed, broken, missing }) =>
  `${kind}: ${moved} moved${missed ? `, ${missed} moved by others meanwhile` : ''}` +
  `${broken ? `, ${broken} BROKEN (their key is not on the ring, or they were altered)` : ''}` +
  `${missing ? `, ${missing} MISSING from the store` : ''}`;

const main = async () => {
  process.env.TZ = 'UTC';
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  const { createStrapi } = require('@strapi/strapi');
  const distDir = fs.existsSync(path.join(root, 'tsconfig.json')) ? path.join(root, 'dist') : root;
  const strapi = createStrapi({ appDir: root, distDir, serveAdminPanel: false });
  // The clock is the running desk's business.
  strapi.config.set('plugin::property-desk.sweepEvery', null);
  strapi.log.level = 'error';
  try {
    await strapi.load();
    const { rotateKeys } = strapi.plugin('property-desk').service('kernel');
    const report = await rotateKeys({ onProgress: (progress) => console.log(say(progress)) });
    console.log(`${say(report.values)}\n${say(report.files)}`);
    for (const { id, values, files } of report.older)
      console.log(
        values + files === 0
          ? `Nothing is under key "${id}" any more: it may be removed from PROPERTY_DESK_KEYS. Keep it with the backups made so far.`
          : `${values} values and ${files} files are still under key "${id}": keep it.`
      );
    return report.values.broken + report.files.broken + report.files.missing === 0 ? 0 : 1;
  } finally {
    await strapi.destroy();
  }
};

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error?.message ?? error);
    process.exit(1);
  }
);
