/**
 * The arrows of docs/architecture.md: domain <- workflows <- activities <- services <- api, web; worker and platform
 * compose. The swc parser is used because TypeScript 7 has no compiler API that this tool could use; it counts
 * `import type` like any other import, so a cycle of types alone is found too.
 */

/** What each folder may import of the project, beside itself. */
const arrows = {
  domain: [],
  locales: ['domain'],
  workflows: ['domain', 'activities/[^/]+/[^/]*request\\.ts'],
  activities: ['domain', 'locales', 'prisma/generated'],
  services: [
    'domain',
    'workflows/messages',
    'workflows/procedures',
    'workflows/commands/plan',
    'activities/[^/]+/[^/]*request\\.ts',
    'activities/register/calendars',
    'activities/register/committee',
    'activities/register/hold-actor',
    'activities/register/lock-case',
    'activities/register/look-for-signers',
    'activities/register/tasks-to-sign',
    'prisma/generated',
  ],
  api: ['services', 'domain', 'locales'],
  web: ['services', 'domain', 'locales'],
  worker: ['workflows', 'activities', 'domain', 'prisma/generated'],
  platform: [
    'services',
    'api',
    'web',
    'worker',
    'activities',
    'workflows',
    'domain',
    'locales',
    'bench',
    'prisma/generated',
  ],
};

const own = `^(${[...Object.keys(arrows), 'prisma', 'bin', 'bench', 'test', 'docs'].join('|')})/`;

const folderRules = Object.entries(arrows).map(([folder, allowed]) => ({
  name: `arrows-of-${folder}`,
  comment: `${folder} may import ${['itself', ...allowed].join(', ')}; everything else would turn an arrow round`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: own,
    pathNot: [folder, ...allowed].map((path) => `^${path}${path.endsWith('.ts') ? '$' : '(/|\\.ts$)'}`),
  },
}));

/** Packages that only compute: no clock, no file, no network, the same answer on every machine. */
const purePackages = ['temporal-polyfill', 'zod', 'canonicalize'];

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'no-cycle',
      comment: 'Files that import each other cannot be understood one after the other',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Pure rules, without input or output: of Node only its hash functions',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: [`node_modules/(${[...purePackages, 'date-holidays'].join('|')})/`, '^crypto$'],
      },
    },
    {
      name: 'workflows-are-deterministic',
      comment: 'Workflow code is replayed: nothing of Node, and of packages only those made for it',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: [`node_modules/(@temporalio/(workflow|common)|${purePackages.join('|')})/`],
      },
    },
    {
      name: 'no-missing',
      comment: 'Every import leads to a file or an installed package',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^prisma/generated/' },
    },
    {
      name: 'no-development-package',
      comment:
        'What runs in production may not need a development package, but for the tools that make and check code',
      severity: 'error',
      from: { path: own, pathNot: '^(test|bench)/|^platform/(generate|cli/check)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    exclude: { path: ['^\\.[a-z]'] },
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    moduleSystems: ['cjs', 'es6'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'types', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
