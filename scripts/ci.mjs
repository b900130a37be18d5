// bash .ci/run: every check, each named and timed; stops at the first that fails.
// The last line says how many tests passed and failed in all suites together.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/root.mjs';
import { NPM, run } from './lib/run.mjs';

const RESULTS = path.join(ROOT, '.cache/ci');
const result = (name) => path.join(RESULTS, name);

const npm = (...args) => [NPM, args];
const script = (name, ...args) => [process.execPath, [path.join(ROOT, 'scripts', name), ...args]];
const jestJson = (name) => ['--ci', '--json', `--outputFile=${result(name)}`];

const STEPS = [
  {
    name: 'tests (SQLite)',
    command: script('test.mjs', ...jestJson('sqlite.json')),
    counts: () => fromJest('sqlite.json'),
  },
  { name: 'lint', command: npm('run', '--silent', 'lint') },
  { name: 'types', command: npm('run', '--silent', 'types') },
  { name: 'plugin in a stock site', command: script('verify-pack.mjs') },
  // What is verified is what packing has just built: tests build the server half only.
  { name: 'plugin package', command: npm('run', '--silent', 'verify', '--workspace', 'strapi-plugin-property-desk') },
  {
    name: 'tests (PostgreSQL)',
    command: script('test-postgres.mjs', ...jestJson('postgres.json')),
    counts: () => fromJest('postgres.json'),
  },
  { name: 'panel size', command: script('panel-size.mjs') },
  {
    name: 'browser tests',
    command: script('test-e2e.mjs'),
    env: { E2E_TAP: result('e2e.tap') },
    counts: () => fromTap('e2e.tap'),
  },
];

/** A test file that could not even start counts as one failure. */
function fromJest(name) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    fs.readFileSync(result(name), 'utf8')
  );
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests };
}

function fromTap(name) {
  const text = fs.readFileSync(result(name), 'utf8');
  const count = (what) => Number(text.match(new RegExp(`^# ${what} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') };
}

function counted(step) {
  try {
    return step.counts?.() ?? { passed: 0, failed: 0, skipped: 0 };
  } catch {
    // It ended before it wrote its results.
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

fs.rmSync(RESULTS, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(0)} s`;
const total = { passed: 0, failed: 0, skipped: 0 };
const times = [];
const began = performance.now();

for (const step of STEPS) {
  console.log(`\n=== ${step.name}`);
  const started = performance.now();
  const [command, args] = step.command;
  const code = await run(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { CI: 'true', STRAPI_TELEMETRY_DISABLED: 'true', ...step.env },
  });
  const counts = counted(step);
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  // A check that fails without a failing test of its own is a failure too.
  total.failed += code === 0 ? counts.failed : Math.max(counts.failed, 1);
  const well = code === 0 && counts.failed === 0;
  times.push(`${well ? 'ok    ' : 'FAILED'} ${seconds(started).padStart(6)}  ${step.name}`);
  if (!well) {
    process.exitCode = code || 1;
    break;
  }
}

console.log(`\n${times.join('\n')}\n${''.padStart(6)} ${seconds(began).padStart(6)}  in all`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
