import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startSmtpCapture } from '../../platform/embedded/smtp';
import { freePort } from '../../platform/ports';
import { caughtIds } from './caught-mails';
import { decisionsUnder, expectSoundCase, expectWorkflowAgrees } from './judge';
import { accepted, PersistentCaller } from './persistent-caller';
import { type Api, TornInstallation } from './torn-installation';
import { until } from './until';

jest.setTimeout(300_000);

/** How long the mail server is away. */
const awayMs = 60_000;
const pauseMs = 3_000;
/** A command takes well under a second; it does not take longer without a mail server. */
const unhurtMs = 5_000;

describe('while the mail server is away for a minute', () => {
  let port: number;
  let installation: TornInstallation;
  let caller: PersistentCaller;
  let api: Api;
  let server: { stop(): Promise<void> } | undefined;

  const folder = () => join(installation.dataDir, 'caught');
  const startServer = async () => {
    server = await startSmtpCapture({ port, folder: folder() });
  };
  const untilAllAreSent = () =>
    until(
      'an outbox in which nothing waits',
      async () => (await installation.prisma.mail.count({ where: { status: 'waiting' } })) === 0,
      150_000,
    );

  beforeAll(async () => {
    port = await freePort();
    installation = new TornInstallation({ SMTP_URL: `smtp://127.0.0.1:${port}` });
    caller = new PersistentCaller(installation);
    await installation.startParts();
    [api] = await Promise.all([installation.startApi(), installation.startWorker()]);
    await startServer();
  });
  afterAll(async () => {
    await installation.stop();
    await server?.stop();
  });

  /** Opens a case and signs it, each at the first try; gives the case and the time that both took. */
  async function command(): Promise<{ id: string; tookMs: number }> {
    const began = Date.now();
    const { id } = await caller.open(api.url);
    const request = await caller.decisionOn(api.url, id, 'legal-review');
    const answer = await caller.send(api.url, request);
    if (!answer) throw new Error('the connection broke');
    accepted(answer);
    expect(await decisionsUnder(installation.prisma, request)).toBe(1);
    return { id, tookMs: Date.now() - began };
  }

  it('commands are taken as ever, and their mails are delivered afterwards, each once', async () => {
    await command();
    await untilAllAreSent();
    await server?.stop();
    const before = await caughtIds(folder());
    expect(before.length).toBeGreaterThan(0);

    const done: { id: string; tookMs: number }[] = [];
    for (const backAt = Date.now() + awayMs; Date.now() < backAt; await delay(pauseMs)) {
      done.push(await command());
    }
    expect(done.length).toBeGreaterThan(10);
    expect(done.filter(({ tookMs }) => tookMs > unhurtMs)).toEqual([]);
    const where = { caseId: { in: done.map(({ id }) => id) } };
    const { mail } = installation.prisma;
    const waiting = await mail.findMany({ where });
    expect(waiting.length).toBeGreaterThanOrEqual(done.length);
    expect(waiting.filter((row) => row.status !== 'waiting')).toEqual([]);
    expect(waiting.some((row) => row.lastError === 'no-connection')).toBe(true);
    expect(await caughtIds(folder())).toEqual(before);

    await startServer();
    await untilAllAreSent();
    const rows = await mail.findMany();
    expect(rows.filter((row) => row.status !== 'sent')).toEqual([]);
    expect(await caughtIds(folder())).toEqual(rows.map((row) => row.messageId).sort());
    for (const { id } of done) {
      await expectSoundCase(installation.prisma, id);
      await expectWorkflowAgrees(installation, id);
    }
  });
});
