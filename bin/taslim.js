#!/usr/bin/env node

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`taslim: Node ${process.versions.node} is too old. Install Node 20.19 or newer`);
  process.exit(1);
}

try {
  require.resolve('tsx/cjs');
} catch {
  console.error('taslim: the packages are not installed. Run npm ci');
  // npm runs the script after installation even when it only writes the lock file: that is no failure.
  process.exit(process.argv[2] === 'generate' ? 0 : 1);
}

require('tsx/cjs');
const { main } = require('../platform/cli/index.ts');

main(process.argv.slice(2)).then((code) => process.exit(code));
