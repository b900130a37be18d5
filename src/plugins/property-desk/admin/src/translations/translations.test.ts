import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from '../../../contracts';
import labelsEn from './content-manager.en.json';
import labelsZh from './content-manager.zh-Hans.json';
import en from './en.json';
import zhHans from './zh-Hans.json';

interface Schema {
  info: { singularName: string };
  attributes: Record<string, { private?: boolean }>;
}

const files = (folder: string, named: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path, named);
    return named.test(entry.name) ? [path] : [];
  });

const code = files(join(__dirname, '..'), /^(?!.*\.test\.).*\.tsx?$/)
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

test('every field that the story of a case may name has a word', () => {
  const schemas = files(join(__dirname, '../../../server/src/modules'), /^schema\.json$/).map(
    (path) => JSON.parse(readFileSync(path, 'utf8')) as Schema
  );
  const cases = schemas.filter(({ attributes }) => attributes.state && attributes.revision && attributes.community);
  expect(cases.length).toBeGreaterThan(5);
  const wordless = cases.flatMap(({ info: { singularName }, attributes }) =>
    Object.keys(attributes).filter(
      (name) =>
        !attributes[name]?.private &&
        ![`${singularName}.field.${name}`, `field.${name}`, `${singularName}.${name}`].some(
          (key) => key in zhHans || key in WORDS['zh-Hans']
        )
    )
  );
  expect(wordless).toEqual([]);
});
