import { join } from 'node:path';
import type { Config } from '../config';
import { choosePorts } from '../ports';
import { resolveTemporalCli } from '../temporal-server/cli';
import { type DevServer, startDevServer } from '../temporal-server/dev-server';
import { stopLeftover } from './leftover';

const stopGraceMs = 10_000;

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
  return startDevServer({
    binary,
    ...(await choosePorts(options.ports)),
    dbFile,
    pidFile,
    logFile: join(config.dataDir, 'logs', 'temporal.log'),
    namespace: config.temporalNamespace,
    onUnexpectedEnd: report,
  });
}
