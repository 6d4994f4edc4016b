/** Packages that are ES modules only: transformed, because jest runs CommonJS. */
const esmOnly = [
  '@borewit',
  '@prisma/schema-engine-wasm',
  '@tokenizer',
  'file-type',
  'jose',
  'oauth4webapi',
  'oidc-provider',
  'openid-client',
  'strtok3',
  'temporal-polyfill',
  'temporal-utils',
  'token-types',
  'uint8array-extras',
];

module.exports = {
  testEnvironment: 'node',
  globalSetup: './test/support/global-setup.ts',
  globalTeardown: './test/support/global-teardown.ts',
  reporters: ['default', './test/support/count-reporter.js'],
  testSequencer: './test/support/longest-first.js',
  // More than a small machine has cores: the longest files mostly wait for other processes, or for a minute to pass.
  maxWorkers: 3,
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2023' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};
