import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendDueMails, startOutbox } from '../../../activities/mail/outbox';
import { createTransport } from '../../../activities/mail/transport';
import { startSmtpCapture } from '../../../platform/embedded/smtp';
import { captured, messageIds } from './captured';
import { startRegister, type TestRegister, writeMails } from './register';

jest.setTimeout(180_000);

const from = 'Taslim <taslim@localhost>';
const now = new Date('2026-01-22T13:05:00.000Z');
/** Long after the lease of what was claimed at `now`. */
const leaseIsOver = new Date('2026-01-22T14:05:00.000Z');

let register: TestRegister;
let folder: string;
let capture: Awaited<ReturnType<typeof startSmtpCapture>>;
let transport: ReturnType<typeof createTransport>;

beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.stop());

beforeEach(async () => {
  await register.owner.mail.deleteMany();
  folder = mkdtempSync(join(tmpdir(), 'taslim-capture-'));
  capture = await startSmtpCapture({ port: 0, folder });
  transport = createTransport(capture.url);
});
afterEach(async () => {
  transport.close();
  await capture.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes a mail, and then the register away before anybody can record that. */
const takingTheRegister = {
  sendMail: async (mail: Parameters<typeof transport.sendMail>[0]) => {
    const info = await transport.sendMail(mail);
    await register.takeAway();
    return info;
  },
};

const rows = () => register.prisma.mail.findMany();

describe('a register that goes away between the acceptance of a mail and its record', () => {
  it.each([
    ['for a moment', 3_000],
    ['for a minute', 60_000],
  ])('%s takes the record before another dispatcher sends the mail again', async (_long, awayMs) => {
    const written = await writeMails(register.prisma, { count: 1, at: now });
    const parts = { prisma: register.prisma, transport: takingTheRegister, from, now };
    const first = sendDueMails(parts).catch((error: unknown) => error);
    while ((await captured(folder)).length === 0) await sleep(10);
    await sleep(1_000);
    const second = startHasty();
    await sleep(awayMs);
    second.restMs = 10;
    await register.bringBack();
    expect(await first).toEqual({ sent: 1, failed: 0, postponed: 0, repeated: 0 });
    await sleep(1_000);
    expect(await second.stop()).toBe(0);
    expect(messageIds(await captured(folder))).toEqual(messageIds(written));
    expect(await rows()).toEqual([expect.objectContaining({ status: 'sent', attempts: 1, lastError: null })]);
  });

  it('does not keep the process from stopping; what was not recorded is sent again, and counted', async () => {
    const written = await writeMails(register.prisma, { count: 1, at: new Date() });
    const faults: unknown[] = [];
    const onError = (error: unknown) => faults.push(error);
    const parts = { prisma: register.prisma, transport: takingTheRegister, from };
    const outbox = startOutbox({ ...parts, pollMs: 20, onError });
    while (faults.length < 3) await sleep(10);
    const began = Date.now();
    await outbox.stop();
    expect(Date.now() - began).toBeLessThan(15_000);
    await register.bringBack();
    const run = { prisma: register.prisma, transport, from, lookEveryMs: 10 };
    expect(await sendDueMails({ ...run, now: new Date() })).toMatchObject({ sent: 0 });
    const later = new Date(Date.now() + 180_000);
    expect(await sendDueMails({ ...run, now: later })).toMatchObject({ sent: 1, repeated: 1 });
    expect(messageIds(await captured(folder))).toEqual(messageIds([...written, ...written]));
  });
});

describe('a register that goes away while an attempt that never ended is looked at', () => {
  it('begins the wait for its record anew', async () => {
    await writeMails(register.prisma, { count: 1, at: now });
    await register.owner.mail.updateMany({ data: { attempts: 1, lastError: 'unfinished' } });
    const run = { prisma: register.prisma, transport, from, lookEveryMs: 100 };
    const watching = sendDueMails({ ...run, now }).catch((error: unknown) => error);
    await sleep(1_000);
    await register.takeAway();
    expect(await watching).toBeInstanceOf(Error);
    await register.bringBack();
    expect(await captured(folder)).toEqual([]);
    const again = sendDueMails({ ...run, now: leaseIsOver });
    await sleep(2_500);
    expect(await captured(folder)).toEqual([]);
    expect(await again).toMatchObject({ sent: 1, repeated: 1 });
  });
});

/**
 * A second dispatcher, for which every lease is over and which asks with next to no rest; `stop` gives what it has sent.
 * While the register is known to be away it need not keep the machine busy.
 */
function startHasty(): { restMs: number; stop(): Promise<number> } {
  let sent = 0;
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = { prisma: register.owner, transport, from, now: leaseIsOver, signal };
  const hasty = {
    restMs: 200,
    stop: () => {
      stopping.abort();
      return running;
    },
  };
  const running = (async () => {
    while (!signal.aborted) {
      sent += await sendDueMails(run).then(
        (counts) => counts.sent,
        () => 0,
      );
      await sleep(hasty.restMs);
    }
    return sent;
  })();
  return hasty;
}
