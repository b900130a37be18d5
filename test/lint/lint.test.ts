import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runFolder } from '@harness';

const ROOT = path.resolve(__dirname, '../..');
const PLUGIN = 'src/plugins/property-desk';

/** Runs dependency-cruiser with our rules over these files and answers the names of the rules they break. */
function broken(files: Record<string, string>): string[] {
  const folder = fs.mkdtempSync(path.join(runFolder(), 'leanings-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const cli = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, '--config', config, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

describe('leanings', () => {
  const face = { [`${PLUGIN}/server/src/modules/archive/index.ts`]: "export * from './deep';\n" };
  const deep = { [`${PLUGIN}/server/src/modules/archive/deep.ts`]: 'export const deep = 1;\n' };
  const contracts = { [`${PLUGIN}/contracts/index.ts`]: 'export const word = 1;\n' };

  it('lets a module use the kernel, the contracts and the face of another module', () => {
    expect(
      broken({
        ...face,
        ...deep,
        ...contracts,
        [`${PLUGIN}/server/src/kernel/clock.ts`]: 'export const now = 1;\n',
        [`${PLUGIN}/server/src/modules/loan/index.ts`]:
          "export { now } from '../../kernel/clock';\nexport { deep } from '../archive';\nexport { word } from '../../../../contracts';\n",
      })
    ).toEqual([]);
  });

  it.each([
    [
      'modules-by-their-face',
      { ...deep, [`${PLUGIN}/server/src/modules/loan/index.ts`]: "export { deep } from '../archive/deep';\n" },
    ],
    [
      'kernel-knows-no-module',
      { ...face, ...deep, [`${PLUGIN}/server/src/kernel/x.ts`]: "export { deep } from '../modules/archive';\n" },
    ],
    [
      'panel-speaks-through-contracts',
      { ...deep, [`${PLUGIN}/admin/src/x.ts`]: "export { deep } from '../../server/src/modules/archive/deep';\n" },
    ],
    [
      'server-knows-no-panel',
      {
        [`${PLUGIN}/admin/src/x.ts`]: 'export const x = 1;\n',
        [`${PLUGIN}/server/src/y.ts`]: "export { x } from '../../admin/src/x';\n",
      },
    ],
    ['contracts-import-nothing', { [`${PLUGIN}/contracts/x.ts`]: "export { sep } from 'node:path';\n" }],
    [
      'composition-by-faces',
      { ...deep, [`${PLUGIN}/server/src/index.ts`]: "export { deep } from './modules/archive/deep';\n" },
    ],
    [
      'no-cycles',
      {
        [`${PLUGIN}/contracts/a.ts`]: "export { b } from './b';\nexport const a = 1;\n",
        [`${PLUGIN}/contracts/b.ts`]: "export { a } from './a';\nexport const b = 1;\n",
      },
    ],
    [
      'host-knows-no-plugin-source',
      { ...contracts, 'src/index.ts': "export * from './plugins/property-desk/contracts';\n" },
    ],
    [
      'no-tests-in-production',
      {
        [`${PLUGIN}/contracts/a.ts`]: "export { a } from './a.test';\n",
        [`${PLUGIN}/contracts/a.test.ts`]: 'export const a = 1;\n',
      },
    ],
    ['resolves', { [`${PLUGIN}/contracts/a.ts`]: "export { a } from './nowhere';\n" }],
  ] as [string, Record<string, string>][])('%s is refused', (rule, files) => {
    expect(broken(files)).toContain(rule);
  });
});

describe('eslint', () => {
  const samples: [place: string, code: string, rule: string | null][] = [
    ['server/src/modules/loan/x.ts', "export const f = (s: S) => s.db.query('x');", 'no-restricted-syntax'],
    ['server/src/modules/loan/x.ts', "export const f = (s: S) => s.db.connection('pd_x');", 'no-restricted-syntax'],
    ['server/src/modules/loan/x.ts', "export const f = (s: S) => s.db.connection.raw('x');", 'no-restricted-syntax'],
    [
      'server/src/modules/loan/x.ts',
      "const { connection } = s.db; export const f = () => connection('x');",
      'no-restricted-syntax',
    ],
    ['server/src/modules/loan/x.ts', "export const f = (trx: S) => trx('pd_x').update({});", 'no-restricted-syntax'],
    ['server/src/modules/loan/x.ts', "export const f = (trx: S) => trx.raw('x');", 'no-restricted-syntax'],
    ['server/src/modules/loan/x.ts', 'export const f = () => Date.now();', 'no-restricted-syntax'],
    ['server/src/modules/loan/x.ts', 'export const f = () => new Date();', 'no-restricted-syntax'],
    ['server/src/modules/loan/x.ts', "import knex from 'knex'; export const f = knex;", 'no-restricted-imports'],
    ['server/src/modules/loan/x.ts', 'export const f = (x: any) => x;', '@typescript-eslint/no-explicit-any'],
    ['server/src/modules/loan/x.ts', 'const unused = 1;', '@typescript-eslint/no-unused-vars'],
    ['server/src/kernel/ledger/x.ts', 'export const ticketNumber = 1;', 'no-restricted-syntax'],
    ['server/src/kernel/ledger/x.ts', "export const uid = 'plugin::property-desk.household';", 'no-restricted-syntax'],
    [
      'admin/src/desk/x.tsx',
      "import { useState } from 'react'; export const F = (p: { a: boolean }) => { if (p.a) useState(1); return null; };",
      'react-hooks/rules-of-hooks',
    ],
    ['server/src/modules/loan/queries.ts', "export const f = (s: S) => s.db.connection('pd_x');", null],
    ['server/src/modules/loan/x.ts', 'export const f = (s: S) => rows.first(s.db.connection, 1);', null],
    ['server/src/kernel/ledger/x.ts', 'export const f = () => new Date().getTimezoneOffset();', null],
    ['server/src/modules/loan/x.test.ts', 'export const f = (x: any) => x;', null],
    ['server/src/modules/loan/x.test.ts', "export const f = (s: S) => s.db.query('x');", null],
    ['server/src/kernel/ledger/x.ts', "export const f = (s: S) => s.db.query('x');", null],
    ['server/src/kernel/clock/x.ts', 'export const f = () => new Date();', null],
    ['server/src/modules/loan/x.ts', 'export const f = (at: string) => new Date(at);', null],
  ];
  const program = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const answers = [];
    for (const [place, code] of ${JSON.stringify(samples)}) {
      const [result] = await eslint.lintText(code, { filePath: '${PLUGIN}/' + place });
      answers.push(result.messages.map((message) => message.ruleId));
    }
    console.log(JSON.stringify(answers));
  `;
  let answers: string[][];

  beforeAll(() => {
    const options = { cwd: ROOT, encoding: 'utf8' as const };
    answers = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], options));
  });

  it.each(samples.map((sample, index) => ({ place: sample[0], code: sample[1], rule: sample[2], index })))(
    '$place: $code → $rule',
    ({ rule, index }) => {
      expect(answers[index]).toEqual(rule ? [rule] : []);
    }
  );
});
