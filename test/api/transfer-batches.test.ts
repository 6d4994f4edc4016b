import { randomUUID } from 'node:crypto';
import { Prisma } from '../../prisma/generated/client';
import type { BatchList, BatchSummary } from '../../services/batches/batch-view';
import { transferBatchWorkflowId } from '../../workflows/messages';
import { type Installation, startInstallation } from '../support/installation';
import { batchOf, personOf, sampleBatch } from '../support/sample-batch';
import { appoint } from './appoint';
import { batches, caseIdsOf, endCase, openBatch, readBatch, untilBatch } from './batch-play';
import { Caller, expectProblem, good } from './caller';
import { liaison, readCase } from './case-play';

const [manager, erbil] = ['manager.baghdad', 'liaison.erbil'];
const key = (value: string) => ({ 'idempotency-key': value });

describe('a batch of transfers', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const describeBatch = (id: string) =>
    installation.context.temporal.workflow.getHandle(transferBatchWorkflowId(id)).describe();
  const persons = (set: string, count = 2) =>
    Array.from({ length: count }, (_, number) => personOf(number, {}, set));
  const batch = (set: string, count?: number) => batchOf(persons(set, count), set);

  it.each([
    { officer: liaison, from: 'KRG', to: 'FED', agency: 'AHTD-BAGHDAD', court: 'Rusafa' },
    { officer: erbil, from: 'FED', to: 'KRG', agency: 'AHTD-ERBIL', court: 'Erbil' },
  ])('is opened as the sample has it, from $from to $to', async ({ officer, from, to, agency, court }) => {
    const sample = sampleBatch({ from, to });
    const body = JSON.parse(JSON.stringify(sample).replaceAll('Rusafa', court).replaceAll('Karkh', court));
    const opened = await openBatch(caller, officer, body);
    expect(opened).toMatchObject({ from, to, agency, finishedAt: null, reference: 'SAMPLE-BATCH-2026-03' });
    expect(opened.progress).toEqual({ waiting: 0, opened: 4, refused: 0 });
    expect(opened.cases).toMatchObject({ total: 4, byOutcome: {} });
    expect(opened.items.map(({ place, status }) => [place, status])).toEqual(
      [0, 1, 2, 3].map((place) => [place, 'opened']),
    );
    expect(JSON.stringify(opened)).not.toMatch(/Subject|SAMPLE-R|نموونە/);
    const [first] = caseIdsOf(opened);
    expect(await readCase(caller, first ?? '', officer)).toMatchObject({
      procedure: 'suspect-transfer',
      agency,
      request: { from, to, person: { names: [{ given: 'Subject Two' }, {}] } },
    });
  });

  it('answers at once, before anybody is opened, and again the same for the same key', async () => {
    const value = randomUUID();
    const send = (body: unknown) => caller.post<BatchSummary>(liaison, batches, body, key(value));
    const first = good(await send(batch('again')));
    expect(first.progress).toEqual({ waiting: 2, opened: 0, refused: 0 });
    expect(good(await send(batch('again')))).toEqual(first);
    expectProblem(await send(batch('other')), 409, 'idempotency-key-reused');
    const done = await untilBatch(caller, liaison, first.id, ({ progress }) => progress?.waiting === 0);
    expect(done.cases.total).toBe(2);
    // As if the process had died before the answer was kept.
    const { prisma } = installation.context;
    const officerId = await idOf(liaison);
    await prisma.idempotencyKey.updateMany({
      where: { officerId, key: value },
      data: { answer: Prisma.DbNull },
    });
    expect(good(await send(batch('again')))).toMatchObject({ id: first.id, cases: { total: 2 } });
    expect(await prisma.case.count({ where: { batchId: first.id } })).toBe(2);
    expect(await prisma.transferBatchItem.count({ where: { batchId: first.id } })).toBe(2);
  });

  const idOf = async (subject: string) =>
    (await installation.register.prisma.officer.findUniqueOrThrow({ where: { subject } })).id;

  it('tells what is wrong with it, and is not there then', async () => {
    const twice = batchOf([...persons('twice'), personOf(0, {}, 'twice')], 'twice');
    const problem = expectProblem(await caller.post(liaison, batches, twice), 422, 'invalid-input');
    expect(problem.errors).toMatchObject([
      {
        pointer: '/persons/2/warrant/number',
        code: 'same-warrant-twice',
        detail: 'names the same warrant as /persons/0/warrant/number',
      },
      { pointer: '/persons/2', code: 'same-person-twice', detail: 'is the same person as /persons/0' },
    ]);
    const files = [{ item: 'identity', documentId: randomUUID() }];
    const unknown = batchOf([personOf(0), personOf(1, { files })], 'SAMPLE-BATCH-2026-03');
    expect((await caller.post(liaison, batches, unknown)).body.errors).toMatchObject([
      { pointer: '/reference', code: 'same-batch-reference' },
      { pointer: '/persons/1/files/0/documentId', code: 'document-unknown' },
    ]);
    expect(await installation.register.prisma.transferBatch.count({ where: { reference: 'twice' } })).toBe(0);
  });

  it('is opened by the side that asks and by nobody else', async () => {
    const wrongSide = await caller.post(erbil, batches, batch('wrong'));
    expect(expectProblem(wrongSide, 422, 'invalid-input').errors).toMatchObject([
      { pointer: '/to', code: 'not-your-side' },
    ]);
    expectProblem(await caller.post(manager, batches, batch('wrong')), 403, 'forbidden');
  });

  it('refuses whose warrant is in an open case already, and goes on without him', async () => {
    await openBatch(caller, liaison, batch('first'));
    const { procedure: _, ...request } = { procedure: '', ...personOf(7, {}, 'single') };
    const { warrant, ...person } = request;
    good(
      await caller.post(liaison, '/cases', {
        procedure: 'suspect-transfer',
        request: { from: 'KRG', to: 'FED', person, warrant },
      }),
    );
    const both = batchOf([personOf(1, {}, 'first'), personOf(7, {}, 'single'), personOf(9)], 'second');
    const { progress, items, cases } = await openBatch(caller, liaison, both);
    expect(progress).toEqual({ waiting: 0, opened: 1, refused: 2 });
    expect(items.map(({ refusal }) => refusal?.code)).toEqual([
      'warrant-in-use',
      'warrant-in-use',
      undefined,
    ]);
    expect(items.map((item) => item.case?.reference)).toEqual([
      ...[undefined, undefined, expect.stringMatching(/^TAS-/)],
    ]);
    expect(cases.total).toBe(1);
  });

  it('goes on with the others when one is stopped, and is over with the last of them', async () => {
    const { id, ...opened } = await openBatch(caller, liaison, batch('ends'));
    const [first = '', second = ''] = caseIdsOf({ id, ...opened });
    const other = await readCase(caller, second);
    await endCase(caller, manager, first);
    // What the other says of the first, linked to it by the batch, is all that differs.
    expect(await readCase(caller, second)).toEqual({ ...other, links: expect.anything() });
    const half = await readBatch(caller, manager, id);
    expect(half.cases).toMatchObject({ total: 2, byStatus: { closed: 1 }, byOutcome: { withdrawn: 1 } });
    expect([half.finishedAt, (await describeBatch(id)).status.name]).toEqual([null, 'RUNNING']);
    await endCase(caller, manager, second);
    const over = await untilBatch(caller, liaison, id, ({ finishedAt }) => finishedAt !== null);
    expect(over.cases).toEqual({ total: 2, byStatus: { closed: 2 }, byOutcome: { withdrawn: 2 } });
    await installation.context.temporal.workflow.getHandle(transferBatchWorkflowId(id)).result();
    expect((await describeBatch(id)).status.name).toBe('COMPLETED');
  });

  it('that is gone does not keep a case from its end', async () => {
    const opened = await openBatch(caller, liaison, batch('gone', 1));
    const { workflow } = installation.context.temporal;
    await workflow.getHandle(transferBatchWorkflowId(opened.id)).terminate('a test');
    const [caseId = ''] = caseIdsOf(opened);
    await endCase(caller, manager, caseId);
    expect(await workflow.getHandle(`case:${caseId}`).result()).toBe('withdrawn');
  });

  it('is seen by the other side only as far as cases are shared with it', async () => {
    const held = { arrest: { at: '2026-03-19T21:10:00+03:00', place: 'Erbil' } };
    const mixed = batchOf([...persons('shared'), personOf(2, held, 'shared')], 'shared');
    const hidden = await openBatch(caller, liaison, batch('hidden'));
    const { id, items } = await openBatch(caller, liaison, mixed);

    const listed = good(await caller.get<BatchList>(erbil, batches)).items;
    expect(listed.map((item) => item.id)).not.toContain(hidden.id);
    expectProblem(await caller.get(erbil, `${batches}/${hidden.id}`), 404, 'not-found');
    expectProblem(await caller.get(erbil, `${batches}/${randomUUID()}`), 404, 'not-found');
    const shared = items[2]?.case;
    for (const officer of [erbil, 'manager.erbil']) {
      const seen = await readBatch(caller, officer, id);
      expect(seen).toMatchObject({ progress: null, finishedAt: null, cases: { total: 1 } });
      expect(seen.items).toEqual([{ place: null, status: 'opened', refusal: null, case: shared }]);
      const { items: _items, ...summary } = seen;
      expect(listed.find((item) => item.id === id)).toEqual(summary);
    }
    for (const officer of [liaison, manager, 'auditor']) {
      const seen = await readBatch(caller, officer, id);
      expect([seen.cases.total, seen.items.length]).toEqual([3, 3]);
    }
  });

  it('is listed newest first, in pages', async () => {
    const page = async (query: string) => good(await caller.get<BatchList>(manager, `${batches}?${query}`));
    const all = await page('limit=200');
    const times = all.items.map(({ createdAt }) => createdAt);
    expect(times.length).toBeGreaterThan(3);
    expect(times).toEqual([...times].sort().reverse());
    const first = await page('limit=2');
    const second = await page(`limit=2&after=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  });

  it('refuses who is left when its officer may not any more', async () => {
    const officer = await appoint(installation, 'seat.03', ['liaison']);
    const { prisma } = installation.context;
    const { id } = good(await caller.post<BatchSummary>(officer, batches, batch('disabled', 60)));
    await untilBatch(caller, liaison, id, ({ progress }) => (progress?.opened ?? 0) > 0);
    await prisma.officer.update({ where: { subject: officer }, data: { disabledAt: new Date() } });
    const done = await untilBatch(caller, liaison, id, ({ progress }) => progress?.waiting === 0);
    const { opened = 0, refused = 0 } = done.progress ?? {};
    expect([opened > 0, refused > 0, opened + refused, done.cases.total]).toEqual([true, true, 60, opened]);
    const codes = done.items.flatMap(({ refusal }) => refusal?.code ?? []);
    expect([...new Set(codes)]).toEqual(['officer-disabled']);

    const moved = await appoint(installation, 'seat.04', ['liaison']);
    const other = good(await caller.post<BatchSummary>(moved, batches, batch('moved', 60)));
    await untilBatch(caller, liaison, other.id, ({ progress }) => (progress?.opened ?? 0) > 0);
    await appoint(installation, moved, ['liaison'], 'NCB');
    const left = await untilBatch(caller, liaison, other.id, ({ progress }) => progress?.waiting === 0);
    expect(left.items.at(-1)?.refusal).toEqual({ code: 'wrong-role', params: { role: 'liaison' } });
  });

  it('leaves nothing personal with Temporal', async () => {
    const opened = await openBatch(caller, liaison, batch('private'));
    for (const caseId of caseIdsOf(opened)) await endCase(caller, manager, caseId);
    await untilBatch(caller, liaison, opened.id, ({ finishedAt }) => finishedAt !== null);
    const handle = installation.context.temporal.workflow.getHandle(transferBatchWorkflowId(opened.id));
    await handle.result();
    const payloads = textsIn(await handle.fetchHistory()).join('\n');
    expect(payloads).toContain(opened.id);
    expect(payloads).toContain('withdrawn');
    expect(payloads).not.toMatch(/SAMPLE|Person p|Rusafa|1985/);
  });
});

function textsIn(value: unknown): string[] {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
