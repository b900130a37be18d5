// What a plugin adds to the panel, by the built panel's own imports.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const zipped = (code) => gzipSync(code, { level: 9 }).length;

const STATIC = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.m?js)["']/g;
const DYNAMIC = /\bimport\(\s*["']\.\/([^"']+\.m?js)["']/g;
const names = (code, pattern) => [...code.matchAll(pattern)].map(([, name]) => name);

/** The modules of a folder with what each imports at once and what it imports later. */
function modulesIn(folder, ending) {
  const modules = new Map();
  for (const name of fs.readdirSync(folder).filter((each) => each.endsWith(ending))) {
    const code = fs.readFileSync(path.join(folder, name), 'utf8');
    modules.set(name, { code, now: names(code, STATIC), later: names(code, DYNAMIC) });
  }
  return modules;
}

/** Everything that is loaded with these; `open` says which modules are gone into, `edges` by which imports. */
function closure(modules, roots, { edges = ({ now }) => now, open = () => true } = {}) {
  const seen = new Set();
  const waiting = [...roots];
  while (waiting.length > 0) {
    const name = waiting.pop();
    const found = modules.get(name);
    if (!found || seen.has(name) || !open(name)) continue;
    seen.add(name);
    waiting.push(...edges(found));
  }
  return seen;
}

/** Bundles that hold the words of a language and nothing else. */
const WORDS = /^(?:content-manager\.)?(zh-Hans|en)-/;

const all = ({ now, later }) => [...now, ...later];

/**
 * Weighs the plugin's part of a built panel: the files that are there only because of it, libraries among them, and
 * its share of the file that everybody loads first (before it is made small there). Sizes are bytes as they are sent, gzip.
 * @param build folder of the built panel
 * @param dist folder of the plugin's own bundles that went into it
 * @returns its files, heaviest first, what it adds to the first file, its code all together, its words by language, and
 *   what a page of it loads
 */
export function weigh({ build, dist }) {
  const panel = modulesIn(build, '.js');
  const plugin = modulesIn(dist, '.mjs');
  const [, entry] = /src="[^"]*\/([^"/]+\.js)"/.exec(fs.readFileSync(path.join(build, 'index.html'), 'utf8'));

  // The panel's bundler keeps the names of the plugin's bundles and puts a hash behind them.
  const own = [...plugin.keys()].map((name) => name.replace(/\.mjs$/, '')).filter((name) => name !== 'index');
  const bundleOf = (file) => own.find((name) => file.startsWith(`${name}-`));
  const reached = closure(panel, [entry], { edges: all });
  const stock = closure(panel, [entry], { edges: all, open: (name) => !bundleOf(name) });
  const added = [...reached].filter((name) => !stock.has(name));
  if (added.length === 0) throw new Error(`${build} holds nothing of the plugin`);

  const size = new Map(added.map((name) => [name, zipped(panel.get(name).code)]));
  const atStart = [...closure(plugin, ['index.mjs'])].map((name) => plugin.get(name).code).join('\n');
  const first = zipped(atStart);

  const sum = (files) => [...files].reduce((bytes, name) => bytes + (size.get(name) ?? 0), 0);
  const words = {};
  const code = [];
  for (const name of size.keys()) {
    const language = WORDS.exec(name)?.[1];
    if (language) words[language] = (words[language] ?? 0) + size.get(name);
    else code.push(name);
  }
  return {
    files: [...size].sort(([, one], [, other]) => other - one),
    first,
    code: first + sum(code),
    words,
    /** What comes with the bundles of these names (`DeskPage`), those of the plugin only. */
    load: (...bundles) =>
      sum(
        closure(
          panel,
          added.filter((file) => bundles.some((bundle) => bundleOf(file)?.startsWith(`${bundle}-`)))
        )
      ),
  };
}
