import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment, projectRoot } from './config';
import { UserError } from './errors';
import { runCommand } from './run-command';

const schemaFile = join(projectRoot, 'prisma', 'schema.prisma');
const stampFile = join(projectRoot, 'prisma', 'generated', '.schema-hash');

/**
 * Makes the database client of prisma/schema.prisma in prisma/generated, unless it is there already. Nothing is
 * downloaded: the client is written by code inside the prisma package, and the native engine that its command line
 * insists on finding is not used for it.
 * @returns a line that says what was done
 * @throws UserError when Prisma refuses the schema
 */
export async function generateClient(): Promise<string> {
  const hash = wantedHash();
  if (hash === undefined) {
    return 'the prisma package is not installed: run npm ci with development packages once, or bring prisma/generated along';
  }
  if (isFresh(hash)) return 'the database client is up to date';
  const outcome = await runCommand(
    process.execPath,
    [prismaProgram(), 'generate', '--schema', schemaFile, '--no-hints'],
    {
      label: 'making the database client',
      cwd: projectRoot,
      env: childEnvironment({
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
    },
  );
  if (outcome.kind !== 'done') {
    const reason = outcome.kind === 'failed' ? outcome.reason : 'Node is missing';
    throw new UserError(
      `the database client cannot be made: ${reason}`,
      'Correct prisma/schema.prisma and run npm run generate',
    );
  }
  writeFileSync(stampFile, hash);
  return 'the database client is made';
}

/** Whether prisma/generated was made from the present schema by the present version of Prisma. */
export function clientIsFresh(): boolean {
  const hash = wantedHash();
  return hash !== undefined && isFresh(hash);
}

function isFresh(hash: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
}

/** Over the schema and the version that turns it into code; undefined where Prisma is not installed. */
function wantedHash(): string | undefined {
  try {
    const { version } = require('prisma/package.json') as { version: string };
    return createHash('sha256').update(version).update(readFileSync(schemaFile)).digest('hex');
  } catch {
    return undefined;
  }
}

function prismaProgram(): string {
  return join(require.resolve('prisma/package.json'), '..', 'build', 'index.js');
}
