import { randomUUID } from 'node:crypto';
import { caseSchema } from '../../services/cases/get-case';
import { caseListSchema } from '../../services/cases/list-cases';
import { overdueSchema } from '../../services/cases/overdue';
import { timelineSchema } from '../../services/cases/timeline';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { type Answer, Caller, expectProblem, good } from './caller';
import { decide, liaison, openCase, openingOf, requestOf, taskOf, uploadProof } from './case-play';

/** What an officer might know of a case and ask about. */
interface Known {
  readonly caseId: string;
  readonly taskId: string;
  readonly documentId: string;
}

describe('a case', () => {
  let installation: Installation;
  let caller: Caller;
  let known: Known;

  const nothing: Known = { caseId: randomUUID(), taskId: randomUUID(), documentId: randomUUID() };
  const colleague = 'seat.02';
  const readers = [liaison, colleague, 'manager.baghdad', 'approver.legal', 'auditor'];
  const strangers = [
    'liaison.erbil',
    'manager.erbil',
    'liaison.ncb',
    'approver.erbil',
    'approver.foreign',
    'secretary',
    'seat.01',
  ];

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    await appoint(installation, colleague, ['liaison']);
    good(await caller.post('liaison.erbil', '/cases', await openingOf({ originSide: 'KRG' })));
    const documentId = await uploadProof(caller, liaison, 'warrant');
    const { id } = await openCase(caller, { documents: [{ item: 'arrest-warrant', documentId }] });
    known = { caseId: id, taskId: (await taskOf(caller, id, 'legal-review')).id, documentId };
  });
  afterAll(() => installation.stop());

  /** Every request that takes the id of a case or of something in it. */
  async function ask(
    officer: string,
    { caseId, taskId, documentId }: Known,
  ): Promise<Record<string, Answer>> {
    const occurredAt = '2026-03-09T07:00:00Z';
    const zone = 'Asia/Baghdad';
    const asked = { items: ['identity'], answerBy: '2026-04-01', occurredAt, zone };
    const sent = { items: [{ item: 'identity', documentId }], occurredAt };
    const decision = { outcome: 'approved', contentHash: '0'.repeat(64) };
    const fact = { step: 'transmission', outcome: 'transmitted', occurredAt, zone };
    const requests = `/cases/${caseId}/document-requests`;
    return {
      case: await caller.get(officer, `/cases/${caseId}`),
      timeline: await caller.get(officer, `/cases/${caseId}/timeline`),
      content: await caller.put(officer, `/cases/${caseId}/content`, {
        baseVersion: 1,
        request: await requestOf(),
      }),
      fact: await caller.post(officer, `/cases/${caseId}/facts`, fact),
      asking: await caller.post(officer, requests, asked),
      answering: await caller.post(officer, `${requests}/${randomUUID()}/answers`, sent),
      decision: await caller.post(officer, `/tasks/${taskId}/decision`, decision),
      document: await caller.get(officer, `/documents/${documentId}`),
      download: await caller.get(officer, `/documents/${documentId}/content`),
      'next page': await caller.get(officer, `/cases?after=${caseId}`),
    };
  }

  /** Everything of an answer that a reader could compare. */
  function comparable({ status, headers, body }: Answer): unknown {
    const names = [...headers.keys()].sort();
    return { status, names, body: typeof body === 'object' ? { ...body, instance: '' } : body };
  }

  const listsOf = async (officer: string) => ({
    cases: good(await caller.get<{ items: { id: string }[] }>(officer, '/cases?limit=200')).items,
    tasks: good(await caller.get<{ items: { caseId: string }[] }>(officer, '/tasks?limit=200')).items,
    overdue: good(
      await caller.get<{ count: number; items: { caseId: string }[] }>(
        officer,
        '/overdue?withinHours=8760&limit=200',
      ),
    ),
  });

  it.each(readers)('is there for %s', async (officer) => {
    const summary = good(await caller.get(officer, `/cases/${known.caseId}`));
    expect(caseSchema.parse(summary).id).toBe(known.caseId);
    const timeline = good(await caller.get(officer, `/cases/${known.caseId}/timeline`));
    expect(timelineSchema.parse(timeline)[0]).toMatchObject({ seq: 1, type: 'caseOpened' });
    expect((await caller.get(officer, `/documents/${known.documentId}/content`)).status).toBe(200);
    const { cases, overdue } = await listsOf(officer);
    expect(cases.map((item) => item.id)).toContain(known.caseId);
    expect(overdue.items.map((item) => item.caseId)).toContain(known.caseId);
  });

  it.each(strangers)('is for %s as if it were not there, whatever he asks', async (officer) => {
    const hidden = await ask(officer, known);
    const absent = await ask(officer, nothing);
    for (const [what, answer] of Object.entries(hidden)) {
      expect([what, comparable(answer)]).toEqual([what, comparable(absent[what] ?? answer)]);
    }
  });

  it.each(strangers)('is 404 for %s', async (officer) => {
    expectProblem(await caller.get(officer, `/cases/${known.caseId}`), 404, 'not-found');
    expectProblem(await caller.get(officer, `/cases/${known.caseId}/timeline`), 404, 'not-found');
    expectProblem(await caller.get(officer, `/documents/${known.documentId}/content`), 404, 'not-found');
  });

  it.each(strangers)('is in no list or count of %s', async (officer) => {
    const { cases, tasks, overdue } = await listsOf(officer);
    expect(cases.map((item) => item.id)).not.toContain(known.caseId);
    expect([...tasks, ...overdue.items].map((item) => item.caseId)).not.toContain(known.caseId);
    expect(overdue.count).toBe(overdue.items.length);
  });

  it('is 404 for what another agency would do with it', async () => {
    const { case: read, 'next page': _page, ...attempts } = await ask('liaison.erbil', known);
    expectProblem(read ?? ({} as Answer), 404, 'not-found');
    for (const answer of Object.values(attempts)) expectProblem(answer, 404, 'not-found');
  });

  it('is not there for the administrator, who takes no part in cases', async () => {
    for (const answer of Object.values(await ask('admin', known))) expectProblem(answer, 403, 'forbidden');
  });

  it('is there for an approver from the moment at which it has a task for his role, and stays', async () => {
    const { id } = await openCase(caller);
    const seenBy = async (officer: string) => (await caller.get(officer, `/cases/${id}`)).status;
    expect(await seenBy('approver.directorate')).toBe(404);
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    expect(await seenBy('approver.directorate')).toBe(200);
    good(await decide(caller, 'approver.directorate', id, 'assurances'));
    expect([await seenBy('approver.directorate'), await seenBy('approver.foreign')]).toEqual([200, 404]);
  });

  it('that was not opened is there for nobody, and in no list', async () => {
    const documents = [{ item: 'identity', documentId: randomUUID() }];
    expectProblem(await caller.post(liaison, '/cases', await openingOf({ documents })), 422, 'invalid-input');
    const drafts = await installation.register.prisma.case.findMany({ where: { seq: 0 } });
    for (const { id } of drafts) {
      expectProblem(await caller.get(liaison, `/cases/${id}`), 404, 'not-found');
      expect((await listsOf('auditor')).cases.map((item) => item.id)).not.toContain(id);
    }
  });

  it('is shown in lists with nothing that the request says of the person', async () => {
    const lists = JSON.stringify(await listsOf(liaison));
    expect(lists).not.toMatch(/SAMPLE-0001|Subject One|Malm/);
    overdueSchema.parse(good(await caller.get(liaison, '/overdue?withinHours=8760')));
  });

  it('is on one page of the list, newest first, however long the pages are', async () => {
    for (let opened = 0; opened < 3; opened++) await openCase(caller);
    const all = (await listsOf(liaison)).cases.map((item) => item.id);
    const paged: string[] = [];
    let path = '/cases?limit=2';
    for (let page = 0; page < all.length; page++) {
      const { items, next } = caseListSchema.parse(good(await caller.get(liaison, path)));
      paged.push(...items.map((item) => item.id));
      if (next === null) break;
      path = `/cases?limit=2&after=${next}`;
    }
    expect(paged).toEqual(all);
  });

  it.each([
    '/cases?limit=0',
    '/cases?limit=201',
    '/cases?limit=1&limit=2',
    '/cases?after=first',
    '/cases?owner=me',
    '/cases?status=%00',
    '/tasks?limit=x',
    '/overdue?withinHours=-1',
  ])('is not looked for by %s', async (path) => {
    expectProblem(await caller.get(liaison, path), 422, 'invalid-input');
  });
});
