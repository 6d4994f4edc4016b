import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** Every mail that the capture keeps in a folder, oldest first. */
export async function captured(folder: string): Promise<ParsedMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
}

/** The Message-IDs of these mails in alphabetical order. */
export function messageIds(mails: readonly { messageId?: string | undefined }[]): string[] {
  return mails.map((mail) => mail.messageId ?? '').sort();
}
