import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PLUGIN = 'src/plugins/property-desk';
const TESTS = ['**/*.test.{ts,tsx}', '**/testing/**', 'test/**'];

const RAW = 'Raw database access belongs to the kernel and to queries.ts files: nothing else may pass by the workflow.';
// A connection may be handed to the kernel's readers and to queries; only they use it.
const rawAccess = [
  "MemberExpression[object.property.name='db'][property.name=/^(query|queryBuilder|entityManager)$/]",
  "MemberExpression[object.name='db'][property.name=/^(query|queryBuilder|entityManager)$/]",
  'CallExpression[callee.property.name=/^(connection|getConnection)$/]',
  "CallExpression[callee.object.property.name='connection']",
  'CallExpression[callee.name=/^(trx|knex|connection)$/]',
  'CallExpression[callee.object.name=/^(trx|knex|connection)$/]',
].map((selector) => ({ selector, message: RAW }));

const CLOCK = 'Time comes from the kernel’s clock, so that tests can set it.';
// The process's own time zone is no time of day.
const ownClock = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]:not(MemberExpression[property.name='getTimezoneOffset'] > NewExpression)",
  "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]",
].map((selector) => ({ selector, message: CLOCK }));

const TRADE = 'The kernel knows no word of the trade.';
const words = '/ticket|household|repair|complaint|inquir|dunning|工单|住户|报修|投诉/i';
const tradeWords = [`Identifier[name=${words}]`, `Literal[value=${words}]`, `TemplateElement[value.raw=${words}]`].map(
  (selector) => ({ selector, message: TRADE })
);

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
  // Tests look into untyped corners of Strapi, load modules anew, and may leave a moment to chance.
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['**/*.cjs', 'bench/app/**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
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
