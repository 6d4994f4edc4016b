import { createServer, type Server } from 'node:net';
import { codeOf, UserError } from './errors';

const loopback = '127.0.0.1';

/**
 * For each wanted port: that port when it is free on loopback, otherwise a free one chosen by the system. All are
 * held open until the last is found, so that no two are the same.
 */
export async function choosePorts<Name extends string>(
  wanted: Readonly<Record<Name, number>>,
): Promise<Record<Name, number>> {
  const held: Server[] = [];
  const chosen: Record<Name, number> = { ...wanted };
  try {
    for (const name of Object.keys(wanted) as Name[]) {
      const server = (await hold(wanted[name])) ?? (await hold(0));
      if (server === undefined) throw new Error('the system gave no free port');
      held.push(server);
      chosen[name] = portOf(server);
    }
  } finally {
    await Promise.all(held.map(close));
  }
  return chosen;
}

/** A free port on loopback. */
export async function freePort(): Promise<number> {
  return (await choosePorts({ any: 0 })).any;
}

/** The port a listening server was given. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

function hold(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      ['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '') ? resolve(undefined) : reject(error),
    );
    server.listen(port, loopback, () => resolve(server));
  });
}

/**
 * Finds out early that a port cannot be taken, before anything long is started.
 *
 * @throws UserError when it is in use or not allowed
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** The error of a server that cannot listen, with what to do about it. */
export function portError(error: Error, port: number): Error {
  const code = codeOf(error);
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const why = code === 'EACCES' ? 'may not be used by this user' : 'is in use';
  return new UserError(`port ${port} ${why}`, 'End what uses it, or choose another: PORT=3100 npm start');
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
