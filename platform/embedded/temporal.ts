import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config';
import { UserError } from '../errors';
import { onFreePorts } from '../ports';
import { resolveTemporalCli } from '../temporal-server/cli';
import { type DevServer, type DevServerOptions, startDevServer } from '../temporal-server/dev-server';
import { stopLeftover } from './leftover';
import { logSince, tellingOfPorts } from './log-since';

const stopGraceMs = 10_000;
const pollMs = 20;
/** How long a server that answers may take to write `Server: localhost:<port>`, which it does once it listens. */
const ownWordsMs = 5_000;

export interface EmbeddedTemporalOptions {
  readonly config: Config;
  /** Taken when they are free; otherwise the system chooses. */
  readonly ports: { readonly port: number; readonly uiPort: number };
  readonly report: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts the Temporal server of this data folder; its workflows are there again at the next start.
 * @throws UserError when no server can be had here, or it does not start
 */
export async function startEmbeddedTemporal(options: EmbeddedTemporalOptions): Promise<DevServer> {
  const { config, report, signal } = options;
  const folder = join(config.dataDir, 'temporal');
  const dbFile = join(folder, 'temporal.db');
  const pidFile = join(folder, 'server.pid');
  const binary = await resolveTemporalCli({ cacheDir: config.cacheDir, report, signal });
  await stopLeftover(
    {
      name: 'Temporal',
      pidFile,
      path: dbFile,
      signals: [
        ['SIGTERM', stopGraceMs],
        ['SIGKILL', stopGraceMs],
      ],
    },
    report,
  );
  const logFile = join(config.dataDir, 'logs', 'temporal.log');
  const server = { binary, dbFile, pidFile, logFile, namespace: config.temporalNamespace };
  return await onFreePorts(options.ports, (ports) =>
    tellingOfPorts(logFile, () => startOwn({ ...server, ...ports }, report)),
  );
}

/**
 * Starts a server and makes sure that it is the one that answered: two that were started at once may both have found
 * the port free, and the one that lost it ends a while after the other answers.
 */
async function startOwn(server: DevServerOptions, report: (line: string) => void): Promise<DevServer> {
  const log = logSince(server.logFile);
  let serves = false;
  let fault: string | undefined;
  const onUnexpectedEnd = (line: string): void => {
    if (serves) report(line);
    fault ??= line;
  };
  const started = await startDevServer({ ...server, onUnexpectedEnd });
  // Another version of the server may say it in other words: then the wait ends by itself.
  const deadline = Date.now() + ownWordsMs;
  while (fault === undefined && !log().includes(`:${server.port}\n`) && Date.now() < deadline)
    await delay(pollMs);
  if (fault !== undefined) throw new UserError(fault, `See ${server.logFile}`);
  serves = true;
  return started;
}
