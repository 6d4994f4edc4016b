import { createServer, type Server } from 'node:net';
import { codeOf, UserError } from './errors';

const loopback = '127.0.0.1';

/** True when a port is in use or may not be used by this user. */
function isNotToBeHad(error: unknown): boolean {
  return ['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '');
}

/** The variables that give the product's own servers their ports. */
export type PortVariable = 'PORT' | 'WORKER_PORT';

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

/** More often than this it is no bad luck any more. */
const maxStarts = 5;

/**
 * Starts something on the ports that `choosePorts` finds. Another program may take one between the look and the
 * start: then, when `start` fails with the code of a taken port, it is looked and started again.
 */
export async function onFreePorts<Name extends string, Started>(
  wanted: Readonly<Record<Name, number>>,
  start: (ports: Record<Name, number>) => Promise<Started>,
): Promise<Started> {
  for (let starts = 1; ; starts += 1) {
    try {
      return await start(await choosePorts(wanted));
    } catch (error) {
      if (starts === maxStarts || !isNotToBeHad(error)) throw error;
    }
  }
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
    server.once('error', (error) => (isNotToBeHad(error) ? resolve(undefined) : reject(error)));
    server.listen(port, loopback, () => resolve(server));
  });
}

/**
 * Finds out early that the port of PORT cannot be taken, before anything long is started.
 *
 * @throws UserError when it is in use or not allowed
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port, 'PORT')));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** The error of a server that cannot listen, with what to do about it; `variable` is where its port is configured. */
export function portError(error: Error, port: number, variable: PortVariable): Error {
  if (!isNotToBeHad(error)) return error;
  const why = codeOf(error) === 'EACCES' ? 'may not be used by this user' : 'is in use';
  return new UserError(`port ${port} ${why}`, `End what uses it, or set ${variable} to another`);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
