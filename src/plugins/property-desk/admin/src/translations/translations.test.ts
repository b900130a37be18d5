import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from '../../../contracts';
import labelsEn from './content-manager.en.json';
import labelsZh from './content-manager.zh-Hans.json';
import en from './en.json';
import zhHans from './zh-Hans.json';

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });

const code = sources(join(__dirname, '..'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test('both languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zhHans).sort());
  expect(Object.keys(labelsEn).sort()).toEqual(Object.keys(labelsZh).sort());
});

test('both languages fill the same values', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\w+/g))].sort();
  for (const [key, text] of Object.entries(zhHans)) {
    expect([key, holes(en[key as keyof typeof en])]).toEqual([key, holes(text)]);
  }
});

test('every word that the code names is there', () => {
  const named = [...code.matchAll(/\bt\('([\w.-]+)'/g)].map(([, key]) => key as string);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((key) => !(key in zhHans) && !(key in WORDS['zh-Hans']))).toEqual([]);
});

test('every word of the panel is named somewhere', () => {
  // `<type>.field.<name>` is looked up for whatever fields an action has.
  const open = [...code.matchAll(/`([\w.]+)\$\{/g)].map(([, prefix]) => prefix as string);
  const unused = Object.keys(zhHans).filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !code.includes(`.${key}`) &&
      !/\.field\./.test(key) &&
      !open.some((prefix) => key.startsWith(prefix))
  );
  expect(unused).toEqual([]);
});
