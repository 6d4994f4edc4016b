import { createServer, Server } from 'node:net';
import { portOf } from '../../platform/ports';

/** What a PostgreSQL server of another installation says to a password that is not its own. */
const wrongPassword = postgresError('SFATAL\0C28P01\0Mno\0\0');

export interface PortThief {
  /** What it has taken. */
  readonly ports: readonly number[];
  /** Where somebody has called, once for each call. */
  readonly asked: readonly number[];
  stop(): Promise<void>;
}

/**
 * Another program that is quicker: as soon as somebody who looked whether a port is free lets go of it, it listens
 * there, for the first `count` such ports. Stop it in the end.
 */
export function startPortThief(count: number): PortThief {
  const ports: number[] = [];
  const asked: number[] = [];
  const servers: Server[] = [];
  const close = Server.prototype.close;
  const spy = jest.spyOn(Server.prototype, 'close').mockImplementation(function (this: Server, done) {
    if (ports.length === count) return close.call(this, done);
    const port = portOf(this);
    const server = createServer((socket) => {
      asked.push(port);
      socket.on('error', () => undefined).once('data', () => socket.end(wrongPassword));
    });
    ports.push(port);
    servers.push(server);
    return close.call(this, (error) => server.listen(port, '127.0.0.1', () => done?.(error)));
  });
  return {
    ports,
    asked,
    async stop() {
      spy.mockRestore();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function postgresError(fields: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + fields.length);
  return Buffer.concat([Buffer.from('E'), length, Buffer.from(fields)]);
}
