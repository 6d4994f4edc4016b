import { execFileSync, spawnSync } from 'node:child_process';
import { messageOf, UserError } from '../errors';

/** The account that runs PostgreSQL, which refuses to run as root. */
const name = 'postgres';

export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account to run PostgreSQL as: undefined (this process's own) unless this process is root; then `postgres`,
 * made when missing.
 * @throws UserError when it cannot be made, or may not enter the data folder
 */
export function postgresUser(dataDir: string): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = findUser() ?? createUser();
  if (spawnSync('test', ['-x', dataDir], { ...user, cwd: '/' }).status === 0) return user;
  throw new UserError(
    `PostgreSQL runs as the user ${name}, who may not enter ${dataDir}`,
    'Set TASLIM_DATA to a folder that others may pass through (TASLIM_DATA=/var/lib/taslim), or start as an ordinary user',
  );
}

function findUser(): OsUser | undefined {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function idOf(option: '-u' | '-g'): number {
  return Number(
    execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

function createUser(): OsUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new UserError(
      `PostgreSQL does not run as root, and the user ${name} cannot be made (${messageOf(error)})`,
      'Start as an ordinary user, or set DATABASE_URL',
      { cause: error },
    );
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}
