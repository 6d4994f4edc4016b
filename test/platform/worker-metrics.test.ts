import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { WriteOutcome } from '../../activities/register/activities';
import { registerActivities } from '../../activities/register/activities';
import type { WriteRequest } from '../../activities/register/write-request';
import { freePort, portOf } from '../../platform/ports';
import { WorkerMetrics } from '../../worker/metrics';
import { openCase } from '../api/case-play';
import { ProductProcess } from '../bad-luck/product-process';
import { until } from '../bad-luck/until';
import { silentLog } from '../support/installation';
import { sharedParts } from '../support/shared-parts';
import { createTestRegister, type TestRegister } from '../support/test-register';
import { type Composed, startComposed } from './composed';

describe('the metrics of worker and API in one process', () => {
  let composed: Composed;
  let caseId: string;
  const page = async () => await (await fetch(`${composed.url}/metrics`)).text();

  beforeAll(async () => {
    composed = await startComposed({}, silentLog);
    caseId = (await openCase(composed.caller)).id;
  });
  afterAll(() => composed.stop());

  it('stand on one page', async () => {
    const metrics = await page();
    expect(metrics).toContain('taslim_register_writes_total{outcome="written"} 1');
    expect(metrics).toContain('taslim_register_writes_total{outcome="refused"} 0');
    expect(metrics).toContain('taslim_register_write_duration_seconds_count 1');
    expect(metrics).toContain('taslim_http_requests_total{method="POST",route="/cases",status="201"} 1');
    expect(metrics).toContain('process_cpu_user_seconds_total');
  });

  it('show the mails of an opening as sent, and then none that waits', async () => {
    const mails = await composed.register.prisma.mail.count();
    expect(mails).toBeGreaterThan(0);
    await until('the mails are sent', async () => {
      const metrics = await page();
      return [
        `taslim_mails_total{outcome="sent"} ${mails}`,
        'taslim_mails_total{outcome="failed"} 0',
        'taslim_mails_total{outcome="postponed"} 0',
        'taslim_mails_repeated_total 0',
        'taslim_mails_waiting 0',
      ].every((line) => metrics.includes(line));
    });
  });

  it('hold no id of a case, and no name', async () => {
    const metrics = await page();
    expect(['SAMPLE', 'liaison.', '@', caseId].filter((word) => metrics.includes(word))).toEqual([]);
  });

  it('tell the ends of a write step apart: written, behind, refused, failed', async () => {
    const outcomes: WriteOutcome[] = [];
    const observe = (outcome: WriteOutcome, seconds: number) => {
      expect(seconds).toBeGreaterThan(0);
      outcomes.push(outcome);
    };
    const { writeEvents } = registerActivities(composed.register.prisma, observe);
    const { seq } = await composed.register.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    const [first] = await composed.register.prisma.caseEvent.findMany({ where: { caseId, seq } });
    const request: WriteRequest = {
      caseId,
      expectedSeq: seq,
      commandId: first?.commandId ?? '',
      actorId: null,
      actingForId: null,
      role: null,
      at: new Date().toISOString(),
      events: [],
    };
    await writeEvents(request);
    await writeEvents({ ...request, expectedSeq: 0, commandId: randomUUID() });
    const nobody = { commandId: randomUUID(), actorId: randomUUID(), role: 'liaison' } as const;
    await expect(writeEvents({ ...request, ...nobody })).rejects.toThrow();
    await expect(writeEvents({ ...request, caseId: randomUUID() })).rejects.toThrow();
    expect(outcomes).toEqual(['written', 'behind', 'refused', 'failed']);
  });
});

describe('the counters of a worker', () => {
  it('add up by outcome, and count a possible second copy beside', async () => {
    const metrics = new WorkerMetrics();
    metrics.mailTried('sent', false);
    metrics.mailTried('sent', true);
    metrics.mailTried('postponed', false);
    metrics.mailsWait(7);
    metrics.wrote('behind', 0.02);
    const text = await metrics.registry.metrics();
    for (const line of [
      'taslim_mails_total{outcome="sent"} 2',
      'taslim_mails_total{outcome="postponed"} 1',
      'taslim_mails_repeated_total 1',
      'taslim_mails_waiting 7',
      'taslim_register_writes_total{outcome="behind"} 1',
      'taslim_register_write_duration_seconds_bucket{le="0.025"} 1',
    ])
      expect(text).toContain(line);
  });
});

describe('a worker that runs apart', () => {
  const shared = sharedParts();
  let register: TestRegister;
  let worker: ProductProcess;
  beforeAll(async () => {
    register = await createTestRegister();
  });
  afterEach(() => worker.end('SIGTERM'));
  afterAll(() => register.stop());

  const start = async (settings: Record<string, string>) => {
    worker = ProductProcess.run('worker', {
      NODE_ENV: 'test',
      TASLIM_DATA: shared.dataDir,
      DATABASE_URL: register.databaseUrl,
      DATABASE_OWNER_URL: register.ownerUrl,
      TEMPORAL_ADDRESS: shared.temporalAddress,
      SMTP_URL: shared.smtpUrl,
      OIDC_ISSUER: shared.oidcIssuer,
      ...settings,
    });
    await worker.untilItSays('worker polls');
  };

  it('tells of its health and its metrics on the port that it is given', async () => {
    const port = await freePort();
    await start({ WORKER_PORT: String(port) });
    const get = async (path: string) => await fetch(`http://127.0.0.1:${port}${path}`);
    expect((await get('/health/live')).status).toBe(200);
    // On a busy machine a part may take longer for its first answer than it is waited for.
    await until('a worker that is ready', async () => (await get('/health/ready')).status === 200);
    expect(await (await get('/health/ready')).json()).toEqual({
      status: 'ok',
      parts: { register: 'ok', worker: 'ok' },
    });
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('taslim_register_writes_total{outcome="written"} 0');
    expect(metrics).toContain('process_cpu_user_seconds_total');
    expect((await get('/cases')).status).toBe(404);
  });

  it('says on one line that its port is taken, and ends', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = portOf(taken);
    await expect(start({ WORKER_PORT: String(port) })).rejects.toThrow(
      `taslim: port ${port} is in use. End what uses it, or set WORKER_PORT to another`,
    );
    taken.close();
  });
});
