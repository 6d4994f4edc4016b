import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { UserError } from '../errors';
import { type ServiceProcess, startService } from '../service-process';

const startTimeoutMs = 60_000;
const stopGraceMs = 10_000;
const pollMs = 200;
const settleMs = 300;
const answerMs = 2_000;
const reconnectSoon = { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 300 };

export interface DevServerOptions {
  /** What `resolveTemporalCli` returned. */
  readonly binary: string;
  readonly port: number;
  readonly uiPort: number;
  /** SQLite file that keeps the workflows; without it they are gone when the server stops. */
  readonly dbFile?: string;
  readonly logFile: string;
  /** The process number is written here while the server runs. */
  readonly pidFile?: string;
  readonly namespace?: string;
  readonly onUnexpectedEnd?: (line: string) => void;
}

export interface DevServer {
  readonly address: string;
  readonly uiUrl: string;
  readonly pid: number;
  /** SIGTERM, and SIGKILL after 10 s. */
  stop(): Promise<void>;
}

/**
 * Starts a Temporal server with its web pages on loopback and returns when it answers for the namespace.
 * @throws UserError when it ends early or does not answer within a minute
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const address = `127.0.0.1:${options.port}`;
  const namespace = options.namespace ?? 'default';
  const service = await startService({
    name: 'Temporal',
    command: options.binary,
    args: serverArguments(options, namespace),
    logFile: options.logFile,
    ...(options.onUnexpectedEnd === undefined ? {} : { onUnexpectedEnd: options.onUnexpectedEnd }),
  });
  if (options.pidFile !== undefined) writeFileSync(options.pidFile, String(service.pid));
  const stop = (): Promise<void> => service.stop('SIGTERM', stopGraceMs);
  try {
    await untilItAnswers(address, namespace, service, options.logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, uiUrl: `http://127.0.0.1:${options.uiPort}`, pid: service.pid, stop };
}

function serverArguments(options: DevServerOptions, namespace: string): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'error'],
    ...['--port', String(options.port), '--ui-port', String(options.uiPort), '--namespace', namespace],
    ...(options.dbFile === undefined ? [] : persistence(options.dbFile)),
  ];
}

/** Write-ahead logging nearly doubles the decisions per second; what it gives up is lost only with the power. */
function persistence(dbFile: string): string[] {
  mkdirSync(dirname(dbFile), { recursive: true, mode: 0o700 });
  return [
    '--db-filename',
    dbFile,
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    'synchronous=NORMAL',
  ];
}

async function untilItAnswers(
  address: string,
  namespace: string,
  service: ServiceProcess,
  logFile: string,
): Promise<void> {
  const connection = Connection.lazy({ address, channelArgs: reconnectSoon, interceptors: [] });
  const deadline = Date.now() + startTimeoutMs;
  try {
    for (;;) {
      const answered = await Promise.race([service.ended, answers(connection, namespace)]);
      // A server that finds its port taken ends within moments, and then it is another one that answered.
      const ended = await Promise.race([service.ended, delay(answered === true ? settleMs : pollMs)]);
      if (ended !== undefined) throw new UserError(ended, `See ${logFile}`);
      if (answered === true) return;
      if (Date.now() > deadline)
        throw new UserError(`Temporal does not answer on ${address}`, `See ${logFile}`);
    }
  } finally {
    await connection.close();
  }
}

function answers(connection: Connection, namespace: string): Promise<boolean> {
  const describe = () => connection.workflowService.describeNamespace({ namespace });
  return connection.withDeadline(Date.now() + answerMs, describe).then(
    () => true,
    () => false,
  );
}
