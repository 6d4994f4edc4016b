import { randomUUID } from 'node:crypto';
import { type Installation, startInstallation } from '../support/installation';
import { genuineToken } from './bad-tokens';
import { type Answer, Caller, expectProblem } from './caller';

const now = () => Math.floor(Date.now() / 1000);

describe('one of the gravest acts', () => {
  let installation: Installation;
  let caller: Caller;
  beforeAll(async () => {
    installation = await startInstallation({ commandTimeoutMs: 500 });
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  /** Sends something as an officer who logged in so many minutes ago; null where his token does not say when. */
  async function send(
    subject: string,
    minutesAgo: number | null,
    path: string,
    body: object,
    method = 'POST',
  ) {
    const more = minutesAgo === null ? {} : { auth_time: now() - minutesAgo * 60 };
    const authorization = `Bearer ${await genuineToken({ subject, more })}`;
    return await caller.raw(method, path, JSON.stringify(body), { authorization });
  }

  function expectStepUp(answer: Answer<unknown>): void {
    expect(expectProblem(answer, 401, 'step-up-needed')).toMatchObject({ maxAge: 900 });
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_user_authentication", error_description="A fresh login is needed", max_age="900"',
    );
  }

  it.each([
    ['a change of a calendar', 'admin', 'POST', '/calendars/IQ/changes'],
    ['a change of the law of a case', 'manager.baghdad', 'POST', `/cases/${randomUUID()}/law`],
    ['a change of the committee', 'secretary', 'PUT', '/committee'],
  ])('needs a fresh login: %s', async (_name, officer, method, path) => {
    expectStepUp(await send(officer, 16, path, {}, method));
    expectStepUp(await send(officer, null, path, {}, method));
    expectProblem(await send(officer, 14, path, {}, method), 422, 'invalid-input');
    expectProblem(await send('auditor', 16, path, {}, method), 403, 'forbidden');
  });

  it('is a step that lets a person be handed over, as a task and as a fact; another step is not', async () => {
    const { caseId, tasks } = await plantedCase();
    const decision = { outcome: 'approved', contentHash: '0'.repeat(64) };
    const decide = (subject: string, minutesAgo: number | null, step: string) =>
      send(subject, minutesAgo, `/tasks/${tasks[step]}/decision`, decision);
    const record = (minutesAgo: number | null, step: string, outcome: string) => {
      const fact = { step, outcome, occurredAt: new Date().toISOString(), proof: [randomUUID()] };
      return send('liaison.baghdad', minutesAgo, `/cases/${caseId}/facts`, fact);
    };
    for (const minutesAgo of [16, null]) {
      expectStepUp(await decide('approver.council', minutesAgo, 'judicial-council'));
      expectStepUp(await record(minutesAgo, 'surrender', 'not-taken-over'));
    }
    // Past the door: there is no worker, and no such document.
    const passed = await Promise.all([
      decide('approver.council', 14, 'judicial-council'),
      record(14, 'surrender', 'not-taken-over'),
      decide('approver.legal', 600, 'legal-review'),
      record(600, 'property', 'none'),
    ]);
    expect(passed.map(({ status }) => status)).toEqual([503, 422, 503, 422]);
  });

  /** A request of another State as far as the lists know it: decided by the court, with two tasks open. */
  async function plantedCase(): Promise<{ caseId: string; tasks: Readonly<Record<string, string>> }> {
    const { prisma } = installation.context;
    const { id: officerId } = await prisma.officer.findUniqueOrThrow({
      where: { subject: 'liaison.baghdad' },
    });
    const [caseId, approval, review] = [randomUUID(), randomUUID(), randomUUID()];
    const at = new Date();
    await prisma.case.create({
      data: {
        ...{
          id: caseId,
          procedure: 'incoming-extradition',
          procedureVersion: 1,
          status: 'approvals',
          seq: 1,
        },
        ...{ requestingState: 'SE', requestedState: 'IQ', urgency: 'ordinary', confidential: false },
        ...{ agencyCode: 'AHTD-BAGHDAD', createdById: officerId, responsibleOfficerId: officerId },
        ...{ headHash: '0'.repeat(64), openedAt: at, updatedAt: at },
      },
    });
    const task = {
      caseId,
      kind: 'approval',
      queue: 'todo',
      status: 'open',
      openedAt: at,
    } as const;
    const council = {
      step: 'judicial-council',
      stepKey: 'judicial-council#1',
      role: 'judicial-council-approver',
    };
    const legal = { step: 'legal-review', stepKey: 'legal-review#1', role: 'legal-reviewer' };
    await prisma.task.createMany({
      data: [
        { ...task, ...council, id: approval, openedSeq: 1 },
        { ...task, ...legal, id: review, openedSeq: 2 },
      ],
    });
    return { caseId, tasks: { 'judicial-council': approval, 'legal-review': review } };
  }
});
