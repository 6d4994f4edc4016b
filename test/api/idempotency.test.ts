import { randomUUID } from 'node:crypto';
import { samplePdf } from '../../platform/demo/sample-files';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { decide, liaison, openCase, openingOf, readCase, signOff, taskOf, transmittedAt } from './case-play';

const key = (value: string) => ({ 'idempotency-key': value });

describe('a request under an idempotency key', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const countCases = () => installation.register.prisma.case.count();
  const countEvents = (caseId: string) => installation.register.prisma.caseEvent.count({ where: { caseId } });
  const open = async (officer: string, value: string, changes: object = {}) =>
    caller.post<CaseSummary>(officer, '/cases', await openingOf(changes), key(value));

  it('is answered again with the same status and body, and is done once', async () => {
    const value = randomUUID();
    const first = await open(liaison, value);
    const cases = await countCases();
    const events = await countEvents(first.body.id);
    const again = await open(liaison, value);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([await countCases(), await countEvents(first.body.id)]).toEqual([cases, events]);
  });

  it('is answered as it was then, also when the case has gone on', async () => {
    const value = randomUUID();
    const first = await open(liaison, value);
    good(await decide(caller, 'approver.legal', first.body.id, 'legal-review'));
    expect((await open(liaison, value)).body).toEqual(first.body);
  });

  it('with another body is a conflict', async () => {
    const value = randomUUID();
    good(await open(liaison, value));
    const answer = await open(liaison, value, { originUnit: 'Another unit' });
    expectProblem(answer, 409, 'idempotency-key-reused');
  });

  it('on another route is a conflict', async () => {
    const value = randomUUID();
    const { id, contentHash } = await openCase(caller);
    const task = await taskOf(caller, id, 'legal-review');
    good(await caller.upload('approver.legal', 'a.pdf', samplePdf('a'), key(value)));
    const body = { outcome: 'approved', contentHash };
    const answer = await caller.post('approver.legal', `/tasks/${task.id}/decision`, body, key(value));
    expectProblem(answer, 409, 'idempotency-key-reused');
  });

  it('of another officer is his own request', async () => {
    const value = randomUUID();
    const baghdad = good(await open(liaison, value));
    const erbil = good(await open('liaison.erbil', value, { originSide: 'KRG' }));
    expect(erbil.id).not.toBe(baghdad.id);
    expect([baghdad.agency, erbil.agency]).toEqual(['AHTD-BAGHDAD', 'AHTD-ERBIL']);
  });

  it('sent 20 times at once opens one case and is answered 20 times alike', async () => {
    const value = randomUUID();
    const cases = await countCases();
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(liaison, value)));
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await countCases()).toBe(cases + 1);
  });

  it('sent 5 times at once decides once', async () => {
    const { id, contentHash, seq } = await openCase(caller);
    const task = await taskOf(caller, id, 'legal-review');
    const body = { outcome: 'approved', contentHash };
    const value = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        caller.post<CaseSummary>('approver.legal', `/tasks/${task.id}/decision`, body, key(value)),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201));
    expect((await readCase(caller, id)).decisions).toHaveLength(1);
    expect(await countEvents(id)).toBe(answers[0]?.body.seq);
    expect(answers[0]?.body.seq).toBeGreaterThan(seq);
  });

  it('that records a fact is done once, its details too', async () => {
    const { id } = await openCase(caller);
    await signOff(caller, id);
    const fact = {
      step: 'transmission',
      outcome: 'transmitted',
      occurredAt: transmittedAt,
      zone: 'Asia/Baghdad',
      details: { channel: 'Embassy' },
    };
    const value = randomUUID();
    const first = await caller.post(liaison, `/cases/${id}/facts`, fact, key(value));
    const again = await caller.post(liaison, `/cases/${id}/facts`, fact, key(value));
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((await readCase(caller, id)).facts).toEqual([
      expect.objectContaining({ details: { channel: 'Embassy' } }),
    ]);
    expect(await installation.register.prisma.note.count({ where: { caseId: id } })).toBe(1);
  });

  it('that uploads is done once', async () => {
    const value = randomUUID();
    const first = await caller.upload<{ id: string }>(liaison, 'a.pdf', samplePdf('once'), key(value));
    const again = await caller.upload<{ id: string }>(liaison, 'a.pdf', samplePdf('once'), key(value));
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await caller.upload(liaison, 'a.pdf', samplePdf('another'), key(value));
    expectProblem(other, 409, 'idempotency-key-reused');
  });

  it('that was refused for its input may be sent again', async () => {
    const value = randomUUID();
    const refused = await caller.post(liaison, '/cases', {}, key(value));
    expectProblem(refused, 422, 'invalid-input');
    expect((await open(liaison, value)).status).toBe(201);
  });

  it('without one is told under which it was done', async () => {
    const first = await caller.post<CaseSummary>(liaison, '/cases', await openingOf());
    const given = first.headers.get('idempotency-key') ?? '';
    const again = await open(liaison, given);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-key')).toBe(given);
  });

  it.each([
    ['too long', 'x'.repeat(201)],
    ['with a space', 'a b'],
    ['beyond ASCII', 'ä'],
  ])('%s is refused', async (_name, value) => {
    const problem = expectProblem(await open(liaison, value), 422, 'invalid-input');
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/headers/Idempotency-Key' })]);
  });
});
