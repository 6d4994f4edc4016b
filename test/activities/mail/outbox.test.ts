import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendDueMails, startOutbox } from '../../../activities/mail/outbox';
import { createTransport } from '../../../activities/mail/transport';
import { startSmtpCapture } from '../../../platform/embedded/smtp';
import { captured, messageIds } from './captured';
import { startRefusingServer } from './refusing-server';
import { startRegister, type TestRegister, writeMails } from './register';

const from = 'Taslim <taslim@localhost>';
const now = new Date('2026-01-22T13:05:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let register: TestRegister;
let folder: string;
let capture: Awaited<ReturnType<typeof startSmtpCapture>>;
let transport: ReturnType<typeof createTransport>;

beforeAll(async () => {
  register = await startRegister();
}, 60_000);
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

const lookEveryMs = 5;
const send = (at = now) => sendDueMails({ prisma: register.prisma, transport, from, now: at, lookEveryMs });
const rename = async (name: string, to: string) => {
  await register.owner.$executeRawUnsafe(`ALTER TABLE "${name}" RENAME TO "${to}"`);
};
/** A transport that holds each mail back until it is told to send it, or to fail. */
const held = () => {
  let begin = (): void => undefined;
  let end = (_fault?: Error): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<Error | undefined>((resolve) => {
    end = resolve;
  });
  const sendMail = async (mail: Parameters<typeof transport.sendMail>[0]) => {
    begin();
    const fault = await ended;
    if (fault) throw fault;
    return await transport.sendMail(mail);
  };
  return { begun, end: (fault?: Error) => end(fault), sendMail };
};
const rows = () => register.prisma.mail.findMany({ orderBy: { id: 'asc' } });

describe('a mail that is due', () => {
  it('is sent once, in its reader’s language, under its own Message-ID, and marked', async () => {
    const [row] = await writeMails(register.prisma, {
      count: 1,
      at: now,
      language: 'ckb',
      email: 'erbil@taslim.example',
    });
    expect(await send()).toEqual({ sent: 1, failed: 0, postponed: 0, repeated: 0 });
    expect(await send()).toEqual({ sent: 0, failed: 0, postponed: 0, repeated: 0 });
    const [mail, ...others] = await captured(folder);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ messageId: row?.messageId, subject: 'ئەرکی نوێ: TAS-2026-000001' });
    expect(mail?.to).toMatchObject({ text: 'erbil@taslim.example' });
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain('پێداچوونەوەی یاسایی');
    expect(mail?.html).toContain('<html lang="ckb" dir="rtl">');
    expect(await rows()).toEqual([expect.objectContaining({ status: 'sent', lastError: null, attempts: 1 })]);
  });

  it('carries the address of its case when the installation has one', async () => {
    const [row] = await writeMails(register.prisma, { count: 1, at: now });
    const caseUrl = (id: string) => `https://taslim.example/cases/${id}`;
    await sendDueMails({ prisma: register.prisma, transport, from, now, caseUrl });
    expect((await captured(folder))[0]?.text).toContain(`https://taslim.example/cases/${row?.caseId}`);
  });

  it('carries no address when it is about no case', async () => {
    const [row] = await writeMails(register.prisma, { count: 1, at: now });
    const params = { cases: ['TAS-2026-000001'], returned: [], roles: [], seat: null };
    await register.owner.mail.update({
      where: { id: row?.id ?? 0n },
      data: { caseId: null, template: 'officer-left', params },
    });
    const caseUrl = (id: string) => `https://taslim.example/cases/${id}`;
    await sendDueMails({ prisma: register.prisma, transport, from, now, caseUrl });
    expect(await captured(folder)).toMatchObject([{ subject: 'An officer has left his work' }]);
    expect((await captured(folder))[0]?.text).not.toContain('https://');
  });

  it('is not sent before its time', async () => {
    await writeMails(register.prisma, { count: 1, at: later(1) });
    expect((await send()).sent).toBe(0);
    expect((await send(later(1))).sent).toBe(1);
  });

  it('does not reach an officer whose account was disabled meanwhile', async () => {
    await writeMails(register.prisma, { count: 1, at: now, disabledAt: now });
    expect(await send()).toMatchObject({ sent: 0, failed: 1 });
    expect(await captured(folder)).toEqual([]);
    expect(await rows()).toEqual([
      expect.objectContaining({ status: 'failed', lastError: 'recipient-disabled' }),
    ]);
  });

  it('that cannot be read waits, marked, and holds up no other', async () => {
    await writeMails(register.prisma, { count: 1, at: now, params: { personName: 'Sample Person' } });
    await writeMails(register.prisma, { count: 1, at: now });
    expect(await send()).toMatchObject({ sent: 1, postponed: 1 });
    expect(await rows()).toEqual([
      expect.objectContaining({ status: 'waiting', lastError: 'unreadable', attempts: 1 }),
      expect.objectContaining({ status: 'sent' }),
    ]);
  });
});

