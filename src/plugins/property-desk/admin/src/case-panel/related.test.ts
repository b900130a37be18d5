import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../translations/en.json';
import zhHans from '../translations/zh-Hans.json';

interface Schema {
  info: { singularName: string };
  attributes: Record<string, { type: string; target?: string }>;
}

const MODULES = join(__dirname, '../../../server/src/modules');
const PREFIX = 'plugin::property-desk.';

const schemas = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('schema.json'))
  .map((path) => JSON.parse(readFileSync(join(MODULES, path), 'utf8')) as Schema);
const cases = schemas.filter(({ attributes }) => attributes.state && attributes.revision && attributes.community);
const names = cases.map(({ info }) => info.singularName);
const leads = cases.flatMap(({ info, attributes }) =>
  Object.entries(attributes)
    .filter(([, { target }]) => target?.startsWith(PREFIX) && names.includes(target.slice(PREFIX.length)))
    .map(([attribute]) => `${info.singularName}.${attribute}`)
);

test('every way in which cases belong together has its words, from both ends', () => {
  expect(leads).toContain('complaint.repeatOf');
  for (const words of [zhHans, en] as Record<string, string>[]) {
    const missing = leads.flatMap((how) => [how, `${how}.back`]).filter((how) => !words[`related.${how}`]);
    expect(missing).toEqual([]);
  }
});
