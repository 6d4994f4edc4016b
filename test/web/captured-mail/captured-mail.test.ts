import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { renderMail } from '../../../activities/mail/render';
import { createTransport } from '../../../activities/mail/transport';
import { startSmtpCapture } from '../../../platform/embedded/smtp';
import { capturedMailRouter } from '../../../web/captured-mail';

let root: string;
let folder: string;
let capture: Awaited<ReturnType<typeof startSmtpCapture>>;
let transport: ReturnType<typeof createTransport>;
let server: Server;
let base: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'taslim-captured-'));
  folder = join(root, 'mail');
  capture = await startSmtpCapture({ port: 0, folder });
  transport = createTransport(capture.url);
  server = createServer(express().use('/mail', capturedMailRouter(folder)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mail`;
});
afterEach(async () => {
  transport.close();
  await capture.stop();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

const send = (mail: { subject: string; text?: string; html?: string }) =>
  transport.sendMail({ from: 'taslim@localhost', to: 'erbil@taslim.example', text: '', ...mail });
const get = async (path: string, accept = 'text/html') => {
  const response = await fetch(base + path, { headers: { accept } });
  return { status: response.status, headers: response.headers, body: await response.text() };
};
const list = async (query = '') =>
  JSON.parse((await get(`/${query}`, 'application/json')).body) as {
    mails: { id: string; subject: string; to: string; receivedAt: string }[];
    older: string | null;
  };

describe('the capture', () => {
  it('keeps each mail in a file of its own that only its owner may read', async () => {
    await send({ subject: 'one' });
    await send({ subject: 'two' });
    const names = readdirSync(folder);
    expect(names).toHaveLength(2);
    for (const name of names) {
      expect(name).toMatch(/^\d{8}T\d{9}Z-[0-9a-f]{8}\.eml$/);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('refuses a port that is taken', async () => {
    await expect(startSmtpCapture({ port: capture.port, folder })).rejects.toThrow('EADDRINUSE');
  });
});

describe('the list', () => {
  it('says so when there is nothing, even before there is a folder', async () => {
    rmSync(folder, { recursive: true });
    expect((await get('/')).body).toContain('There is no mail yet.');
  });

  it('shows the newest first, in a table with headers, in a page with language and title', async () => {
    await send({ subject: 'an older mail' });
    await send({ subject: 'مهمة جديدة: TAS-2026-000001' });
    const { body } = await get('/');
    expect(body).toMatch(
      /<html lang="en">[\s\S]*<title>[^<]+<\/title>[\s\S]*<h1>[\s\S]*<th scope="col">Subject<\/th>/,
    );
    expect(body.indexOf('مهمة جديدة')).toBeLessThan(body.indexOf('an older mail'));
    expect(body).toContain('erbil@taslim.example');
  });

  it('is JSON for a program', async () => {
    await send({ subject: 'first' });
    const { mails } = await list();
    expect(mails).toEqual([
      expect.objectContaining({
        subject: 'first',
        to: 'erbil@taslim.example',
        receivedAt: expect.stringMatching(/Z$/),
      }),
    ]);
  });

  it('comes in pages, none twice and none missing', async () => {
    for (const subject of ['1', '2', '3', '4', '5']) await send({ subject });
    const first = await list('?limit=2');
    const second = await list(`?limit=2&before=${first.older}`);
    const third = await list(`?limit=2&before=${second.older}`);
    const subjects = [first, second, third].flatMap((page) => page.mails.map((mail) => mail.subject));
    expect(subjects).toEqual(['5', '4', '3', '2', '1']);
    expect(third.older).toBeNull();
  });

  it('shows markup in a subject as text', async () => {
    await send({ subject: '<script>alert(1)</script>' });
    expect((await get('/')).body).not.toContain('<script');
  });
});

describe('the page of a mail', () => {
  it('shows the plain text with its link, and the HTML in a frame without rights', async () => {
    const params = {
      reference: 'TAS-2026-000001',
      step: 'legal-review',
      link: 'https://taslim.example/cases/1',
    };
    await send(renderMail({ template: 'task-opened', language: 'ckb', params }));
    const id = (await list()).mails[0]?.id;
    const { body } = await get(`/${id}`);
    expect(body).toContain('<a href="https://taslim.example/cases/1">');
    expect(body).toContain(`<iframe sandbox src="/mail/${id}/html"`);
    const frame = await get(`/${id}/html`);
    expect(frame.body).toContain('<html lang="ckb" dir="rtl">');
  });

  it('lets the HTML of a mail run and load nothing', async () => {
    await send({
      subject: 'hostile',
      html: '<script>alert(1)</script><img src="https://evil.example/x.png">',
    });
    const id = (await list()).mails[0]?.id;
    expect((await get(`/${id}`)).body).not.toContain('alert(1)');
    const policy = (await get(`/${id}/html`)).headers.get('content-security-policy');
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).not.toMatch(/script-src|https?:|\*/);
  });

  it('shows markup in the plain text as text', async () => {
    await send({
      subject: 'x',
      text: '</div><script>alert(1)</script>\nhttps://a.example/"onclick="alert(1)',
    });
    const id = (await list()).mails[0]?.id;
    const { body } = await get(`/${id}`);
    expect(body).not.toMatch(/<script|"onclick/);
  });
});

describe('an address that is none of a mail', () => {
  it.each([
    '/20260122T130500000Z-00000000',
    '/..%2Fsecret',
    '/..%2F..%2Fsecret/html',
    '/%2Fetc%2Fpasswd',
    '/20260122T130500000Z-00000000%00',
    '/%2e%2e',
    '/secret',
  ])('%s finds nothing, also where such a file exists', async (path) => {
    writeFileSync(join(root, 'secret.eml'), 'Subject: secret\r\n\r\nsecret');
    writeFileSync(join(folder, 'secret.eml'), 'Subject: secret\r\n\r\nsecret');
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('Subject: secret');
  });
});
