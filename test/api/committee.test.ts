import { randomUUID } from 'node:crypto';
import { checkProjections } from '../../activities/register/rebuild';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CommitteeChangeView, CommitteeView } from '../../services/committee/committee-schemas';
import type { TaskView } from '../../services/tasks/task-view';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { openCase, readCase } from './case-play';
import {
  askedAbout,
  ballotOf,
  decideAs,
  recordMinutes,
  resolutionOf,
  seat,
  secretary,
  vote,
} from './committee-play';

interface TimelineEntry {
  readonly type: string;
  readonly partial: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly note: unknown;
}

describe('the committee, over the API', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  it('takes 23 votes at once, each by a double click, counts every seat once, and closes with the minutes', async () => {
    const item = await askedAbout(caller);
    await Promise.all(Array.from({ length: 23 }, (_, index) => caller.token(seat(index + 1))));
    const choice = (index: number) => (index < 13 ? 'for' : index < 20 ? 'against' : 'abstain');
    const answers = await Promise.all(
      Array.from({ length: 23 }, (_, index) => {
        const key = randomUUID();
        const click = () => vote(caller, seat(index + 1), item, choice(index), { key });
        return [click(), click()];
      }).flat(),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(46).fill(201));
    const { prisma } = installation.register;
    const votes = await prisma.vote.findMany({ where: { caseId: item.id }, orderBy: { seat: 'asc' } });
    const seats = Array.from({ length: 23 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`);
    expect(votes.map((cast) => cast.seat)).toEqual(seats);
    expect(await ballotOf(caller, seat(3), item.id)).toMatchObject({
      state: 'over',
      cause: 'all-spoken',
      outcome: 'adopted',
      tally: { for: 13, against: 7, abstain: 3, recused: 0, absent: 0 },
    });
    good(await recordMinutes(caller, item.id));
    const { minutes } = await ballotOf(caller, 'auditor', item.id);
    expect(minutes?.documents).toHaveLength(1);
    expect(await readCase(caller, item.id, seat(9))).toMatchObject({ status: 'closed', outcome: 'adopted' });
    expect(await checkProjections(prisma, item.id)).toEqual([]);
  });

  describe('while a ballot is open', () => {
    let item: CaseSummary;

    beforeAll(async () => {
      item = await askedAbout(caller);
      good(await vote(caller, seat(1), item, 'against'));
      good(await vote(caller, seat(5), item, 'recused', { reason: 'Invented: an interest in the matter' }));
    });

    it('members and deputies are invited, without a word of what it is about', async () => {
      const mails = await installation.register.prisma.mail.findMany({
        where: { caseId: item.id, template: 'ballot-opened' },
        include: { officer: true },
      });
      expect(mails).toHaveLength(26);
      expect(mails.map(({ officer }) => officer.subject)).toEqual(
        expect.arrayContaining(['seat.23', 'deputy.15']),
      );
      expect(JSON.stringify(mails[0]?.params)).not.toContain('transfer');
      const tasks = await installation.register.prisma.mail.count({
        where: { caseId: item.id, template: 'task-opened', officer: { roles: { has: 'committee-member' } } },
      });
      expect(tasks).toBe(0);
    });

    it('a member is told that seats have spoken and not how, but of his own; the auditor everything', async () => {
      const { seats, yours, tally } = await ballotOf(caller, seat(1), item.id);
      expect(seats.filter(({ hasSpoken }) => hasSpoken).map(({ code }) => code)).toEqual(['S01', 'S05']);
      expect(seats.flatMap(({ voice, reason }) => [voice, reason]).filter((told) => told !== null)).toEqual(
        [],
      );
      expect([yours, tally]).toEqual([{ seat: 'S01', standing: 'member', voice: 'against' }, null]);
      const audited = await ballotOf(caller, 'auditor', item.id);
      expect(audited.seats[4]).toMatchObject({
        voice: 'recused',
        reason: 'Invented: an interest in the matter',
      });
    });

    it('the history hides it from all who take part, the secretary too', async () => {
      const votesIn = async (officer: string) => {
        const timeline = good(await caller.get<TimelineEntry[]>(officer, `/cases/${item.id}/timeline`));
        return timeline.filter(({ type }) => type === 'voteCast');
      };
      for (const officer of [secretary, seat(1), seat(7)]) {
        const votes = await votesIn(officer);
        expect(votes.map(({ data }) => data)).toEqual([
          { type: 'voteCast', key: 'committee-ballot#1', seat: 'S01' },
          { type: 'voteCast', key: 'committee-ballot#1', seat: 'S05' },
        ]);
        expect(votes.map(({ partial, note }) => [partial, note])).toEqual([
          [true, null],
          [true, null],
        ]);
      }
      expect((await votesIn('auditor'))[0]?.data).toMatchObject({ voice: 'against' });
    });

    it('refuses a stranger, a seat without a holder there, another text, and who is of no case of his', async () => {
      expectProblem(await vote(caller, secretary, item, 'for'), 403, 'forbidden');
      expectProblem(await vote(caller, 'liaison.baghdad', item, 'for'), 403, 'forbidden');
      const stale = { ...item, contentHash: '0'.repeat(64) };
      expectProblem(await vote(caller, seat(2), stale, 'for'), 409, 'content-changed');
      expectProblem(await vote(caller, seat(2), { ...item, id: randomUUID() }, 'for'), 404, 'not-found');
      expectProblem(await vote(caller, seat(5), item, 'for'), 409, 'seat-recused');
      const key = randomUUID();
      good(await vote(caller, seat(6), item, 'for', { key }));
      expectProblem(await vote(caller, seat(6), item, 'against', { key }), 409, 'idempotency-key-reused');
    });

    it('takes a vote of the deputy only where the member has said nothing', async () => {
      good(await vote(caller, 'deputy.04', item, 'for'));
      good(await vote(caller, seat(4), item, 'against'));
      expectProblem(await vote(caller, 'deputy.04', item, 'for'), 409, 'member-has-voted');
      expectProblem(
        await vote(caller, 'deputy.15', item, 'recused', { reason: 'x' }),
        422,
        'recusal-by-member',
      );
    });

    it('leaves the queue of who has spoken, and stays in that of the others', async () => {
      const waiting = async (officer: string) => {
        const { items } = good(await caller.get<{ items: TaskView[] }>(officer, '/tasks?limit=200'));
        return items.some(({ caseId }) => caseId === item.id);
      };
      expect(await Promise.all([seat(1), seat(12), 'deputy.15'].map(waiting))).toEqual([false, true, true]);
    });

    it('the text is not edited', async () => {
      const edit = { baseVersion: 1, request: resolutionOf({ title: 'Another' }).request };
      expectProblem(await caller.put(secretary, `/cases/${item.id}/content`, edit), 409, 'ballot-open');
    });

    it('the database itself takes no vote of a seat that was not asked, or over another text', async () => {
      const { prisma } = installation.register;
      const [cast] = await prisma.vote.findMany({ where: { caseId: item.id, seat: 'S01' } });
      if (!cast) throw new Error('there is no vote');
      const again = (changes: object) => prisma.vote.create({ data: { ...cast, seq: 999, ...changes } });
      await expect(again({ seat: 'S99' })).rejects.toThrow('seat-not-asked');
      await expect(again({ contentHash: 'other' })).rejects.toThrow('other-content');
      await expect(again({ castAt: new Date('2100-01-01') })).rejects.toThrow('voting-not-open');
      await expect(again({ standing: 'deputy' })).rejects.toThrow('seat-has-spoken');
      const forget = prisma.vote.deleteMany({ where: { caseId: item.id } });
      await expect(forget).rejects.toThrow(/append-only|permission denied/);
    });
  });

  it('before voting opens nobody votes', async () => {
    const openFrom = new Date(Date.now() + 3_600_000).toISOString();
    const item = await askedAbout(caller, { openFrom });
    const refused = expectProblem(await vote(caller, seat(1), item, 'for'), 409, 'voting-not-open');
    expect(refused.opensAt).toBe(openFrom);
    expect((await ballotOf(caller, seat(1), item.id)).state).toBe('announced');
  });

  it('a resolution is opened by the secretary alone, and no other case is', async () => {
    expectProblem(await caller.post('liaison.baghdad', '/cases', resolutionOf()), 403, 'forbidden');
    expectProblem(await caller.post(seat(1), '/cases', resolutionOf()), 403, 'forbidden');
  });

  it('a case that it names is one that the secretary may see, and is named to nobody who may not', async () => {
    const { id: linkedCase } = await openCase(caller);
    const refused = await caller.post(secretary, '/cases', resolutionOf({ linkedCase }));
    expect(refused.body.errors).toMatchObject([{ pointer: '/request/linkedCase', code: 'case-unknown' }]);
    const own = good(await caller.post<CaseSummary>(secretary, '/cases', resolutionOf()));
    const naming = await askedAbout(caller, { linkedCase: own.id });
    expect((await readCase(caller, naming.id, secretary)).request).toMatchObject({ linkedCase: own.id });
    const { request } = await readCase(caller, naming.id, seat(1));
    expect(request).not.toHaveProperty('linkedCase');
  });

  describe('its seats and rules', () => {
    const read = async () => good(await caller.get<CommitteeView>(secretary, '/committee'));
    const inputOf = ({ revision, rules, seats }: CommitteeView) => ({
      baseRevision: revision,
      reason: 'Invented: a decision of the committee',
      rules,
      seats: seats.map(({ member, deputy, ...rest }) => ({
        ...rest,
        member: member?.account ?? null,
        deputy: deputy?.account ?? null,
      })),
    });

    it('are shipped with 23 seats, 18 bodies, and what no source states as policy', async () => {
      const { seats, rules } = await read();
      expect(seats).toHaveLength(23);
      expect(seats.filter(({ body }) => body !== null)).toHaveLength(18);
      expect(rules).toMatchObject({ quorum: 12, tie: 'chair-decides' });
      const { items } = good(
        await caller.get<{ items: CommitteeChangeView[] }>('auditor', '/committee/changes'),
      );
      expect(items.at(-1)).toMatchObject({ changedBy: null, reason: expect.stringContaining('no source') });
    });

    it('are changed by the secretary, with every fault told, and what was before stays', async () => {
      const before = await read();
      const input = inputOf(before);
      const seats = input.seats.map((entry) => ({ ...entry, chair: false }));
      const [first, second, ...others] = seats;
      const faulty = {
        ...input,
        rules: { ...input.rules, quorum: 30 },
        seats: [first, { ...second, code: 'S01', member: 'liaison.erbil', deputy: 'seat.23' }, ...others],
      };
      const refused = await caller.put(secretary, '/committee', faulty);
      expect(refused.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/seats/1/code seat-twice',
        '/seats/22/member officer-holds-seat',
        '/seats/1/member officer-unknown',
        '/seats one-chair',
        '/rules/quorum quorum-too-large',
      ]);
      expect(await read()).toEqual(before);
    });

    it('of three seats, of which two disagree, the chair decides and nobody else', async () => {
      const before = await read();
      const input = inputOf(before);
      const seats = input.seats.slice(0, 3);
      const rules = { ...input.rules, quorum: 1 };
      const { revision } = good(
        await caller.put(secretary, '/committee', { ...input, rules, seats }),
      ) as unknown as CommitteeView;
      const item = await askedAbout(caller);
      for (const [number, choice] of [
        [1, 'for'],
        [2, 'against'],
        [3, 'abstain'],
      ] as const)
        good(await vote(caller, seat(number), item, choice));
      expect(await ballotOf(caller, secretary, item.id)).toMatchObject({ outcome: 'tied' });
      const decide = (officer: string) => decideAs(caller, officer, item.id, 'chair-decision', 'adopted');
      expectProblem(await decide(seat(2)), 403, 'not-your-seat');
      expectProblem(await decide(secretary), 403, 'wrong-role');
      good(await decide(seat(1)));
      expect((await ballotOf(caller, secretary, item.id)).chairDecision).toBe('adopted');
      good(await caller.put(secretary, '/committee', { ...input, baseRevision: revision }));
    });

    it('changed while a ballot is open have no effect on it, but for who holds a seat', async () => {
      const item = await askedAbout(caller);
      const before = await read();
      const input = inputOf(before);
      const seats = input.seats.map((entry) =>
        entry.code === 'S10'
          ? { ...entry, member: null }
          : entry.code === 'S11'
            ? { ...entry, active: false }
            : entry,
      );
      const key = randomUUID();
      const rules = { ...input.rules, quorum: 1, voteMayChange: false };
      const put = () =>
        caller.put(secretary, '/committee', { ...input, rules, seats }, { 'idempotency-key': key });
      const { revision } = good(await put()) as unknown as CommitteeView;
      expect((good(await put()) as unknown as CommitteeView).revision).toBe(revision);
      expectProblem(await caller.put(secretary, '/committee', input), 409, 'committee-changed');
      const { rules: fixed, roster, seats: asked } = await ballotOf(caller, seat(1), item.id);
      expect([fixed.quorum, roster, asked.length]).toEqual([12, before.revision, 23]);
      good(await vote(caller, seat(1), item, 'for'));
      good(await vote(caller, seat(1), item, 'against'));
      for (const gone of [seat(10), seat(11)]) {
        expectProblem(await vote(caller, gone, item, 'for'), 403, 'not-your-seat');
      }
      good(await caller.put(secretary, '/committee', { ...input, baseRevision: revision }));
    });
  });
});
