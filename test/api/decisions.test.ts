import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { Caller, expectProblem, good } from './caller';
import { decide, liaison, openCase, openingOf, readCase, record, requestOf, taskOf } from './case-play';

describe('a decision', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const otherReviewer = () => appoint(installation, 'seat.07', ['legal-reviewer']);

  it('is kept with who signed what, and why', async () => {
    const { id, contentHash } = await openCase(caller);
    const reason = 'Invented: complete';
    const answer = await decide(caller, 'approver.legal', id, 'legal-review', { reason });
    expect([answer.status, answer.body.status]).toEqual([201, 'legal-review']);
    expect((await readCase(caller, id)).decisions).toEqual([
      expect.objectContaining({
        stage: 'legal',
        outcome: 'approved',
        officer: 'Sample officer approver.legal',
        reason,
        contentHash,
      }),
    ]);
  });

  it('is refused to a reader whose role is not the task’s', async () => {
    const { id } = await openCase(caller);
    expectProblem(await decide(caller, 'manager.baghdad', id, 'legal-review'), 403, 'wrong-role');
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    expectProblem(await decide(caller, await otherReviewer(), id, 'assurances'), 403, 'wrong-role');
    expect((await readCase(caller, id)).decisions).toHaveLength(1);
  });

  it('is refused to an administrator, whatever else he was made: he takes no part in cases', async () => {
    const { id } = await openCase(caller);
    const officer = await appoint(installation, 'seat.06', ['legal-reviewer', 'administrator']);
    expectProblem(await decide(caller, officer, id, 'legal-review'), 403, 'forbidden');
    expectProblem(await caller.get(officer, `/cases/${id}`), 403, 'forbidden');
  });

  it('is refused to who opened the case, whatever else he is', async () => {
    const officer = await appoint(installation, 'seat.03', ['liaison', 'legal-reviewer', 'manager']);
    const { id } = good(await caller.post<CaseSummary>(officer, '/cases', await openingOf()));
    const problem = expectProblem(await decide(caller, officer, id, 'legal-review'), 403, 'four-eyes');
    expect(problem.why).toBe('creator');
  });

  it('is refused to who edited the content last', async () => {
    const officer = await appoint(installation, 'seat.04', ['liaison', 'legal-reviewer']);
    const { id } = await openCase(caller);
    const request = await requestOf({ originUnit: 'Edited' });
    good(await caller.put(officer, `/cases/${id}/content`, { baseVersion: 1, request }));
    const problem = expectProblem(await decide(caller, officer, id, 'legal-review'), 403, 'four-eyes');
    expect(problem.why).toBe('last-editor');
  });

  it('is refused to who has signed at another stage', async () => {
    const officer = await appoint(installation, 'seat.05', ['legal-reviewer', 'directorate-approver']);
    const { id } = await openCase(caller);
    good(await decide(caller, officer, id, 'legal-review'));
    const problem = expectProblem(await decide(caller, officer, id, 'assurances'), 403, 'four-eyes');
    expect(problem.why).toBe('earlier-approver');
    expect((await decide(caller, 'approver.directorate', id, 'assurances')).status).toBe(201);
  });

  it('may be taken twice by one officer at one stage: the urgent approval and the review', async () => {
    const { id } = await openCase(caller, { urgency: 'provisional-arrest-requested' });
    expect((await decide(caller, 'approver.legal', id, 'urgent-approval')).status).toBe(201);
    expect((await decide(caller, 'approver.legal', id, 'legal-review')).status).toBe(201);
  });

  it('is taken once', async () => {
    const { id } = await openCase(caller);
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    expectProblem(await decide(caller, 'approver.legal', id, 'legal-review'), 409, 'already-decided');
    expectProblem(await decide(caller, await otherReviewer(), id, 'legal-review'), 409, 'already-decided');
  });

  it.each(['approved', 'refused'])(
    'of two officers at the same instant is won by one, the other is told: %s',
    async (outcome) => {
      const officers = ['approver.legal', await otherReviewer()];
      for (let round = 0; round < 2; round++) {
        const { id } = await openCase(caller);
        const changes = { outcome, reason: 'Invented' };
        const answers = await Promise.all(
          officers.map((officer) => decide(caller, officer, id, 'legal-review', changes)),
        );
        expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
        const lost = answers.find((answer) => answer.status === 409);
        expect(lost?.body.type).toMatch(/:(already-decided|case-closed)$/);
        expect((await readCase(caller, id)).decisions).toHaveLength(1);
      }
    },
  );

  it('is refused over a content that is not the one there is', async () => {
    const { id } = await openCase(caller);
    const contentHash = 'f'.repeat(64);
    const answer = await decide(caller, 'approver.legal', id, 'legal-review', { contentHash });
    expect(expectProblem(answer, 409, 'content-changed').version).toBe(1);
  });

  it('is refused with an outcome that the step has not, naming those it has', async () => {
    const { id } = await openCase(caller);
    const answer = await decide(caller, 'approver.legal', id, 'legal-review', { outcome: 'postponed' });
    expect(expectProblem(answer, 422, 'unknown-outcome').possible).toEqual(['approved', 'refused']);
  });

  it('against the request is refused without a reason', async () => {
    const { id } = await openCase(caller);
    const answer = await decide(caller, 'approver.legal', id, 'legal-review', { outcome: 'refused' });
    expectProblem(answer, 422, 'reason-missing');
    const empty = await decide(caller, 'approver.legal', id, 'legal-review', {
      outcome: 'refused',
      reason: ' ',
    });
    expectProblem(empty, 422, 'invalid-input');
    const unreadable = { outcome: 'refused', reason: 'Because\u0000' };
    expectProblem(
      await decide(caller, 'approver.legal', id, 'legal-review', unreadable),
      422,
      'invalid-input',
    );
  });

  it('against the request ends the case, which then takes nothing more', async () => {
    const { id } = await openCase(caller);
    const refusal = { outcome: 'refused', reason: 'Invented: no dual criminality' };
    const answer = await decide(caller, 'approver.legal', id, 'legal-review', refusal);
    expect(answer.body).toMatchObject({ status: 'closed', outcome: 'not-approved' });
    const occurredAt = '2026-03-09T07:00:00Z';
    const fact = await record(caller, liaison, id, {
      step: 'transmission',
      outcome: 'transmitted',
      occurredAt,
    });
    expectProblem(fact, 409, 'case-closed');
    const revision = { baseVersion: 1, request: await requestOf() };
    expectProblem(await caller.put(liaison, `/cases/${id}/content`, revision), 409, 'case-closed');
  });

  it('on a step that is closed otherwise, by a fact, is refused', async () => {
    const { id, contentHash } = await openCase(caller, { urgency: 'provisional-arrest-requested' });
    good(await decide(caller, 'approver.legal', id, 'urgent-approval'));
    const task = await taskOf(caller, id, 'provisional-arrest-request');
    const body = { outcome: 'sent', contentHash };
    expectProblem(await caller.post('liaison.ncb', `/tasks/${task.id}/decision`, body), 409, 'not-open');
  });

  it('is refused to an officer whose account was disabled after he signed in', async () => {
    const officer = await appoint(installation, 'seat.08', ['legal-reviewer']);
    const { id } = await openCase(caller);
    expect((await caller.get(officer, `/cases/${id}`)).status).toBe(200);
    const { prisma } = installation.register;
    await prisma.officer.update({ where: { subject: officer }, data: { disabledAt: new Date() } });
    expectProblem(await decide(caller, officer, id, 'legal-review'), 403, 'officer-disabled');
    expectProblem(await caller.get(officer, '/me'), 403, 'officer-disabled');
  });
});
