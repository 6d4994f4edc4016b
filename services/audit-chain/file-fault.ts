import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DocumentStore } from '../documents/store';

/** What is wrong with the file under an address; null when its bytes are the ones that the address names. */
export async function fileFault(store: DocumentStore, sha256: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(store.pathOf(sha256)), hash);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? `the file ${sha256} is missing` : `the file ${sha256} cannot be read`;
  }
  const computed = hash.digest('hex');
  return computed === sha256 ? null : `the file ${sha256} was changed: it gives ${computed}`;
}
