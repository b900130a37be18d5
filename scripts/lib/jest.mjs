import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** Runs jest with these arguments; answers its exit code. */
export const jest = (args, env) =>
  run(process.execPath, [path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], { env });

/** The test files that boot a desk, directly or through a helper: whatever could answer otherwise on another database. */
export function integrationTests() {
  const found = [];
  for (const folder of ['src/plugins/property-desk/server/src', 'test']) {
    for (const name of fs.readdirSync(path.join(ROOT, folder), { recursive: true })) {
      if (!name.endsWith('.test.ts') || name.startsWith('lint')) continue;
      const file = path.join(ROOT, folder, name);
      if (/['"](@harness|[^'"]*\/testing(\/[^'"]*)?)['"]/.test(fs.readFileSync(file, 'utf8'))) found.push(file);
    }
  }
  return found;
}
