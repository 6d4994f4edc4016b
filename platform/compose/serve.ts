import type { Server } from 'node:http';
import type { Express } from 'express';
import { type PortVariable, portError } from '../ports';

/** A part that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Serves an application. `stop` takes no more requests, lets those under way end within `graceMs`, and cuts idle
 * connections.
 *
 * @throws UserError when the port is taken
 */
export async function serve(
  app: Express,
  {
    host,
    port,
    graceMs,
    portVariable = 'PORT',
  }: {
    readonly host: string;
    readonly port: number;
    readonly graceMs: number;
    /** Where the port is configured, for whoever finds it taken. */
    readonly portVariable?: PortVariable;
  },
): Promise<Running> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = app.listen(port, host);
    starting.once('listening', () => resolve(starting));
    starting.once('error', (error) => reject(portError(error, port, portVariable)));
  });
  return {
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
