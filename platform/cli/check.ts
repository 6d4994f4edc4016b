import { join } from 'node:path';
import { projectRoot } from '../config';
import { migrationSql } from '../database/diff';
import { messageOf } from '../errors';
import { clientIsFresh } from '../generate';
import { lawPageIsFresh } from '../law-page';
import { picturesAreFresh } from '../procedure-pictures';
import { runCommand } from '../run-command';

/** A check gives undefined when it passes, otherwise what is wrong. */
type Check = () => Promise<string | undefined>;

const checks: readonly (readonly [name: string, passes: Check])[] = [
  ['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json')],
  ['lint and format', () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')],
  [
    'architecture',
    () => tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'),
  ],
  ['database client is fresh', async () => (clientIsFresh() ? undefined : 'run npm run generate')],
  ['docs/law.md is fresh', async () => (lawPageIsFresh() ? undefined : 'run npm run generate')],
  ['docs/procedures is fresh', async () => ((await picturesAreFresh()) ? undefined : 'run npm run generate')],
  ['migrations make the schema', async () => (await migrationSql()) || undefined],
];

/** Runs every check, one line each, with what is wrong under those that fail; the exit code is 1 if any did. */
export async function run(): Promise<void> {
  for (const [name, passes] of checks) {
    const complaint = await passes().catch(messageOf);
    console.log(`${complaint === undefined ? 'pass' : 'FAIL'}  ${name}`);
    if (complaint === undefined) continue;
    console.log(complaint);
    process.exitCode = 1;
  }
}

async function tool(program: string, ...args: string[]): Promise<string | undefined> {
  const file = join(projectRoot, 'node_modules', program);
  const outcome = await runCommand(process.execPath, [file, ...args], { label: program, cwd: projectRoot });
  if (outcome.kind === 'failed') return outcome.output;
  return outcome.kind === 'missing' ? 'Node is missing' : undefined;
}
