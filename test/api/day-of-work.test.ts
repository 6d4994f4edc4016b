import { checkProjections } from '../../activities/register/rebuild';
import { recheckSigners } from '../../services/allocation/recheck-signers';
import { sampleOfficers } from '../../services/officers/sample-officers';
import type { TaskView } from '../../services/tasks/task-view';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { Caller, expectProblem, good, type Problem } from './caller';
import { decide, openCase, taskOf } from './case-play';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil } from './transfer-samples';

const hour = 3_600_000;

interface Person {
  readonly account: string;
}

interface Candidates {
  readonly eligible: readonly Person[];
  readonly elsewhere: number;
  readonly couldBe: readonly (Person & { readonly ways: readonly string[] })[];
}

/** The officers of a day: those of the samples, and three of the committee who help out. */
const [reviewer, second, helper, colleague] = ['approver.legal', 'seat.07', 'seat.08', 'seat.10'];

describe('a day of work on both sides', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    await appoint(installation, second, ['legal-reviewer']);
    await appoint(installation, helper, ['liaison']);
    await appoint(installation, colleague, ['regional-approver'], 'AHTD-ERBIL');
  });
  afterAll(() => installation.stop());

  const act = async (officer: string, taskId: string, what: string, body: object = {}) =>
    await caller.post<TaskView & Problem>(officer, `/tasks/${taskId}/${what}`, body);
  const assign = async (manager: string, officer: string, tasks: readonly string[], reason?: string) =>
    good(
      await caller.post<{ items: { assigned: boolean }[] }>(manager, '/tasks/assignments', {
        officer,
        tasks,
        ...(reason === undefined ? {} : { reason }),
      }),
    ).items.map(({ assigned }) => assigned);
  const list = async (officer: string, show: string) =>
    good(await caller.get<{ items: TaskView[] }>(officer, `/tasks?limit=200&show=${show}`)).items;
  const candidates = async (officer: string, taskId: string) =>
    good(await caller.get<Candidates>(officer, `/tasks/${taskId}/candidates`));
  const setDisabled = async (subject: string, disabledAt: Date | null) => {
    await installation.register.prisma.officer.update({ where: { subject }, data: { disabledAt } });
    await recheckSigners(installation.context);
  };

  /** Who holds each open task, by the log of holdings: the account, or null for the pool. */
  async function holdersByLog(): Promise<Map<string, string | null>> {
    const { prisma } = installation.register;
    const open = await prisma.task.findMany({ where: { status: 'open' }, select: { id: true } });
    const log = await prisma.taskHolding.findMany({ include: { holder: true }, orderBy: { seq: 'asc' } });
    const last = new Map(log.map(({ taskId, holder }) => [taskId, holder?.subject ?? null]));
    return new Map(open.map(({ id }) => [id, last.get(id) ?? null]));
  }

  /** Every row of every list of everybody who works on these cases. */
  async function everyRow() {
    const samples = sampleOfficers.filter(({ subject }) => /^(liaison|approver|manager)/.test(subject));
    const readers = [...samples.map(({ subject }) => subject), helper, colleague];
    const lists = readers.flatMap((reader) => {
      const shows = ['group', 'mine', 'pool', ...(reader.startsWith('manager') ? ['agency'] : [])];
      return shows.map(async (show) =>
        (await list(reader, show)).map(({ id: task, holder }) => {
          return { reader, show, task, holder: holder?.account ?? null };
        }),
      );
    });
    return (await Promise.all(lists)).flat();
  }

  it('is divided, done, handed on and taken back', async () => {
    const [first, other] = [await openCase(caller), await openCase(caller)];
    const ofErbil = await TransferPlay.open(caller, erbil);
    good(await ofErbil.decide(erbil, erbil.liaison, 'cross-check', 'nobody-known'));
    const reviews = [first, other].map(async ({ id }) => (await taskOf(caller, id, 'legal-review')).id);
    const [one, two] = (await Promise.all(reviews)) as [string, string];

    // The morning: who takes what, and what the manager gives.
    good(await act(reviewer, one, 'claim'));
    expectProblem(await act(second, one, 'claim'), 409, 'task-held');
    expect(await assign(baghdad.manager, second, [one, two])).toEqual([false, true]);
    const regional = (await ofErbil.task(erbil, 'request-regional-approval')).id;
    good(await act(erbil.approver, regional, 'claim'));
    expectProblem(await act(baghdad.manager, regional, 'take-over', { reason: 'his?' }), 404, 'not-found');
    good(await act(erbil.manager, regional, 'take-over', { reason: 'He travels', officer: colleague }));

    // Noon: one is away, his substitute signs for him; another gives back, and takes what comes next.
    const absence = {
      substitute: helper,
      from: new Date(Date.now() - hour).toISOString(),
      until: new Date(Date.now() + hour).toISOString(),
      zone: 'Asia/Baghdad',
    };
    good(await caller.post(reviewer, '/substitutions', absence));
    good(await decide(caller, helper, first.id, 'legal-review', { actingFor: reviewer }));
    good(await act(second, two, 'release'));
    good(await act(second, two, 'claim'));
    good(await ofErbil.decide(erbil, colleague, 'request-regional-approval', 'approved'));
    good(await act(erbil.liaison, (await ofErbil.task(erbil, 'transmission')).id, 'claim'));
    const assurances = (await taskOf(caller, first.id, 'assurances')).id;
    good(await act(baghdad.approver, assurances, 'claim'));
  });

  it('has its last signer leave: the manager hears of it and sees whom to ask', async () => {
    const { prisma } = installation.register;
    const where = { template: 'nobody-may-sign' };
    expect(await prisma.mail.count({ where })).toBe(0);
    const held = (await list(baghdad.manager, 'agency')).find(({ step }) => step === 'assurances');
    const taskId = held?.id ?? '';
    expect(held?.holder?.account).toBe(baghdad.approver);
    const before = await candidates(baghdad.manager, taskId);
    expect(before.eligible.map(({ account }) => account)).toEqual([baghdad.approver]);
    await setDisabled(baghdad.approver, new Date());
    const told = await prisma.mail.findMany({ where, include: { officer: true } });
    expect(told.map(({ officer }) => officer.subject)).toEqual([baghdad.manager]);
    const { eligible, couldBe } = await candidates(baghdad.manager, taskId);
    expect(eligible).toEqual([]);
    const ways = new Map(couldBe.map(({ account, ways: found }) => [account, found]));
    expect(ways.get(baghdad.approver)).toEqual(['enable']);
    expect(ways.get(second)).toEqual(['role']);
    // Who opened the case, and who signed in the other's absence, and the other: nothing makes them eligible.
    for (const account of [baghdad.liaison, helper, reviewer])
      expect([account, ways.has(account)]).toEqual([account, false]);
    expect([...ways.keys()].filter((account) => account.endsWith('erbil') || account === colleague)).toEqual(
      [],
    );
    expectProblem(await caller.get(erbil.manager, `/tasks/${taskId}/candidates`), 404, 'not-found');
    await setDisabled(baghdad.approver, null);
    expect((await candidates(baghdad.manager, taskId)).eligible.length).toBe(1);
  });

  it('counts who could sign on the other side, and names nobody there', async () => {
    await appoint(installation, colleague, ['regional-approver', 'legal-reviewer'], 'AHTD-ERBIL');
    const review = (await list(baghdad.manager, 'agency')).find(({ step }) => step === 'legal-review');
    const { eligible, elsewhere } = await candidates(baghdad.manager, review?.id ?? '');
    expect([eligible.map(({ account }) => account), elsewhere]).toEqual([
      [reviewer, helper, second].sort(),
      1,
    ]);
  });

  it('leaves a queue whose every row names the one holder', async () => {
    await setDisabled(second, new Date());
    const returned = (await list(reviewer, 'pool'))[0]?.id ?? '';
    expect(await assign(baghdad.manager, reviewer, [returned])).toEqual([true]);
    const assurances = (await list(baghdad.approver, 'pool'))[0]?.id ?? '';
    good(await act(baghdad.approver, assurances, 'claim'));

    const byLog = await holdersByLog();
    const rows = await everyRow();
    expect(rows.filter(({ holder, task }) => holder !== byLog.get(task))).toEqual([]);
    expect(rows.filter(({ show, holder }) => show === 'pool' && holder !== null)).toEqual([]);
    const own = (reader: string) => (reader === helper ? reviewer : reader);
    expect(rows.filter(({ show, reader, holder }) => show === 'mine' && holder !== own(reader))).toEqual([]);
    // Every open task is in somebody's list; those who hold one hold the one that the day left them.
    const listed = new Map(rows.map(({ task, holder }) => [task, holder]));
    expect(listed).toEqual(byLog);
    const holders = [...listed.values()].filter((holder) => holder !== null).sort();
    expect(holders).toEqual([baghdad.approver, reviewer, erbil.liaison]);
    const { prisma } = installation.register;
    for (const { id } of await prisma.case.findMany({ where: { seq: { gt: 0 } } }))
      expect(await checkProjections(prisma, id)).toEqual([]);
  });
});