describe('two dispatchers at once', () => {
  it('send 50 mails exactly once', async () => {
    const written = await writeMails(register.prisma, { count: 50, at: now });
    const second = createTransport(capture.url);
    const runs = await Promise.all([
      send(),
      sendDueMails({ prisma: register.owner, transport: second, from, now }),
    ]);
    second.close();
    expect(messageIds(await captured(folder))).toEqual(messageIds(written));
    expect(runs[0].sent + runs[1].sent).toBe(50);
    for (const run of runs) {
      expect(run.sent).toBeGreaterThan(0);
      expect(run.repeated).toBe(0);
    }
    expect((await rows()).every((row) => row.status === 'sent')).toBe(true);
  });
});

describe('a mail server that is away', () => {
  it('loses nothing: what could not be sent goes out once it is back, each mail once', async () => {
    const written = await writeMails(register.prisma, { count: 12, at: now });
    await capture.stop();
    expect(await send()).toEqual({ sent: 0, failed: 0, postponed: 5, repeated: 0 });
    const tried = (await rows()).filter((row) => row.attempts > 0);
    expect(tried).toHaveLength(5);
    for (const row of tried) {
      expect(row).toMatchObject({ status: 'waiting', attempts: 1, lastError: 'no-connection' });
      expect(row.nextAttemptAt.getTime()).toBeGreaterThanOrEqual(later(30).getTime());
      expect(row.nextAttemptAt.getTime()).toBeLessThan(later(35).getTime());
    }
    capture = await startSmtpCapture({ port: capture.port, folder });
    expect(await send()).toMatchObject({ sent: 7 });
    expect(await send(later(40))).toMatchObject({ sent: 5, repeated: 0 });
    expect(messageIds(await captured(folder))).toEqual(messageIds(written));
  });

  it('is asked less and less often: 30 s, doubled, at most an hour', async () => {
    await writeMails(register.prisma, { count: 1, at: now });
    await capture.stop();
    const waits: number[] = [];
    let at = now;
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await send(at);
      const [row] = await rows();
      waits.push(Math.floor(((row?.nextAttemptAt.getTime() ?? 0) - at.getTime()) / 10_000) * 10);
      at = row?.nextAttemptAt ?? at;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    capture = await startSmtpCapture({ port: capture.port, folder });
    expect((await send(at)).sent).toBe(1);
  }, 20_000);
});

describe('a mail server that refuses', () => {
  const sendRefused = async (responseCode: number, message: string) => {
    await writeMails(register.prisma, { count: 1, at: now, email: 'gone@taslim.example' });
    await writeMails(register.prisma, { count: 1, at: now, email: 'here@taslim.example' });
    const server = await startRefusingServer({ responseCode, message });
    const refused = createTransport(server.url);
    try {
      return await sendDueMails({ prisma: register.prisma, transport: refused, from, now });
    } finally {
      refused.close();
      await server.stop();
    }
  };

  it('a recipient for good: that mail has failed, the other one is sent, no address is kept with the error', async () => {
    const run = await sendRefused(550, 'no such mailbox gone@taslim.example');
    expect(run).toEqual({ sent: 1, failed: 1, postponed: 0, repeated: 0 });
    expect((await rows()).map((row) => [row.status, row.lastError])).toEqual([
      ['failed', 'recipient-refused'],
      ['sent', null],
    ]);
  });

  it.each([
    ['a recipient for now', 450, 'try again later', 'smtp-4xx'],
    ['everybody, by a policy (5.7)', 554, '5.7.1 relay access denied', 'smtp-5xx'],
    ['a client that has not signed in', 530, 'authentication required', 'smtp-5xx'],
  ])('%s: the mail waits', async (_whom, responseCode, message, lastError) => {
    const run = await sendRefused(responseCode, message);
    expect(run).toEqual({ sent: 1, failed: 0, postponed: 1, repeated: 0 });
    expect((await rows())[0]).toMatchObject({ status: 'waiting', lastError, attempts: 1 });
  });
});

