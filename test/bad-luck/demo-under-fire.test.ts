import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../../platform/demo/api-client';
import { playSwedenCase } from '../../platform/demo/play';
import { startPostgres } from '../../platform/embedded/postgres';
import { sendSignal, untilEnded } from '../../platform/processes';
import type { CaseView } from '../../services/cases/get-case';
import { expectSoundCase } from './judge';
import { type Api, TornInstallation } from './torn-installation';

jest.setTimeout(280_000);

/** How long a worker lives before it is killed. */
const workerLifeMs = 3_000;
const postgresKills = 2;

describe('the sample case, while workers are killed again and again and PostgreSQL twice', () => {
  let installation: TornInstallation;
  let api: Api;
  let stopPostgres: (() => Promise<void>) | undefined;
  let workersKilled = 0;

  beforeAll(async () => {
    installation = new TornInstallation();
    await installation.startParts();
    api = await installation.startApi();
  });
  afterAll(async () => {
    await installation.stop();
    await stopPostgres?.();
  });

  async function killWorkers(until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      const worker = await installation.startWorker();
      await delay(workerLifeMs, undefined, { signal: until }).catch(() => undefined);
      await worker.end('SIGKILL');
      workersKilled += 1;
    }
  }

  async function killPostgres(): Promise<void> {
    const { port } = new URL(installation.addresses.databaseUrl);
    for (let kill = 0; kill < postgresKills; kill++) {
      await delay(5_000);
      const pid = installation.pidOf('postgres') ?? 0;
      sendSignal(pid, 'SIGQUIT');
      expect(await untilEnded(pid, 30_000)).toBe(true);
      const options = { dataDir: installation.dataDir, port: Number(port), report: () => undefined };
      stopPostgres = (await startPostgres(options)).stop;
    }
  }

  it('is finished, and nothing of it is lost or doubled', async () => {
    const client = new ApiClient(api.url, (officer) => installation.token(officer));
    const done = new AbortController();
    const play = async (): Promise<CaseView> => {
      try {
        return await playSwedenCase(client, () => undefined);
      } finally {
        done.abort();
      }
    };
    const [finished] = await Promise.all([play(), killWorkers(done.signal), killPostgres()]);
    expect(finished).toMatchObject({ status: 'closed', outcome: 'surrendered' });
    expect(finished.facts).toHaveLength(11);
    expect(finished.decisions).toHaveLength(6);
    expect(workersKilled).toBeGreaterThan(1);
    await expectSoundCase(installation.prisma, finished.id);
  });
});
