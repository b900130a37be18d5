import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildHost, buildServer } from '../../scripts/lib/build.mjs';
import { newSecrets } from '../../scripts/lib/secrets.mjs';

/** What a developer's shell or `.env` says about databases, mail and the like must not reach the tests. */
const FOREIGN = /^(DATABASE_|SMTP_|MAIL_|PROPERTY_DESK_|DESK_|TIME_ZONE$|PUBLIC_URL$|IS_PROXIED$|HOST$|PORT$)/;

/** Once per run: builds what is stale, makes this run's secrets and its temporary folder. */
export default async function globalSetup() {
  await buildServer();
  await buildHost();

  for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) delete process.env[name];
  Object.assign(process.env, newSecrets(), {
    NODE_ENV: 'test',
    TZ: 'UTC',
    ENV_PATH: os.devNull,
    STRAPI_TELEMETRY_DISABLED: 'true',
    PROPERTY_DESK_TEST_FOLDER: fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-test-')),
  });
}