describe('an attempt whose end was never recorded', () => {
  it('is repeated after its lease under the same Message-ID, and counted', async () => {
    const written = await writeMails(register.prisma, { count: 1, at: now });
    // The server takes the mail, and the process dies before it can record that.
    const dying = {
      sendMail: async (mail: Parameters<typeof transport.sendMail>[0]) => {
        await transport.sendMail(mail);
        return await new Promise<never>(() => {});
      },
    };
    void sendDueMails({ prisma: register.prisma, transport: dying, from, now });
    while ((await captured(folder)).length === 0) await sleep(20);
    expect(await send(later(60))).toMatchObject({ sent: 0 });
    expect(await send(later(180))).toMatchObject({ sent: 1, repeated: 1 });
    expect(messageIds(await captured(folder))).toEqual(messageIds([...written, ...written]));
  });

  it('cannot be recorded as failed any more once another has begun', async () => {
    const written = await writeMails(register.prisma, { count: 1, at: now });
    const [first, second] = [held(), held()];
    const slow = sendDueMails({ prisma: register.prisma, transport: first, from, now });
    await first.begun;
    const run = { prisma: register.prisma, transport: second, from, now: later(180), lookEveryMs };
    const repeating = sendDueMails(run);
    await second.begun;
    const before = await rows();
    expect(before).toEqual([expect.objectContaining({ attempts: 2, lastError: 'unfinished' })]);
    first.end(new Error('no answer'));
    expect(await slow).toMatchObject({ postponed: 1 });
    expect(await rows()).toEqual(before);
    second.end();
    expect(await repeating).toMatchObject({ sent: 1, repeated: 1 });
    expect(messageIds(await captured(folder))).toEqual(messageIds(written));
  });

  it('does not arise while the register is away for a moment: the record waits for it', async () => {
    await writeMails(register.prisma, { count: 1, at: now });
    const taking = {
      sendMail: async (mail: Parameters<typeof transport.sendMail>[0]) => {
        const info = await transport.sendMail(mail);
        await rename('Mail', 'MailAway');
        setTimeout(() => void rename('MailAway', 'Mail'), 500);
        return info;
      },
    };
    expect(await sendDueMails({ prisma: register.prisma, transport: taking, from, now })).toMatchObject({
      sent: 1,
    });
    expect(await captured(folder)).toHaveLength(1);
    expect((await rows())[0]).toMatchObject({ status: 'sent', attempts: 1 });
  });
});

describe('what an observer of the outbox is told', () => {
  const watched = () => {
    const told: unknown[] = [];
    const observer = {
      mailTried: (outcome: string, isRepeated: boolean) =>
        told.push(isRepeated ? [outcome, 'again'] : outcome),
      mailsWait: (count: number) => told.push(count),
    };
    return { told, observer };
  };

  it('is how each attempt ended, and whether an earlier one never said so', async () => {
    const { told, observer } = watched();
    await writeMails(register.prisma, { count: 1, at: now });
    await writeMails(register.prisma, { count: 1, at: now, disabledAt: now });
    await register.owner.mail.updateMany({
      data: { lastError: 'unfinished' },
      where: { id: (await rows())[0]?.id ?? 0 },
    });
    await sendDueMails({ prisma: register.prisma, transport, from, now, observer, lookEveryMs });
    expect(told.sort()).toEqual([['sent', 'again'], 'failed'].sort());
  });

  it('is how many wait: none while all goes out, all while the mail server is away', async () => {
    const { told, observer } = watched();
    await writeMails(register.prisma, { count: 2, at: new Date() });
    const options = { prisma: register.prisma, transport, from, pollMs: 20, observer };
    const outbox = startOutbox({ ...options, onError: () => undefined });
    while (!told.includes(0)) await sleep(10);
    await capture.stop();
    await writeMails(register.prisma, { count: 3, at: new Date() });
    const postponed = () => told.filter((entry) => entry === 'postponed');
    // They may be counted before they are tried for the first time.
    while (postponed().length < 3 || told.at(-1) !== 3) await sleep(10);
    await outbox.stop();
    expect(told.filter((entry) => entry === 'sent')).toHaveLength(2);
    expect(postponed()).toHaveLength(3);
    capture = await startSmtpCapture({ port: capture.port, folder });
  });
});

describe('the dispatcher of a running installation', () => {
  it('sends what is written while it runs, tells a fault and goes on, and stops', async () => {
    const faults: unknown[] = [];
    const onError = (error: unknown) => faults.push(error);
    await rename('Mail', 'MailAway');
    const outbox = startOutbox({ prisma: register.prisma, transport, from, pollMs: 20, onError });
    while (faults.length === 0) await sleep(10);
    await rename('MailAway', 'Mail');
    const written = await writeMails(register.prisma, { count: 3, at: new Date() });
    while ((await rows()).some((row) => row.status === 'waiting')) await sleep(20);
    await outbox.stop();
    await writeMails(register.prisma, { count: 1, at: new Date() });
    await sleep(100);
    expect(messageIds(await captured(folder))).toEqual(messageIds(written));
  });
});
