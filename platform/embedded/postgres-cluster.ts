import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf, UserError } from '../errors';
import type { PostgresPrograms } from './postgres-programs';
import type { OsUser } from './postgres-user';

export interface ClusterOptions {
  /** The folder of the cluster. */
  readonly cluster: string;
  readonly programs: PostgresPrograms;
  /** Password of the superuser `postgres`. */
  readonly password: string;
  readonly report: (line: string) => void;
}

/**
 * Makes the cluster when there is none. It is made aside and moved into place, so that a start that was killed in
 * between leaves nothing half made. Text is UTF-8, sorted the same on every machine.
 */
export async function initialiseCluster({
  cluster,
  programs,
  password,
  report,
}: ClusterOptions): Promise<void> {
  if (existsSync(cluster)) return;
  report('PostgreSQL: making the database (first start)');
  const aside = `${cluster}.making`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  own(aside, programs.user);
  const secret = passwordFile(password, programs.user);
  try {
    await promisify(execFile)(programs.initdb, initdbArguments(aside, secret.file), {
      cwd: '/',
      ...programs.user,
    });
  } catch (error) {
    throw new UserError(
      `PostgreSQL could not make its data folder: ${messageOf(error)}`,
      'Check the free space and the rights of the data folder',
      {
        cause: error,
      },
    );
  } finally {
    rmSync(secret.folder, { recursive: true, force: true });
  }
  renameSync(aside, cluster);
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    ...[
      '-D',
      folder,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ];
}

function passwordFile(password: string, user: OsUser | undefined): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'taslim-'));
  const file = join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  own(folder, user);
  own(file, user);
  return { folder, file };
}

function own(path: string, user: OsUser | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}
