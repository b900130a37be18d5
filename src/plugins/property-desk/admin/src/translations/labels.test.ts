import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import labels from './content-manager.zh-Hans.json';

interface Schema {
  info: { singularName: string; displayName: string };
  pluginOptions?: { 'content-manager'?: { visible?: boolean } };
  attributes: Record<string, { type: string; enum?: string[] }>;
}

const schemasIn = (folder: string): Schema[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return schemasIn(path);
    return entry.name === 'schema.json' && folder.includes('content-types')
      ? [JSON.parse(readFileSync(path, 'utf8')) as Schema]
      : [];
  });

const shown = schemasIn(join(__dirname, '../../../server/src')).filter(
  ({ pluginOptions }) => pluginOptions?.['content-manager']?.visible !== false
);

test.each(shown.map((schema) => [schema.info.singularName, schema] as const))(
  'the Content Manager has words for all of %s',
  (name, { info, attributes }) => {
    const wanted = [
      info.displayName,
      ...Object.keys(attributes).map((key) => `content-manager.content-types.plugin::property-desk.${name}.${key}`),
      ...Object.values(attributes).flatMap(({ enum: values = [] }) => values),
    ];
    expect(wanted.filter((key) => !(key in labels))).toEqual([]);
  }
);

test('there are such types', () => {
  expect(shown.length).toBeGreaterThan(12);
});
