import { randomUUID } from 'node:crypto';
import { checkProjections } from '../../activities/register/rebuild';
import { writeEvents } from '../../activities/register/write-events';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { TaskView } from '../../services/tasks/task-view';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { Caller, expectProblem, good, type Problem } from './caller';
import { decide, openCase, openingOf, readCase, taskOf } from './case-play';

const manager = 'manager.baghdad';
const reviewer = 'approver.legal';

describe('the work of an agency', () => {
  let installation: Installation;
  let caller: Caller;
  let second: string;
  let third: string;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    second = await appoint(installation, 'seat.07', ['legal-reviewer']);
    third = await appoint(installation, 'seat.08', ['liaison']);
  });
  afterAll(() => installation.stop());

  const review = async () => {
    const { id: caseId } = await openCase(caller);
    return { caseId, taskId: (await taskOf(caller, caseId, 'legal-review')).id };
  };
  const claim = (officer: string, taskId: string) =>
    caller.post<TaskView & Problem>(officer, `/tasks/${taskId}/claim`, {});
  const list = async (officer: string, show: string) =>
    good(await caller.get<{ items: TaskView[] }>(officer, `/tasks?limit=200&show=${show}`)).items;
  const holderIn = async (officer: string, show: string, taskId: string) =>
    (await list(officer, show)).find(({ id }) => id === taskId)?.holder?.account;
  const mailsTo = async (subject: string, template: string) =>
    await installation.register.prisma.mail.count({ where: { template, officer: { subject } } });
  const substitute = async (absent: string, other: string, changes: object = {}, by = absent) =>
    await caller.post<{ id: string; state: string } & Problem>(by, '/substitutions', {
      absent,
      substitute: other,
      from: new Date(Date.now() - 60_000).toISOString(),
      until: new Date(Date.now() + 3_600_000).toISOString(),
      zone: 'Asia/Baghdad',
      ...changes,
    });
  const end = async (officer: string, id: string) =>
    good(await caller.post<{ state: string }>(officer, `/substitutions/${id}/end`, {})).state;

  it('of two claims at once one has the task, the other is told who, and only the holder decides it', async () => {
    const { caseId, taskId } = await review();
    const answers = await Promise.all([reviewer, second].map((officer) => claim(officer, taskId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0]?.status === 200 ? [reviewer, second] : [second, reviewer];
    const lost = answers.find(({ status }) => status === 409);
    if (!lost) throw new Error('both have it');
    const told = { holder: { account: winner, name: `Sample officer ${winner}` } };
    expect(expectProblem(lost, 409, 'task-held')).toMatchObject(told);
    expect(await holderIn(loser, 'group', taskId)).toBe(winner);
    expect([await holderIn(winner, 'mine', taskId), await holderIn(manager, 'agency', taskId)]).toEqual([
      winner,
      winner,
    ]);
    expect((await list(loser, 'pool')).map(({ id }) => id)).not.toContain(taskId);
    const late = good(
      await caller.get<{ items: { caseId: string; holder: string | null }[] }>(
        manager,
        '/overdue?withinHours=8760&limit=200',
      ),
    );
    expect(late.items.filter((item) => item.caseId === caseId).map(({ holder }) => holder)).toContain(
      told.holder.name,
    );
    expect(
      expectProblem(await decide(caller, loser, caseId, 'legal-review'), 409, 'task-held'),
    ).toMatchObject(told);
    expectProblem(await caller.post(loser, `/tasks/${taskId}/release`, {}), 409, 'task-held');
    expect(await checkProjections(installation.register.prisma, caseId)).toEqual([]);
    good(await decide(caller, winner, caseId, 'legal-review'));
    expectProblem(await claim(winner, taskId), 409, 'already-decided');
  });

  it('is claimed by nobody who may not decide it, and goes back to the pool with its holder or his account', async () => {
    const { taskId } = await review();
    expectProblem(await claim('liaison.baghdad', taskId), 403, 'wrong-role');
    const both = await appoint(installation, 'seat.09', ['liaison', 'legal-reviewer']);
    const own = good(await caller.post<CaseSummary>(both, '/cases', await openingOf()));
    expectProblem(await claim(both, (await taskOf(caller, own.id, 'legal-review')).id), 403, 'four-eyes');
    good(await claim(reviewer, taskId));
    good(await caller.post(reviewer, `/tasks/${taskId}/release`, {}));
    expectProblem(await caller.post(reviewer, `/tasks/${taskId}/release`, {}), 409, 'not-your-task');
    good(await claim(both, taskId));
    const { officer } = installation.register.prisma;
    await officer.update({ where: { subject: both }, data: { disabledAt: new Date() } });
    expect((await list(second, 'pool')).map(({ id }) => id)).toContain(taskId);
    const { items } = good(
      await caller.get<{ items: { act: string }[] }>(second, `/tasks/${taskId}/holders`),
    );
    expect(items.map(({ act }) => act)).toEqual(['claimed', 'released', 'claimed', 'returned']);
  });

  it('is given by the manager task by task, taken over with a reason, and the holders are told', async () => {
    const [free, held] = [await review(), await review()];
    const mine = await openCase(caller);
    const foreign = (await taskOf(caller, mine.id, 'request-checklist')).id;
    good(await claim(second, held.taskId));
    const tasks = [free.taskId, held.taskId, foreign, randomUUID()];
    const give = (more: object = {}) =>
      caller.post<{
        items: { assigned: boolean; refusal: { code: string; holder: { account: string } | null } | null }[];
      }>(manager, '/tasks/assignments', { officer: reviewer, tasks, ...more });
    const { items } = good(await give());
    expect(items.map(({ refusal }) => refusal?.code)).toEqual([
      undefined,
      'task-held',
      expect.any(String),
      'not-found',
    ]);
    expect(items[1]?.refusal?.holder?.account).toBe(second);
    expect(await mailsTo(reviewer, 'task-assigned')).toBe(1);
    expect(good(await give({ reason: 'He is ill' })).items.map(({ assigned }) => assigned)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await mailsTo(second, 'task-taken-over')).toBe(1);
    const back = { reason: 'He is back', officer: second };
    const taken = good(await caller.post<TaskView>(manager, `/tasks/${held.taskId}/take-over`, back));
    expect(taken.holder?.account).toBe(second);
    expectProblem(
      await caller.post(manager, `/tasks/${held.taskId}/take-over`, { reason: 'mine' }),
      403,
      'wrong-role',
    );
    expectProblem(
      await caller.post(manager, '/tasks/assignments', { officer: 'approver.council', tasks }),
      422,
      'invalid-input',
    );
  });

  describe('in the absence of an officer', () => {
    it('is done by his substitute, with both names, as long as the rule stands', async () => {
      const [held, free, mine] = [await review(), await review(), await review()];
      good(await claim(reviewer, held.taskId));
      good(await claim(second, mine.taskId));
      expectProblem(await substitute(reviewer, third, {}, second), 403, 'forbidden');
      expectProblem(await substitute(reviewer, 'approver.council'), 422, 'invalid-input');
      const { id, state } = good(await substitute(reviewer, third, {}, manager));
      expect([state, await mailsTo(third, 'substitution')]).toEqual(['active', 1]);
      expectProblem(await substitute(reviewer, second), 409, 'already-substituted');
      expectProblem(await substitute(third, reviewer), 409, 'substitution-cycle');
      const actingFor = reviewer;
      const shown = await list(third, 'group');
      const whom = (taskId: string) => shown.find((task) => task.id === taskId)?.actingFor?.account;
      expect([held, free, mine].map(({ taskId }) => whom(taskId))).toEqual([reviewer, reviewer, undefined]);
      expectProblem(await decide(caller, third, held.caseId, 'legal-review'), 403, 'wrong-role');
      expectProblem(
        await decide(caller, third, mine.caseId, 'legal-review', { actingFor }),
        409,
        'task-held',
      );
      good(await decide(caller, third, held.caseId, 'legal-review', { actingFor }));
      const names = { actingFor: `Sample officer ${reviewer}` };
      expect((await readCase(caller, held.caseId)).decisions).toMatchObject([
        { officer: `Sample officer ${third}`, ...names },
      ]);
      const timeline = good(
        await caller.get<{ type: string; actingFor: string | null }[]>(
          manager,
          `/cases/${held.caseId}/timeline`,
        ),
      );
      expect(timeline.find(({ type }) => type === 'decisionMade')).toMatchObject(names);
      const own = good(await caller.post<CaseSummary>(third, '/cases', await openingOf()));
      expect(
        expectProblem(await decide(caller, third, own.id, 'legal-review', { actingFor }), 403, 'four-eyes')
          .why,
      ).toBe('creator');
      expect(await end(reviewer, id)).toBe('ended');
      expectProblem(
        await decide(caller, third, free.caseId, 'legal-review', { actingFor }),
        403,
        'not-substitute',
      );
    });

    it('is refused by the register, whatever was let through', async () => {
      const { caseId } = await review();
      const { prisma } = installation.register;
      const idOf = async (subject: string) =>
        (await prisma.officer.findUniqueOrThrow({ where: { subject } })).id;
      const [actorId, actingForId] = [await idOf(third), await idOf(reviewer)];
      const { contentHash } = await readCase(caller, caseId);
      const { seq: expectedSeq } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
      const act = async (role: 'legal-reviewer' | null) =>
        await writeEvents(prisma, {
          caseId,
          expectedSeq,
          commandId: randomUUID(),
          actorId,
          actingForId,
          role,
          at: new Date().toISOString(),
          events: [
            {
              type: 'decisionMade',
              key: 'legal-review#1',
              stage: 'legal',
              fourEyes: true,
              outcome: 'approved',
              officerId: actorId,
              actingForId,
              reason: null,
              contentHash,
            },
          ],
        });
      // The write step's own look, and the database's where nobody looks.
      await expect(act('legal-reviewer')).rejects.toMatchObject({ message: 'not-substitute' });
      await expect(act(null)).rejects.toMatchObject({ message: 'not-substitute' });
      const elsewhere = { procedures: ['suspect-transfer'] };
      const { id } = good(await substitute(reviewer, third, elsewhere));
      await expect(act('legal-reviewer')).rejects.toMatchObject({ message: 'not-substitute' });
      await expect(act(null)).rejects.toMatchObject({ message: 'not-substitute' });
      expect(await end(manager, id)).toBe('ended');
      const rule = await prisma.substitution.findUniqueOrThrow({ where: { id } });
      const again = { ...rule, id: randomUUID(), fromAt: new Date(), endedAt: null, endedById: null };
      await prisma.substitution.create({ data: again });
      await expect(prisma.substitution.create({ data: { ...again, id: randomUUID() } })).rejects.toThrow();
      await expect(
        prisma.substitution.update({ where: { id }, data: { endedAt: null, endedById: null } }),
      ).rejects.toThrow('append-only');
    });
  });
});
