// node scripts/complete-lock.mjs [--check]: adds to package-lock.json the optional packages for other systems that npm left out.
// npm leaves out what the registry at hand does not offer (mirrors often hold one system's binaries only), and then
// `npm ci` refuses the lock file on every machine. Their system and processor are read from their names.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/root.mjs';

const FILE = path.join(ROOT, 'package-lock.json');
const SYSTEM =
  /-(android|darwin|freebsd|openbsd|openharmony|linux|win32)-(arm64|x64|arm|ppc64|s390x|riscv64|loong64|ia32)(?:-(.+))?$/;

/** Whether `name` is in the lock file as `from` would find it: beside it or in a folder above. */
function isLocked(packages, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

function entry(packages, name, version) {
  const [ending, os, cpu, abi] = name.match(SYSTEM) ?? [];
  if (!ending) throw new Error(`${name}: which system is it for?`);
  const prefix = `node_modules/${name.slice(0, -ending.length)}-`;
  // One for this system tells what all of them have in common.
  const { dev, devOptional, peer, license, engines } =
    Object.entries(packages).find(([place]) => place.startsWith(prefix))?.[1] ?? {};
  const libc = os === 'linux' && abi ? [abi.startsWith('musl') ? 'musl' : 'glibc'] : undefined;
  return { version, cpu: [cpu], dev, devOptional, libc, license, optional: true, os: [os], peer, engines };
}

const lock = JSON.parse(fs.readFileSync(FILE, 'utf8'));
const missing = [];
for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!isLocked(lock.packages, place, name)) missing.push([name, version]);
  }
}

if (missing.length === 0) {
  console.log('package-lock.json is complete');
} else if (process.argv.includes('--check')) {
  console.error(
    `package-lock.json lacks ${missing.map(([name]) => name).join(', ')}: run node scripts/complete-lock.mjs`
  );
  process.exitCode = 1;
} else {
  for (const [name, version] of missing) {
    lock.packages[`node_modules/${name}`] = entry(lock.packages, name, version);
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  fs.writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`added ${missing.length}: ${missing.map(([name]) => name).join(', ')}`);
}
