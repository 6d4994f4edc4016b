import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { Caller, expectProblem, good } from './caller';
import {
  decide,
  liaison,
  openCase,
  readCase,
  requestOf,
  signOff,
  taskOf,
  transmit,
  uploadProof,
} from './case-play';

describe('a revision of the content', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const revise = async (caseId: string, baseVersion: number, changes: object = {}) => {
    const request = await requestOf({ originUnit: 'Revised unit', ...changes });
    return caller.put<CaseSummary>(liaison, `/cases/${caseId}/content`, { baseVersion, request });
  };

  it('is the next version, with its own hash and gaps', async () => {
    const opened = await openCase(caller);
    const documentId = await uploadProof(caller, liaison, 'warrant');
    const documents = [{ item: 'arrest-warrant', documentId, certified: false }];
    const revised = good(await revise(opened.id, 1, { documents }));
    expect(revised.contentVersion).toBe(2);
    expect(revised.contentHash).not.toBe(opened.contentHash);
    expect(revised.gaps).toEqual(opened.gaps.filter((item) => item !== 'arrest-warrant'));
    const { request } = await readCase(caller, opened.id);
    expect(request).toMatchObject({ originUnit: 'Revised unit', documents });
  });

  it('is of the same case when its id is written in capitals', async () => {
    const { id } = await openCase(caller);
    expect((await revise(id.toUpperCase(), 1)).status).toBe(200);
  });

  it('reopens the approvals that signed the older one and withdraws what came after them', async () => {
    const { id } = await openCase(caller);
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    const withdrawn = await taskOf(caller, id, 'assurances');
    good(await revise(id, 1));
    const { tasks } = await readCase(caller, id);
    expect(tasks.filter((task) => task.status === 'open').map((task) => task.step)).toEqual(['legal-review']);
    expect(tasks.find((task) => task.id === withdrawn.id)?.status).toBe('cancelled');
    const late = { outcome: 'approved', contentHash: (await readCase(caller, id)).contentHash };
    const answer = await caller.post('approver.directorate', `/tasks/${withdrawn.id}/decision`, late);
    expectProblem(answer, 409, 'not-open');
  });

  it('makes the officer read again: the old hash signs nothing', async () => {
    const { id, contentHash } = await openCase(caller);
    good(await revise(id, 1));
    const old = await decide(caller, 'approver.legal', id, 'legal-review', { contentHash });
    expect(expectProblem(old, 409, 'content-changed').version).toBe(2);
    const { request } = await readCase(caller, id);
    const unit = 'originUnit' in request ? request.originUnit : '';
    expect(expectProblem(old, 409, 'content-changed').differences).toEqual([
      { pointer: '/originUnit', before: expect.not.stringMatching(unit), after: unit },
    ]);
    expect((await decide(caller, 'approver.legal', id, 'legal-review')).status).toBe(201);
  });

  it('after all have signed has all sign again', async () => {
    const { id } = await openCase(caller);
    await signOff(caller, id);
    good(await revise(id, 1));
    await signOff(caller, id);
    const { decisions, status } = await readCase(caller, id);
    expect([decisions.length, status]).toEqual([8, 'approved']);
  });

  it('at the instant of a signature leaves no signature over another content standing', async () => {
    for (let round = 0; round < 2; round++) {
      const { id } = await openCase(caller);
      const [revised, decided] = await Promise.all([
        revise(id, 1),
        decide(caller, 'approver.legal', id, 'legal-review'),
      ]);
      expect([revised.status, [201, 409].includes(decided.status)]).toEqual([200, true]);
      const open = (await readCase(caller, id)).tasks.filter((task) => task.status === 'open');
      expect(open.map((task) => task.step)).toEqual(['legal-review']);
    }
  });

  it('of an older version than there is, is refused', async () => {
    const { id } = await openCase(caller);
    good(await revise(id, 1));
    expect(expectProblem(await revise(id, 1), 409, 'content-changed').version).toBe(2);
    expectProblem(await revise(id, 7), 409, 'content-changed');
    expect((await readCase(caller, id)).contentVersion).toBe(2);
  });

  it('by two at once is won by one', async () => {
    const { id } = await openCase(caller);
    const answers = await Promise.all([
      revise(id, 1, { originUnit: 'First' }),
      revise(id, 1, { originUnit: 'Other' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('is refused when the request has been transmitted', async () => {
    const { id } = await openCase(caller);
    await transmit(caller, id);
    expectProblem(await revise(id, 1), 409, 'content-signed-out');
  });

  it('is refused with faults as the opening is', async () => {
    const { id } = await openCase(caller);
    const documents = [{ item: 'identity', documentId: randomUUID() }];
    const unknown = expectProblem(await revise(id, 1, { documents }), 422, 'invalid-input');
    expect(unknown.errors).toEqual([
      expect.objectContaining({ pointer: '/request/documents/0/documentId', code: 'document-unknown' }),
    ]);
    expectProblem(await revise(id, 1, { requestedState: 'Sweden' }), 422, 'invalid-input');
    const untitled = expectProblem(await revise(id, 1, { title: null }), 422, 'invalid-input');
    expect(untitled.errors).toEqual([
      expect.objectContaining({ pointer: '/request/title', code: 'cannot-proceed' }),
    ]);
    expect((await readCase(caller, id)).contentVersion).toBe(1);
  });

  it('is refused to a liaison officer of another agency who reads the case by another role', async () => {
    const officer = await appoint(installation, 'seat.09', ['liaison', 'legal-reviewer'], 'AHTD-ERBIL');
    const { id } = await openCase(caller);
    const body = { baseVersion: 1, request: await requestOf() };
    expectProblem(await caller.put(officer, `/cases/${id}/content`, body), 403, 'wrong-role');
  });
});
