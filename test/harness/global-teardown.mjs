import fs from 'node:fs';

/** Once per run: removes this run's databases and files. */
export default async function globalTeardown() {
  fs.rmSync(process.env.PROPERTY_DESK_TEST_FOLDER, { recursive: true, force: true });
}
