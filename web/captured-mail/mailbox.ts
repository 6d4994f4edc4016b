import type { Dirent } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';

/** One line of the list of captured mails. */
export interface CapturedMailSummary {
  readonly id: string;
  /** When the capture took it, ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
}

export interface CapturedMail extends CapturedMailSummary {
  readonly from: string;
  readonly text: string;
  /** A whole document as its sender wrote it: not to be trusted. Null if there is none. */
  readonly html: string | null;
}

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8}$/;
const HEADER_BYTES = 16 * 1024;

/** The ids of the mails in the folder, newest first; none if the folder does not exist yet. */
export async function mailIds(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.eml'))
    .map((entry) => entry.name.slice(0, -'.eml'.length))
    .filter((id) => ID.test(id))
    .sort()
    .reverse();
}

/** A mail's summary, from its header alone. */
export async function readSummary(folder: string, id: string): Promise<CapturedMailSummary> {
  const mail = await simpleParser(await readHeader(join(folder, `${id}.eml`)));
  return {
    id,
    receivedAt: id.replace(ID, '$1-$2-$3T$4:$5:$6.$7Z'),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
  };
}

/** A whole mail, or null where there is none: an id is a name that the capture gives, never a path. */
export async function findMail(folder: string, id: string): Promise<CapturedMail | null> {
  if (!ID.test(id)) return null;
  const source = await readFile(join(folder, `${id}.eml`)).catch(absent);
  if (source === null) return null;
  const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true });
  return {
    ...(await readSummary(folder, id)),
    from: mail.from?.text ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
  };
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? [];
}

async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    const end = start.indexOf('\r\n\r\n');
    return end === -1 ? start : start.subarray(0, end + 4);
  } finally {
    await file.close();
  }
}

function addresses(to: AddressObject | AddressObject[] | undefined): string {
  return [to ?? []]
    .flat()
    .map((address) => address.text)
    .join(', ');
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
