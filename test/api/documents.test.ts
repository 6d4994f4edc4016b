import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { samplePdf, samplePng } from '../../platform/demo/sample-files';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { liaison } from './case-play';

interface Stored {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

const maximumBytes = 5_000;

const end = '\r\n--b--\r\n';

function part(field: string): string {
  return `--b\r\nContent-Disposition: form-data; name="${field}"; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n`;
}

describe('a document', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation({ documentMaxBytes: maximumBytes });
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());
  afterEach(async () => expect(await readdir(installation.context.documents.incoming)).toEqual([]));

  const upload = (name: string, bytes: Buffer, officer = liaison) =>
    caller.upload<Stored>(officer, name, bytes);

  async function download(id: string, officer = liaison): Promise<Response> {
    const authorization = `Bearer ${await caller.token(officer)}`;
    return fetch(`${installation.url}/api/v1/documents/${id}/content`, { headers: { authorization } });
  }

  const sized = (bytes: number) => Buffer.concat([samplePdf('sized'), Buffer.alloc(bytes)], bytes);

  /** A multipart body as it would come over the line. */
  const multipart = (boundary: string, body: string) =>
    caller.token(liaison).then((token) =>
      caller.raw('POST', '/documents', body, {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data${boundary}`,
      }),
    );

  it('comes back byte for byte as it was uploaded', async () => {
    const bytes = Buffer.concat([samplePdf('bytes'), Buffer.from([0, 255, 13, 10, 128])]);
    const stored = good(await upload('warrant.pdf', bytes));
    expect(stored).toMatchObject({
      fileName: 'warrant.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
    });
    const response = await download(stored.id);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(good(await caller.get(liaison, `/documents/${stored.id}`))).toEqual(stored);
  });

  it('is downloaded as a file that no browser shows as a page of this site', async () => {
    const { id } = good(await upload('warrant.pdf', samplePdf('headers')));
    const { status, headers } = await download(id);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="?warrant\.pdf"?$/);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('keeps a name in Arabic script', async () => {
    const stored = good(await upload('مذكرة القبض.pdf', samplePdf('name')));
    expect(stored.fileName).toBe('مذكرة القبض.pdf');
    const disposition = (await download(stored.id)).headers.get('content-disposition');
    expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent('مذكرة القبض.pdf')}`);
  });

  it('of the same bytes is kept once on disk, and is a document for each officer', async () => {
    const bytes = samplePdf('twice');
    const mine = good(await upload('a.pdf', bytes));
    const theirs = good(await upload('b.pdf', bytes, 'liaison.erbil'));
    expect(theirs).toMatchObject({ sha256: mine.sha256, fileName: 'b.pdf' });
    expect(theirs.id).not.toBe(mine.id);
    const path = installation.context.documents.pathOf(mine.sha256);
    expect(await readdir(dirname(path))).toEqual([mine.sha256]);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('is kept once, too, when it arrives many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => upload(`${at}.pdf`, samplePdf('burst'))),
    );
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201));
    for (const answer of answers) expect((await download(answer.body.id)).status).toBe(200);
  });

  it('may be as large as the limit and not a byte larger', async () => {
    expect((await upload('limit.pdf', sized(maximumBytes))).status).toBe(201);
    const problem = expectProblem(await upload('over.pdf', sized(maximumBytes + 1)), 413, 'too-large');
    expect(problem.maximumBytes).toBe(maximumBytes);
  });

  it.each([
    ['text', Buffer.from('These are the facts')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a program', Buffer.from('\u007fELF'.padEnd(64, '\u0000'), 'latin1')],
  ])('is refused when its content is %s, whatever its name says', async (_name, bytes) => {
    const problem = expectProblem(await upload('facts.pdf', bytes), 415, 'wrong-type');
    expect(problem.accepted).toContain('application/pdf');
  });

  it('is of the type of its content, not of its name', async () => {
    expect(good(await upload('photo.pdf', samplePng())).mediaType).toBe('image/png');
  });

  it.each([
    '../escape.pdf',
    '/etc/passwd.pdf',
    'folder/file.pdf',
    'folder\\file.pdf',
    '.hidden.pdf',
    '..',
    ' ',
    'x'.repeat(201),
  ])('is refused with the name %j', async (name) => {
    expectProblem(await upload(name, samplePdf('name')), 422, 'bad-file-name');
  });

  it('that no case refers to is there for who uploaded it alone', async () => {
    const { id } = good(await upload('mine.pdf', samplePdf('mine')));
    for (const officer of ['liaison.erbil', 'manager.baghdad', 'approver.legal', 'auditor']) {
      expectProblem(await caller.get(officer, `/documents/${id}`), 404, 'not-found');
      expect((await download(id, officer)).status).toBe(404);
    }
  });

  it.each([
    ['a form without a file', ';boundary=b', '--b--\r\n'],
    ['a field of another name', ';boundary=b', part('proof') + end],
    ['two files', ';boundary=b', part('file') + part('file') + end],
    ['text for a file', ';boundary=b', `--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx${end}`],
  ])('is not %s', async (_name, boundary, body) => {
    expectProblem(await multipart(boundary, body), 422, 'invalid-input');
  });

  it.each([
    ['without a boundary', '', part('file') + end],
    ['that ends in the middle', ';boundary=b', part('file')],
    ['with a header that cannot be read', ';boundary=b', `--b\r\nnonsense\r\n\r\nx${end}`],
  ])('in a form %s is the fault of who sent it', async (_name, boundary, body) => {
    const { status } = await multipart(boundary, body);
    expect([400, 422]).toContain(status);
  });

  it('is not JSON', async () => {
    const problem = expectProblem(
      await caller.post(liaison, '/documents', { file: 'x' }),
      422,
      'invalid-input',
    );
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/file', code: 'required' })]);
  });
});
