import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRegister } from '../../platform/compose/register';
import { loadConfig } from '../../platform/config';
import { requestToken } from '../../platform/embedded/identity-token';
import { freePort } from '../../platform/ports';
import { commandLine, sendSignal, untilEnded } from '../../platform/processes';
import { type Addresses, readRunning } from '../../platform/running';
import type { PrismaClient } from '../../prisma/generated/client';
import { ProductProcess } from './product-process';

/** An API process and where it serves. */
export interface Api {
  readonly url: string;
  readonly process: ProductProcess;
}

/** Files in the data folder that hold the process numbers of the servers behind the embedded parts. */
const pidFiles = { postgres: 'postgres/postmaster.pid', temporal: 'temporal/server.pid' };

/** An installation of separate processes, in a data folder of its own, of which each may be killed and started again. */
export class TornInstallation {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'taslim-bad-luck-'));
  readonly #processes: ProductProcess[] = [];
  readonly #workers: ProductProcess[] = [];
  #parts: ProductProcess | undefined;
  #prisma: PrismaClient | undefined;

  /** `settings` are environment variables for every process. */
  constructor(private readonly settings: Record<string, string> = {}) {}

  get addresses(): Addresses {
    const running = readRunning(this.dataDir);
    if (!running) throw new Error('the parts do not run');
    return running;
  }

  /** A client of the test's own: the register is the judge. */
  get prisma(): PrismaClient {
    this.#prisma ??= connectRegister(this.addresses.databaseUrl);
    return this.#prisma;
  }

  async startParts(): Promise<void> {
    this.#parts = this.started(ProductProcess.run('embedded', this.environment()));
    await this.#parts.untilItSays(/^ready /m);
  }

  startWorker(): Promise<ProductProcess> {
    return this.polling(ProductProcess.run('worker', this.environment()));
  }

  /** A worker whose write steps can be made to stand still: see held-worker.ts. */
  startHeldWorker(): Promise<ProductProcess> {
    return this.polling(ProductProcess.script(join(__dirname, 'held-worker.ts'), this.environment()));
  }

  /** Ends the workers that live, so that every task goes to those that are started next. */
  async endWorkers(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end('SIGTERM')));
  }

  async startApi(): Promise<Api> {
    const port = await freePort();
    const process = this.started(ProductProcess.run('api', { ...this.environment(), PORT: String(port) }));
    await process.untilItSays(/^ready /m);
    return { url: `http://127.0.0.1:${port}`, process };
  }

  /** `taslim demo`, which plays the sample case through an API. */
  startDemo(api: Api): ProductProcess {
    return this.started(ProductProcess.run('demo', { ...this.environment(), PUBLIC_URL: api.url }));
  }

  /** Kills what holds the embedded parts, and the Temporal server; PostgreSQL is left behind for the next start. */
  async killPartsAndTemporal(): Promise<void> {
    const temporal = this.pidOf('temporal');
    await this.#parts?.end('SIGKILL');
    if (temporal !== undefined) await killed(temporal);
    await this.#prisma?.$disconnect();
    this.#prisma = undefined;
  }

  /** The process number of a server of this installation, while it lives. */
  pidOf(server: keyof typeof pidFiles): number | undefined {
    try {
      const pid = Number.parseInt(readFileSync(join(this.dataDir, pidFiles[server]), 'utf8'), 10);
      return commandLine(pid)?.includes(this.dataDir) ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  token(subject: string): Promise<string> {
    return requestToken({ issuer: this.addresses.oidcIssuer, dataDir: this.dataDir, subject });
  }

  /** Ends every process, the parts last, and what was left behind; removes the folder. */
  async stop(): Promise<void> {
    await this.#prisma?.$disconnect().catch(() => undefined);
    const others = this.#processes.filter((child) => child !== this.#parts);
    await Promise.all(others.map((child) => child.end('SIGTERM')));
    await this.#parts?.end('SIGTERM');
    for (const server of ['temporal', 'postgres'] as const) {
      const pid = this.pidOf(server);
      if (pid !== undefined) await killed(pid);
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private started(child: ProductProcess): ProductProcess {
    this.#processes.push(child);
    return child;
  }

  private async polling(worker: ProductProcess): Promise<ProductProcess> {
    this.#workers.push(this.started(worker));
    await worker.untilItSays('worker polls');
    return worker;
  }

  private environment(): Record<string, string> {
    return {
      NODE_ENV: 'test',
      TASLIM_DATA: this.dataDir,
      TASLIM_CACHE: loadConfig().cacheDir,
      LOG_LEVEL: 'warn',
      ...this.settings,
    };
  }
}

async function killed(pid: number): Promise<void> {
  sendSignal(pid, 'SIGKILL');
  if (!(await untilEnded(pid, 30_000))) throw new Error(`process ${pid} does not end`);
}
