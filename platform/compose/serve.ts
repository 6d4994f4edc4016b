import type { Server } from 'node:http';
import type { Express } from 'express';
import { portError } from '../ports';

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
  { host, port, graceMs }: { readonly host: string; readonly port: number; readonly graceMs: number },
): Promise<Running> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = app.listen(port, host);
    starting.once('listening', () => resolve(starting));
    starting.once('error', (error) => reject(portError(error, port)));
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
