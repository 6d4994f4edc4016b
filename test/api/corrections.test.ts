import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { decide, liaison, openCase, openingOf, readCase, record, taskOf, uploadProof } from './case-play';

const manager = 'manager.baghdad';
const ncb = 'liaison.ncb';
const urgent = { urgency: 'provisional-arrest-requested' };

describe('what was wrong and is put right', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  async function arrestedCase(): Promise<string> {
    const { id } = await openCase(caller, urgent);
    good(await decide(caller, 'approver.legal', id, 'urgent-approval'));
    good(
      await record(caller, ncb, id, {
        step: 'provisional-arrest-request',
        outcome: 'sent',
        occurredAt: '2026-02-20T09:00:00Z',
      }),
    );
    good(
      await record(caller, ncb, id, {
        step: 'provisional-arrest',
        outcome: 'arrested',
        occurredAt: '2026-03-03T22:30:00Z',
      }),
    );
    return id;
  }

  async function correction(changes: object = {}): Promise<object> {
    return {
      stepKey: 'provisional-arrest#1',
      occurredAt: '2026-03-04T22:30:00Z',
      zone: 'Europe/Stockholm',
      reason: 'Invented: the hour was read from the wrong line',
      proof: [await uploadProof(caller, ncb, 'custody record')],
      ...changes,
    };
  }

  it('an arrest hour is corrected by one officer and confirmed by another; old and new stay visible', async () => {
    const id = await arrestedCase();
    good(await caller.post(ncb, `/cases/${id}/corrections`, await correction()));
    const before = await readCase(caller, id);
    expect(before.facts.find((fact) => fact.step === 'provisional-arrest')?.occurredAt).toBe(
      '2026-03-03T22:30:00.000Z',
    );
    good(await decide(caller, manager, id, 'fact-correction', { outcome: 'confirmed' }));

    const after = await readCase(caller, id);
    const arrests = after.facts.filter((fact) => fact.step === 'provisional-arrest');
    expect(arrests.map(({ occurredAt, superseded }) => [occurredAt, superseded])).toEqual([
      ['2026-03-03T22:30:00.000Z', true],
      ['2026-03-04T22:30:00.000Z', false],
    ]);
    expect(after.clocks.find((clock) => clock.rule === 'SWE23-40')).toMatchObject({
      lastDay: '2026-04-13',
      dueAt: '2026-04-13T22:00:00.000Z',
      previousDueAt: '2026-04-12T22:00:00.000Z',
    });
    expect(after.custody[0]?.beganAt).toBe('2026-03-04T22:30:00.000Z');
  });

  it('a correction needs proof, and an officer who may record the fact', async () => {
    const id = await arrestedCase();
    const url = `/cases/${id}/corrections`;
    expectProblem(await caller.post(ncb, url, await correction({ proof: [] })), 422, 'invalid-input');
    const proof = [await uploadProof(caller, liaison, 'custody record')];
    expectProblem(await caller.post(liaison, url, await correction({ proof })), 403, 'wrong-role');
    expectProblem(
      await caller.post(ncb, url, await correction({ stepKey: 'surrender#1' })),
      404,
      'not-found',
    );
  });

  it('an approval is taken back by who gave it, and by nobody else', async () => {
    const { id } = await openCase(caller);
    const { id: taskId } = await taskOf(caller, id, 'legal-review');
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    const body = { reason: 'Invented: a page was overlooked' };
    expectProblem(
      await caller.post('approver.directorate', `/tasks/${taskId}/rescission`, body),
      403,
      'not-your-decision',
    );
    good(await caller.post('approver.legal', `/tasks/${taskId}/rescission`, body));
    expect((await taskOf(caller, id, 'legal-review')).status).toBe('open');
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    expect((await taskOf(caller, id, 'assurances')).status).toBe('open');
  });

  it('a case is withdrawn by a manager, with a reason, and taken up again by a new one', async () => {
    const { id } = await openCase(caller);
    const body = { outcome: 'withdrawn', reason: 'Invented: the warrant was cancelled' };
    expectProblem(await caller.post(liaison, `/cases/${id}/ending`, body), 403, 'forbidden');
    expectProblem(
      await caller.post(liaison, '/cases', { ...(await openingOf()), reopens: id }),
      422,
      'invalid-input',
    );
    const ended = good(await caller.post<CaseSummary>(manager, `/cases/${id}/ending`, body));
    expect(ended).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    const again = good(
      await caller.post<CaseSummary>(liaison, '/cases', { ...(await openingOf()), reopens: id }),
    );
    expect(again).toMatchObject({ reopens: id, outcome: null });
    expect(again.id).not.toBe(id);
  });

  it('a case rests while it is suspended, and goes on', async () => {
    const { id } = await openCase(caller);
    const body = { reason: 'Invented: a question to the court' };
    good(await caller.post(manager, `/cases/${id}/suspension`, body));
    expect((await readCase(caller, id)).suspendedAt).not.toBeNull();
    expectProblem(await decide(caller, 'approver.legal', id, 'legal-review'), 409, 'suspended');
    good(await caller.post(manager, `/cases/${id}/resumption`, body));
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    expect((await readCase(caller, id)).suspendedAt).toBeNull();
  });

  it('another officer of the agency is made to answer for a case', async () => {
    const { id } = await openCase(caller);
    const reason = 'Invented: leave';
    const url = `/cases/${id}/responsible-officer`;
    expectProblem(
      await caller.put(manager, url, { officer: 'liaison.erbil', reason }),
      422,
      'officer-not-eligible',
    );
    expectProblem(await caller.put(manager, url, { officer: 'nobody', reason }), 422, 'officer-not-eligible');
    good(await caller.put(manager, url, { officer: liaison, reason }));
    expect((await readCase(caller, id)).responsibleOfficer).toBe('Sample officer liaison.baghdad');
  });
});
