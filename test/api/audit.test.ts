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

  /** What the audit holds of a request. It is written when the request is over, which may be after the answer. */
  async function entriesOf(answer: Answer<unknown>) {
    const requestId = answer.headers.get('x-request-id') ?? '';
    for (let attempt = 0; ; attempt++) {
      const entries = await installation.register.prisma.auditEntry.findMany({ where: { requestId } });
      if (entries.length > 0 || attempt === 40) return entries;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async function idOf(subject: string): Promise<string> {
    const { id } = await installation.register.prisma.officer.findUniqueOrThrow({ where: { subject } });
    return id;
  }

  const large = JSON.stringify({ text: 'x'.repeat(1_100_000) });
  const requests: [string, number, string, string | null, () => Promise<Answer<unknown>>][] = [
    ['a read', 200, 'officer.read-self', liaison, () => caller.get(liaison, '/me')],
    ['a list', 200, 'case.listed', 'auditor', () => caller.get('auditor', '/cases')],
    ['a request without a token', 401, 'case.listed', null, () => caller.raw('GET', '/cases', null)],
    ['one that his roles forbid', 403, 'case.listed', 'admin', () => caller.get('admin', '/cases')],
    ['one with faults', 422, 'case.opened', liaison, () => caller.post(liaison, '/cases', {})],
    ['one that is not JSON', 400, 'case.opened', liaison, () => caller.as(liaison, 'POST', '/cases', '{')],
    ['one that is too large', 413, 'case.opened', liaison, () => caller.as(liaison, 'POST', '/cases', large)],
    ['a key', 422, 'case.opened', liaison, () => caller.post(liaison, '/cases', {}, { 'idempotency-key': ' ' })],
    ['an upload', 201, 'document.uploaded', liaison, () => caller.upload(liaison, 'a.pdf', samplePdf('a'))],
    ['one refused', 415, 'document.uploaded', liaison, () => caller.upload(liaison, 'a.pdf', Buffer.from('a'))],
    [
      'one too large',
      413,
      'document.uploaded',
      liaison,
      () => caller.upload(liaison, 'a.pdf', Buffer.alloc(10_001)),
    ],
    ['what is not there', 404, 'document.read', liaison, () => caller.get(liaison, `/documents/${randomUUID()}`)],
    [
      'a download',
      200,
      'document.downloaded',
      'auditor',
      () => caller.get('auditor', `/documents/${documentId}/content`),
    ],
  ];

  it.each(requests)('holds one entry of %s: %i', async (_name, status, event, subject, send) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    const officerId = subject === null ? null : await idOf(subject);
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ status, event, officerId })]);
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

  it('names the case whose task was decided', async () => {
    const { id } = await taskOf(caller, opened.id, 'legal-review');
    const body = { outcome: 'approved', contentHash: opened.contentHash };
    const answer = await caller.post('approver.legal', `/tasks/${id}/decision`, body);
    expect(answer.status).toBe(201);
    expect(await entriesOf(answer)).toEqual([expect.objectContaining({ caseId: opened.id })]);
  });

  it('names the case whose document was read or downloaded', async () => {
    for (const path of [`/documents/${documentId}`, `/documents/${documentId}/content`]) {
      const answer = await caller.get('auditor', path);
      expect(await entriesOf(answer)).toEqual([expect.objectContaining({ caseId: opened.id })]);
    }
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
