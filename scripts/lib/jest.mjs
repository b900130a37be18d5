import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** Runs jest with these arguments; answers its exit code. */
export const jest = (args, env) =>
  run(process.execPath, [path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], { env });

/** The test files that boot a desk, that is, everything whose answer could depend on the database. */
export function integrationTests() {
  const found = [];
  for (const folder of ['src/plugins/property-desk/server', 'test']) {
    for (const name of fs.readdirSync(path.join(ROOT, folder), { recursive: true })) {
      const file = path.join(ROOT, folder, name);
      if (/\.test\.ts$/.test(name) && !name.includes('node_modules') && /['"]@harness['"]/.test(fs.readFileSync(file, 'utf8')))
        found.push(file);
    }
  }
  return found;
}
