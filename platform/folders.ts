import { accessSync, chmodSync, constants, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from './errors';

/** Who runs as root lets its services' own users pass through the data folder, but not read it. */
const dataFolderMode = process.getuid?.() === 0 ? 0o711 : 0o700;

/**
 * Makes the data folder if need be and proves that it can be written.
 * @throws UserError naming TASLIM_DATA when it cannot.
 */
export function ensureDataFolder(dataDir: string): void {
  makeWritable(dataDir, 'data', 'Set TASLIM_DATA to a folder that this user may write');
  try {
    chmodSync(dataDir, dataFolderMode);
  } catch {
    // The folder belongs to another user who let this one write in it: its mode is his to choose.
  }
}

/** Makes the cache folder if need be. @throws UserError naming TASLIM_CACHE when it cannot be written. */
export function ensureCacheFolder(cacheDir: string): void {
  makeWritable(cacheDir, 'cache', 'Set TASLIM_CACHE to a folder that this user may write');
}

/** Writes a file that only this user may read, so that a reader sees the old content or the new, never a part. */
export function writePrivateFile(folder: string, name: string, content: string): void {
  const temporary = join(folder, `.${name}.${process.pid}`);
  writeFileSync(temporary, content, { mode: 0o600 });
  renameSync(temporary, join(folder, name));
}

function makeWritable(folder: string, purpose: string, remedy: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UserError(`the ${purpose} folder ${folder} cannot be written (${messageOf(error)})`, remedy, {
      cause: error,
    });
  }
}
