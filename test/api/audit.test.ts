import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { samplePdf } from '../../platform/demo/sample-files';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { type Answer, Caller, good } from './caller';
import { liaison, openCase, openingOf, taskOf } from './case-play';

describe('the audit', () => {
  let installation: Installation;
  let caller: Caller;
  let opened: CaseSummary;
  let documentId: string;

  beforeAll(async () => {
    installation = await startInstallation({ documentMaxBytes: 10_000 });
    await installation.startWorker();
    caller = new Caller(installation);
    const pdf = await caller.upload<{ id: string }>(liaison, 'warrant.pdf', samplePdf('warrant'));
    documentId = good(pdf).id;
    opened = await openCase(caller, { documents: [{ item: 'arrest-warrant', documentId }] });
  });
  afterAll(() => installation.stop());

  /** What the audit holds of a request at the moment at which it has been answered. */
  async function entriesOf({ headers }: Answer<unknown>) {
    const requestId = headers.get('x-request-id') ?? '';
    return installation.register.prisma.auditEntry.findMany({ where: { requestId } });
  }

  async function idOf(subject: string): Promise<string> {
    const { id } = await installation.register.prisma.officer.findUniqueOrThrow({ where: { subject } });
    return id;
  }

  const nowhere = `/documents/${randomUUID()}`;
  const content = () => `/documents/${documentId}/content`;
  const large = JSON.stringify({ text: 'x'.repeat(1_100_000) });
  const empty = Buffer.alloc(0);
  type Sent = () => Promise<Answer<unknown>>;
  const requests: [string, number, string, string, Sent][] = [
    ['a read', 200, liaison, 'officer.read-self', () => caller.get(liaison, '/me')],
    ['a list', 200, 'auditor', 'case.listed', () => caller.get('auditor', '/cases')],
    ['a download', 200, 'auditor', 'document.downloaded', () => caller.get('auditor', content())],
    ['an upload', 201, liaison, 'document.uploaded', () => caller.upload(liaison, 'a.pdf', samplePdf('a'))],
    ['what is not JSON', 400, liaison, 'case.opened', () => caller.as(liaison, 'POST', '/cases', '{')],
    ['what his roles forbid', 403, 'admin', 'case.listed', () => caller.get('admin', '/cases')],
    ['what is not there', 404, liaison, 'document.read', () => caller.get(liaison, nowhere)],
    ['a large body', 413, liaison, 'case.opened', () => caller.as(liaison, 'POST', '/cases', large)],
    [
      'a large file',
      413,
      liaison,
      'document.uploaded',
      () => caller.upload(liaison, 'a', Buffer.alloc(10_001)),
    ],
    ['an empty file', 415, liaison, 'document.uploaded', () => caller.upload(liaison, 'a.pdf', empty)],
    ['a faulty body', 422, liaison, 'case.opened', () => caller.post(liaison, '/cases', {})],
    [
      'a faulty key',
      422,
      liaison,
      'case.opened',
      () => caller.post(liaison, '/cases', {}, { 'idempotency-key': '' }),
    ],
  ];

  it.each(requests)(
    'holds one entry of %s, answered %i to %s',
    async (_name, status, subject, event, send) => {
      const answer = await send();
      expect(answer.status).toBe(status);
      const officerId = await idOf(subject);
      expect(await entriesOf(answer)).toEqual([expect.objectContaining({ status, event, officerId })]);
    },
  );

  it('holds none of a request that nobody stands behind, or strangers could fill it', async () => {
    const answer = await caller.raw('GET', '/cases', null);
    expect([answer.status, await entriesOf(answer)]).toEqual([401, []]);
  });

  it('holds the request of an officer whose account is disabled', async () => {
    const { prisma } = installation.register;
    const officerId = await idOf('seat.23');
    await prisma.officer.update({ where: { id: officerId }, data: { disabledAt: new Date() } });
    const answer = await caller.get('seat.23', '/cases');
    expect(answer.status).toBe(403);
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ officerId, status: 403 })]);
  });

  it('names the case of which a path speaks, also where the officer may not know of it', async () => {
    for (const officer of [liaison, 'liaison.erbil', 'admin']) {
      const answer = await caller.get(officer, `/cases/${opened.id}`);
      expect(await entriesOf(answer)).toEqual([expect.objectContaining({ caseId: opened.id })]);
    }
  });

  it('keeps nothing of a path that is not an id', async () => {
    const answer = await caller.get(liaison, '/cases/Subject%20One');
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ caseId: null, status: 422 })]);
  });

  it('names the case that was opened', async () => {
    const answer = await caller.post<CaseSummary>(liaison, '/cases', await openingOf());
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ caseId: answer.body.id })]);
  });

  it('names the task that was decided, and its case', async () => {
    const { id } = await taskOf(caller, opened.id, 'legal-review');
    const body = { outcome: 'approved', contentHash: opened.contentHash };
    const answer = await caller.post('approver.legal', `/tasks/${id}/decision`, body);
    expect(answer.status).toBe(201);
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ subjectId: id, caseId: opened.id })]);
  });

  it('names the document that was read or downloaded, and its case', async () => {
    for (const path of [`/documents/${documentId}`, content()]) {
      const entries = await entriesOf(await caller.get('auditor', path));
      expect(entries).toEqual([expect.objectContaining({ subjectId: documentId, caseId: opened.id })]);
    }
  });

  it('names the document that was uploaded', async () => {
    const answer = await caller.upload<{ id: string }>(liaison, 'named.pdf', samplePdf('named'));
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ subjectId: answer.body.id })]);
  });

  it('cannot be changed by the application', async () => {
    const { prisma } = installation.register;
    await expect(prisma.auditEntry.updateMany({ data: { status: 200 } })).rejects.toThrow();
    await expect(prisma.auditEntry.deleteMany()).rejects.toThrow();
  });

  it('comes before the answer: what cannot be audited is not read', async () => {
    const owner = new Client({ connectionString: installation.register.ownerUrl });
    await owner.connect();
    const rights = async (statement: string) => owner.query(statement.replace('$', 'INSERT ON "AuditEntry"'));
    const role = new URL(installation.register.databaseUrl).username;
    await rights(`REVOKE $ FROM ${role}`);
    const answer = await caller.get('auditor', `/cases/${opened.id}`);
    await rights(`GRANT $ TO ${role}`);
    await owner.end();
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(answer.body)).not.toContain(opened.reference);
  });
});
