const PLUGIN = '^src/plugins/property-desk';
const MODULES = `${PLUGIN}/server/src/modules`;
const TEST = '\\.test\\.tsx?$|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'contracts-import-nothing',
      comment: 'Contracts are what both sides say: they import nothing but themselves.',
      severity: 'error',
      from: { path: `${PLUGIN}/contracts/`, pathNot: TEST },
      to: { pathNot: `${PLUGIN}/contracts/` },
    },
    {
      name: 'panel-speaks-through-contracts',
      comment: 'admin → contracts ← server.',
      severity: 'error',
      from: { path: `${PLUGIN}/admin/` },
      to: { path: `${PLUGIN}/server/` },
    },
    {
      name: 'server-knows-no-panel',
      comment: 'admin → contracts ← server.',
      severity: 'error',
      from: { path: `${PLUGIN}/server/` },
      to: { path: `${PLUGIN}/admin/` },
    },
    {
      name: 'kernel-knows-no-module',
      comment: 'modules → kernel, never back: the kernel knows no word of the trade.',
      severity: 'error',
      from: { path: `${PLUGIN}/server/src/kernel/` },
      to: { path: `${MODULES}/` },
    },
    {
      name: 'modules-by-their-face',
      comment: 'A module is used by another only through its index.ts.',
      severity: 'error',
      from: { path: `${MODULES}/([^/]+)/` },
      to: { path: `${MODULES}/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'composition-by-faces',
      comment: 'What composes the modules takes their index.ts.',
      severity: 'error',
      from: { path: `${PLUGIN}/server/src/[^/]+\\.ts$` },
      to: { path: `${MODULES}/`, pathNot: `${MODULES}/[^/]+/index\\.ts$` },
    },
    {
      name: 'host-knows-no-plugin-source',
      comment: 'The host loads the built plugin by its name, as any other site does.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: '^src/plugins/' },
      to: { path: '^src/plugins/' },
    },
    {
      name: 'no-tests-in-production',
      comment: 'Only tests use tests and the harness.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: TEST },
      to: { path: `^test/|${TEST}` },
    },
    {
      name: 'no-cycles',
      comment: 'A circle of files has no first one to load. Types alone may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'listed-packages-only',
      comment: 'A package that package.json does not name may vanish with the next installation.',
      severity: 'error',
      from: { path: '^(src|config|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      // Tests find the harness through jest's and TypeScript's settings.
      to: { couldNotResolve: true, pathNot: '^@harness$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.tmp)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
