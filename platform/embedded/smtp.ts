import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const HOST = '127.0.0.1';
const MAX_MAIL_BYTES = 10 * 1024 * 1024;

/**
 * An SMTP server that delivers nothing: each mail becomes one file in `folder`, named by the time of its arrival
 * (`20260122T160500123Z-<random>.eml`), readable by the owner only. It listens on loopback, without authentication.
 * Port 0 takes any free port.
 * @throws when the port is taken or the folder cannot be made.
 */
export async function startSmtpCapture(options: {
  readonly port: number;
  readonly folder: string;
}): Promise<{ url: string; port: number; stop(): Promise<void> }> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const server = captureServer(options.folder);
  const port = await listen(server, options.port);
  return { url: `smtp://${HOST}:${port}`, port, stop: () => stop(server) };
}

function captureServer(folder: string): SMTPServer {
  return new SMTPServer({
    banner: 'Taslim mail capture',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MAX_MAIL_BYTES,
    closeTimeout: 1_000,
    onData: (stream, _session, done) => {
      keep(folder, stream).then(
        () => done(),
        () => done(Object.assign(new Error('the mail could not be kept'), { responseCode: 451 })),
      );
    },
  });
}

async function keep(folder: string, mail: Readable & { sizeExceeded?: boolean }): Promise<void> {
  const content = await buffer(mail);
  if (mail.sizeExceeded) throw new Error('mail too large');
  const id = `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
  const unfinished = join(folder, `${id}.part`);
  await writeFile(unfinished, content, { mode: 0o600, flag: 'wx' });
  // Renamed when whole, so that nobody reads half a mail.
  await rename(unfinished, join(folder, `${id}.eml`));
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = server.listen(port, HOST, () => {
      server.off('error', reject);
      // A client that drops its connection is the client's matter; unheard, its error would end the process.
      server.on('error', () => undefined);
      resolve((listening.address() as AddressInfo).port);
    });
  });
}

function stop(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
