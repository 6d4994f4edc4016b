import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Message-IDs of the mails that were caught in a folder, in order, a second copy a second time. */
export async function caughtIds(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return mails.map((mail) => /^Message-ID: (\S+)/im.exec(mail)?.[1] ?? '').sort();
}
