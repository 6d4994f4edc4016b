import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes an executable somewhere in the folder it is given; undefined when that is not possible on this machine. */
export type Source = (folder: string) => Promise<string | undefined>;

/** Whether the file exists and may be executed. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The executable at `target`: the one that is there, otherwise what the first source that can makes. It appears
 * complete or not at all, whatever ends the process, and stays: no source is asked again.
 * @returns `target`, or undefined when no source could
 */
export async function cachedExecutable(
  target: string,
  sources: readonly Source[],
): Promise<string | undefined> {
  if (isExecutable(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  for (const source of sources) if (await fill(target, source)) return target;
  return undefined;
}

async function fill(target: string, source: Source): Promise<boolean> {
  const folder = mkdtempSync(join(dirname(target), '.making-'));
  try {
    const made = await source(folder);
    if (made === undefined) return false;
    chmodSync(made, 0o755);
    renameSync(made, target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
