import { v5 as uuidv5 } from 'uuid';
import type { Prisma } from '../../prisma/generated/client';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, good } from './caller';

interface Overdue {
  readonly count: number;
  readonly items: readonly { key: string; overdue: boolean; status: string; responsibleOfficer: string }[];
}

const hourMs = 3_600_000;

describe('the list of what is overdue', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
    await plantCase('liaison.baghdad', [
      clock('past', { dueInHours: -2 }),
      clock('expired', { dueInHours: -30, status: 'expired' }),
      clock('near', { dueInHours: 5 }),
      clock('far', { dueInHours: 100 }),
      clock('met', { dueInHours: -50, status: 'met', settled: true }),
      clock('dealt-with', { dueInHours: -60, status: 'expired', settled: true }),
    ]);
    await plantCase('liaison.erbil', [clock('erbil', { dueInHours: -10 })]);
  });
  afterAll(() => installation.stop());

  interface Planted {
    readonly dueInHours: number;
    readonly status?: 'running' | 'expired' | 'met';
    readonly settled?: boolean;
  }

  type ClockRow = Omit<Prisma.ClockCreateManyInput, 'caseId'>;

  function clock(key: string, { dueInHours, status = 'running', settled = false }: Planted): ClockRow {
    const dueAt = new Date(Date.now() + dueInHours * hourMs);
    const began = new Date(dueAt.getTime() - 200 * hourMs);
    return {
      key,
      rule: 'SWE23-40',
      class: 'B',
      stage: 'must',
      status,
      trigger: began,
      zone: 'Europe/Stockholm',
      dueAt,
      warnings: [],
      effect: 'release-expected',
      holder: 'theirs',
      source: 'Sweden 1957:668 s. 23',
      verified: false,
      startedAt: began,
      settledAt: settled ? dueAt : null,
    };
  }

  /** A case as the register holds it once it is open, with these clocks. */
  async function plantCase(subject: string, clocks: ClockRow[]): Promise<void> {
    const { prisma } = installation.register;
    const { id: officerId, agencyCode } = await prisma.officer.findUniqueOrThrow({ where: { subject } });
    const id = uuidv5(subject, uuidv5.URL);
    const states = { requestingState: 'IQ', requestedState: 'SE', urgency: 'ordinary', confidential: true };
    const people = { agencyCode, createdById: officerId, responsibleOfficerId: officerId };
    const progress = { procedure: 'outgoing-extradition', procedureVersion: 1, status: 'received', seq: 1 };
    const times = { openedAt: new Date(), updatedAt: new Date() };
    await prisma.case.create({ data: { id, headHash: '', ...states, ...people, ...progress, ...times } });
    await prisma.clock.createMany({ data: clocks.map((row) => ({ ...row, caseId: id })) });
  }

  async function overdue(officer: string, query = ''): Promise<Overdue> {
    return good(await caller.get<Overdue>(officer, `/overdue${query}`));
  }

  const keysOf = ({ items }: Overdue) => items.map((item) => item.key);

  it('holds limits that have passed, expired or not noticed yet, soonest first, and counts them', async () => {
    const list = await overdue('manager.baghdad');
    expect([list.count, keysOf(list)]).toEqual([2, ['expired', 'past']]);
    expect(list.items.map((item) => [item.status, item.overdue])).toEqual([
      ['expired', true],
      ['running', true],
    ]);
  });

  it('says who answers for the case, and which law the limit is from', async () => {
    const [first] = (await overdue('manager.baghdad')).items;
    expect(first).toMatchObject({
      reference: expect.stringMatching(/^TAS-/),
      responsibleOfficer: 'Sample officer liaison.baghdad',
      source: 'Sweden 1957:668 s. 23',
      verified: false,
    });
  });

  it('adds what falls due within the hours asked for, and says that it is not over yet', async () => {
    const list = await overdue('manager.baghdad', '?withinHours=24');
    expect(keysOf(list)).toEqual(['expired', 'past', 'near']);
    expect(list.items.map((item) => item.overdue)).toEqual([true, true, false]);
    expect(keysOf(await overdue('manager.baghdad', '?withinHours=4'))).toEqual(['expired', 'past']);
    expect((await overdue('manager.baghdad', '?withinHours=200')).count).toBe(4);
  });

  it('counts also what is beyond the page', async () => {
    const list = await overdue('manager.baghdad', '?withinHours=24&limit=1');
    expect([list.count, keysOf(list)]).toEqual([3, ['expired']]);
  });

  it('holds for each officer the cases that he may see', async () => {
    expect(keysOf(await overdue('manager.erbil'))).toEqual(['erbil']);
    expect(keysOf(await overdue('auditor'))).toEqual(['expired', 'erbil', 'past']);
    for (const officer of ['approver.legal', 'secretary', 'liaison.ncb']) {
      expect(await overdue(officer, '?withinHours=8760')).toEqual({ count: 0, items: [] });
    }
  });
});
