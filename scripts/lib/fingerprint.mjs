import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';

/** Where the fingerprints of what was built last are kept. */
const STAMPS = path.join(ROOT, '.cache/stamps');

/** Tests and test doubles are not part of what is built. */
const isTest = (name) => /\.test\.[cm]?[jt]sx?$/.test(name) || name === 'testing';

function* filesOf(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) {
    yield entry;
    return;
  }
  for (const child of fs.readdirSync(entry, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (child.name === 'node_modules' || child.name === 'dist' || isTest(child.name)) continue;
    if (child.isDirectory()) yield* filesOf(path.join(entry, child.name));
    else if (child.isFile()) yield path.join(entry, child.name);
  }
}

/** A hash of the names and contents of these files and folders (relative to the root), tests left out. */
export function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesOf(path.join(ROOT, input))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

const outputTime = (output) => fs.statSync(path.join(ROOT, output), { throwIfNoEntry: false })?.mtimeMs;

const stampFile = (name) => path.join(STAMPS, `${name}.json`);

/**
 * Whether something must be built: its inputs changed since the last build, or its output is missing or was written
 * by somebody else since (a build by hand may have been of other sources).
 */
export function isStale({ name, inputs, output }) {
  const built = outputTime(output);
  if (built === undefined) return true;
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile(name), 'utf8'));
    return stamp.built !== built || stamp.inputs !== fingerprint(inputs);
  } catch {
    return true;
  }
}

/** Remembers that `name` is built from the inputs with this fingerprint (taken before the build began). */
export function remember({ name, output }, inputs) {
  fs.mkdirSync(STAMPS, { recursive: true });
  fs.writeFileSync(stampFile(name), JSON.stringify({ inputs, built: outputTime(output) }));
}
