import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Files by the SHA-256 of their content, in one folder. The same bytes are kept once. */
export interface DocumentStore {
  /** Where uploads arrive before they are known. */
  readonly incoming: string;
  /** Takes a file out of `incoming` under its address; returns the address (hex). The file is on disk when it returns. */
  take(path: string): Promise<string>;
  /** Path of the file with this address. */
  pathOf(sha256: string): string;
}

/** Opens the store in `folder`, making it when it is not there. */
export async function openDocumentStore(folder: string): Promise<DocumentStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    incoming,
    pathOf,
    async take(path) {
      const sha256 = await hashOfFile(path);
      const target = pathOf(sha256);
      if (await exists(target)) {
        await rm(path);
        return sha256;
      }
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await flush(path);
      await rename(path, target);
      return sha256;
    },
  };
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
