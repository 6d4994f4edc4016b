import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that workflow code may import of the project (see .dependency-cruiser.cjs), and what carries traces through it. */
export const bundledFolders = ['activities', 'domain', 'worker', 'workflows'];

/** What npm has installed, with the checksum of each package; the packages a bundle takes in are among them. */
const installedPackages = 'node_modules/.package-lock.json';

/**
 * A hash over everything that a bundle of the project at `root` is made from: another content, another hash. The path
 * counts too, for it stands in the bundle's source map.
 *
 * @returns undefined where it cannot be told which packages are installed
 */
export function hashOfSources(root: string): string | undefined {
  const hash = createHash('sha256').update(JSON.stringify(root));
  try {
    hash.update(readFileSync(join(root, installedPackages)));
  } catch {
    return undefined;
  }
  for (const folder of bundledFolders) {
    for (const file of filesIn(join(root, folder))) {
      hash.update(JSON.stringify(file)).update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The text kept in `folder` under `key`; otherwise what `make` gives, which is then kept in the place of all others. A
 * folder that cannot be read or written costs time and nothing else.
 */
export async function kept(folder: string, key: string, make: () => Promise<string>): Promise<string> {
  const file = join(folder, `${key}.js`);
  const found = read(file);
  if (found !== undefined) return found;
  const made = await make();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const others = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const aside = join(folder, `.${key}.${process.pid}`);
    writeFileSync(aside, made, { mode: 0o600 });
    renameSync(aside, file);
    for (const name of others) rmSync(join(folder, name), { force: true });
  } catch {
    return made;
  }
  return made;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
