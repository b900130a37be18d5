import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PLUGIN = 'src/plugins/property-desk';
const TESTS = ['**/*.test.{ts,tsx}', '**/testing/**'];

const RAW = 'Raw database access belongs to the kernel and to queries.ts files: nothing else may pass by the workflow.';
const rawAccess = [
  {
    selector:
      "MemberExpression[object.property.name='db'][property.name=/^(query|connection|getConnection|queryBuilder|entityManager)$/]",
    message: RAW,
  },
  {
    selector:
      "MemberExpression[object.name='db'][property.name=/^(query|connection|getConnection|queryBuilder|entityManager)$/]",
    message: RAW,
  },
  { selector: "VariableDeclarator[init.property.name='db'] > ObjectPattern", message: RAW },
  { selector: 'CallExpression[callee.name=/^(trx|knex)$/]', message: RAW },
  { selector: 'CallExpression[callee.object.name=/^(trx|knex)$/]', message: RAW },
];

const CLOCK = 'Time comes from the kernel’s clock, so that tests can set it.';
const ownClock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: CLOCK },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  {
    selector:
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]",
    message: CLOCK,
  },
];

const TRADE = 'The kernel knows no word of the trade.';
const words = '/ticket|household|repair|complaint|inquir|dunning|工单|住户|报修|投诉/i';
const tradeWords = [
  { selector: `Identifier[name=${words}]`, message: TRADE },
  { selector: `Literal[value=${words}]`, message: TRADE },
  { selector: `TemplateElement[value.raw=${words}]`, message: TRADE },
];

const restricted = (...lists) => ['error', ...lists.flat()];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '.cache/**',
      '.tmp/**',
      '.strapi/**',
      'types/generated/**',
      'e2e/artifacts/**',
      'bench/results/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-require-imports': 'error',
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Use node:crypto.' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: [`${PLUGIN}/server/src/**/*.ts`],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': restricted(rawAccess, ownClock),
      'no-restricted-imports': ['error', { paths: [{ name: 'knex', message: RAW, allowTypeImports: true }] }],
    },
  },
  // A later entry replaces the rule's options, so each place names all that holds there.
  {
    files: [`${PLUGIN}/server/src/modules/**/queries.ts`, `${PLUGIN}/server/src/modules/**/queries/*.ts`],
    rules: { 'no-restricted-syntax': restricted(ownClock) },
  },
  {
    files: [`${PLUGIN}/server/src/kernel/**/*.ts`],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': restricted(ownClock, tradeWords) },
  },
  {
    files: [`${PLUGIN}/server/src/kernel/clock/**/*.ts`],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': restricted(tradeWords) },
  },
  {
    files: [`${PLUGIN}/admin/**/*.{ts,tsx}`],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  }
);
