// Jest 29 loads a configuration in TypeScript only through ts-node, which nothing else here needs.
process.env.TZ = 'UTC';

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/src/plugins/property-desk', '<rootDir>/test'],
  testMatch: [
    '<rootDir>/src/plugins/property-desk/{contracts,server,admin}/**/*.test.{ts,tsx}',
    '<rootDir>/test/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/src/plugins/property-desk/dist'],
  moduleNameMapper: { '^@harness$': '<rootDir>/test/harness/index.ts' },
  transform: { '\\.tsx?$': swc, 'node_modules/@xarsh/.+\\.js$': swc },
  // Published as ES modules only; everything else in node_modules is loaded as it is.
  transformIgnorePatterns: ['/node_modules/(?!@xarsh/)'],
  globalSetup: '<rootDir>/test/harness/global-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
  testEnvironment: 'node',
  testTimeout: 120_000,
  maxWorkers: 2,
  collectCoverage: false,
};
