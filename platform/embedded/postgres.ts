import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, UserError } from '../errors';
import { ensureDataFolder } from '../folders';
import { onFreePorts } from '../ports';
import { loadOrCreateSecrets, type Secrets } from '../secrets';
import { type ServiceProcess, startService } from '../service-process';
import { stopLeftover } from './leftover';
import { tellingOfPorts } from './log-since';
import { initialiseCluster } from './postgres-cluster';
import { type PostgresPrograms, preparePrograms } from './postgres-programs';
import { prepareRoles, type RoleUrls, tryConnect } from './postgres-roles';

const startTimeoutMs = 60_000;
const stopGraceMs = 30_000;
const pollMs = 50;

/** Where `postmaster.pid` says how far the server is, counted from 0; `pg_ctl` looks there too. */
const statusLine = 7;

export interface PostgresOptions {
  /** TASLIM_DATA: the cluster lies in its `postgres` folder. */
  readonly dataDir: string;
  /** Taken when it is free; otherwise the system chooses. */
  readonly port: number;
  readonly report: (line: string) => void;
}

export interface EmbeddedPostgres extends RoleUrls {
  readonly port: number;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on loopback with its data in the data folder, made there on the first start, and the roles
 * `taslim_owner` and `taslim_app` on the database `taslim`. The npm package's own class is not used: it ends the
 * whole process from an exit hook at the first Ctrl-C, before the worker has finished its tasks.
 * @throws UserError when the folder cannot be used, or PostgreSQL does not start
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  ensureDataFolder(options.dataDir);
  const secrets = loadOrCreateSecrets(options.dataDir);
  const cluster = join(options.dataDir, 'postgres');
  const programs = preparePrograms(options.dataDir);
  await stopLeftover(
    {
      name: 'PostgreSQL',
      pidFile: join(cluster, 'postmaster.pid'),
      path: cluster,
      signals: [
        ['SIGINT', stopGraceMs],
        ['SIGQUIT', stopGraceMs],
      ],
    },
    options.report,
  );
  await initialiseCluster({ cluster, programs, password: secrets.superuserPassword, report: options.report });
  return await onFreePorts({ port: options.port }, ({ port }) =>
    tellingOfPorts(logOf(options.dataDir), () => startOn(port, { cluster, programs, secrets, options })),
  );
}

interface Prepared {
  readonly cluster: string;
  readonly programs: PostgresPrograms;
  readonly secrets: Secrets;
  readonly options: PostgresOptions;
}

async function startOn(
  port: number,
  { cluster, programs, secrets, options }: Prepared,
): Promise<EmbeddedPostgres> {
  let answered = false;
  const service = await startServer(cluster, programs, {
    dataDir: options.dataDir,
    port,
    // One that has not answered yet fails its start, which may be tried again on another port.
    report: (line) => {
      if (answered) options.report(line);
    },
  });
  const stop = (): Promise<void> => service.stop('SIGINT', stopGraceMs);
  try {
    const urls = roleUrls(port, secrets);
    await untilItAnswers(urls.superuserUrl, { cluster, service, dataDir: options.dataDir });
    answered = true;
    await prepareRoles(urls.superuserUrl, secrets);
    return { port, databaseUrl: urls.databaseUrl, ownerUrl: urls.ownerUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startServer(
  cluster: string,
  programs: PostgresPrograms,
  options: PostgresOptions,
): Promise<ServiceProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  return startService({
    name: 'PostgreSQL',
    command: programs.postgres,
    args: ['-D', cluster, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])],
    logFile: logOf(options.dataDir),
    cwd: '/',
    ...(programs.user === undefined ? {} : { user: programs.user }),
    onUnexpectedEnd: options.report,
  });
}

function logOf(dataDir: string): string {
  return join(dataDir, 'logs', 'postgres.log');
}

function roleUrls(
  port: number,
  secrets: { superuserPassword: string; ownerPassword: string; appPassword: string },
) {
  const url = (role: string, password: string, database: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url('postgres', secrets.superuserPassword, 'postgres'),
    ownerUrl: url('taslim_owner', secrets.ownerPassword, 'taslim'),
    databaseUrl: url('taslim_app', secrets.appPassword, 'taslim'),
  };
}

async function untilItAnswers(
  url: string,
  { cluster, service, dataDir }: { cluster: string; service: ServiceProcess; dataDir: string },
): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    // Asked only once it has the port: until then another installation's PostgreSQL may answer there.
    const fault = listens(cluster, service.pid) ? await tryConnect(url) : new Error('it does not listen yet');
    if (fault === undefined) return;
    if (codeOf(fault) === '28P01') {
      throw new UserError(
        `the PostgreSQL data in ${dataDir} does not know the passwords of secrets.json`,
        'Restore the secrets.json that belongs to it, or move the data folder away to begin anew',
      );
    }
    const ended = await Promise.race([service.ended, delay(pollMs)]);
    if (ended !== undefined || Date.now() > deadline) {
      throw new UserError(ended ?? 'PostgreSQL does not answer', `See ${logOf(dataDir)}`, { cause: fault });
    }
  }
}

/** True when the server that writes this lock file is this one, and takes connections. */
function listens(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[statusLine]?.trim() === 'ready';
  } catch {
    return false;
  }
}
