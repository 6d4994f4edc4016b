import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, UserError } from '../errors';
import { startTime } from '../processes';

const fileName = 'embedded.lock';

/**
 * Takes the data folder for this process; a lock left by a process that is gone is taken over.
 * @returns what gives the folder free again
 * @throws UserError when the embedded parts already run from it
 */
export function lockFolder(dataDir: string): () => void {
  const lock = join(dataDir, fileName);
  const mine = join(dataDir, `.${fileName}.${process.pid}`);
  writeFileSync(mine, `${process.pid} ${startTime(process.pid)}`, { mode: 0o600 });
  try {
    while (!linked(mine, lock)) removeStale(lock, `${mine}.stale`, dataDir);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** A hard link appears whole, and only when there was none: two processes cannot both succeed. */
function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the lock aside before looking at it once more: what another process took in between is put back. */
function removeStale(lock: string, aside: string, dataDir: string): void {
  refuseLiving(lock, dataDir);
  if (!moved(lock, aside)) return;
  try {
    refuseLiving(aside, dataDir);
  } catch (error) {
    linked(aside, lock);
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function refuseLiving(lock: string, dataDir: string): void {
  const [pid = '', started = ''] = readOrEmpty(lock).split(' ');
  if (pid === '' || startTime(Number(pid)) !== started) return;
  throw new UserError(
    `the embedded parts already run from ${dataDir} (process ${pid})`,
    'Use those, end that process, or set TASLIM_DATA to another folder',
  );
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
