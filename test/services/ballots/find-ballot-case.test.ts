import { randomUUID } from 'node:crypto';
import type { Reader } from '../../../domain/permissions/case-access';
import { findBallotCase } from '../../../services/ballots/find-ballot-case';
import { getVisibleCase } from '../../../services/cases/find-case';
import type { ServiceContext } from '../../../services/context';
import { NotFoundError } from '../../../services/errors';
import { createTestRegister, type TestRegister } from '../../support/test-register';

describe('a ballot on a case between two sides, of another procedure', () => {
  let register: TestRegister;
  let context: ServiceContext;
  const caseId = randomUUID();
  const ofErbil = randomUUID();
  const now = new Date();

  const readerOf = async (subject: string): Promise<Reader> =>
    await register.prisma.officer.findUniqueOrThrow({ where: { subject } });

  async function askedAbout(caseId: string, agencyCode: string, counterpartCode: string): Promise<void> {
    const { prisma } = register;
    const { id: liaison } = await readerOf('liaison.baghdad');
    await prisma.case.create({
      data: {
        id: caseId,
        procedure: 'suspect-transfer',
        procedureVersion: 1,
        status: 'legal-review',
        requestingState: 'IQ',
        requestedState: 'IQ',
        urgency: 'ordinary',
        confidential: true,
        agencyCode,
        counterpartCode,
        sharedAt: now,
        createdById: liaison,
        responsibleOfficerId: liaison,
        headHash: '',
        seq: 1,
        openedAt: now,
        updatedAt: now,
      },
    });
    await prisma.task.create({
      data: {
        id: randomUUID(),
        caseId,
        stepKey: 'committee-ballot#1',
        step: 'committee-ballot',
        kind: 'ballot',
        queue: 'todo',
        role: 'committee-member',
        outcomes: [],
        openedSeq: 1,
        status: 'open',
        openedAt: now,
      },
    });
    await prisma.ballot.create({
      data: {
        caseId,
        seq: 2,
        stepKey: 'committee-ballot#1',
        roster: 2,
        seats: ['S01', 'S02'],
        chair: 'S01',
        quorum: 1,
        majority: 'simple-of-votes-cast',
        tie: 'not-adopted',
        voteMayChange: true,
        recusalCountsForQuorum: false,
        contentHash: 'hash-1',
        opensAt: now,
        closesAt: new Date(now.getTime() + 1_000),
      },
    });
  }

  beforeAll(async () => {
    register = await createTestRegister();
    context = { prisma: register.prisma } as ServiceContext;
    await askedAbout(caseId, 'AHTD-BAGHDAD', 'AHTD-ERBIL');
    await askedAbout(ofErbil, 'AHTD-ERBIL', 'AHTD-BAGHDAD');
  });
  afterAll(() => register.stop());

  const finds = async (find: typeof getVisibleCase, subject: string, id = caseId) =>
    await find(context, await readerOf(subject), id).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotFoundError) return false;
        throw error;
      },
    );

  it('is the federal side’s and the auditor’s to see, and not the Region’s, which sees the case', async () => {
    expect(await finds(getVisibleCase, 'liaison.erbil')).toBe(true);
    expect(await finds(findBallotCase, 'liaison.erbil')).toBe(false);
    expect(await finds(findBallotCase, 'liaison.baghdad')).toBe(true);
    expect(await finds(findBallotCase, 'auditor')).toBe(true);
  });

  it('is the federal side’s too where Erbil owns the case', async () => {
    expect(await finds(getVisibleCase, 'manager.erbil', ofErbil)).toBe(true);
    expect(await finds(findBallotCase, 'manager.erbil', ofErbil)).toBe(false);
    expect(await finds(findBallotCase, 'manager.baghdad', ofErbil)).toBe(true);
  });

  it('is seen by the seats that were asked when it is over too, and the case by them only before', async () => {
    expect(await finds(getVisibleCase, 'seat.01')).toBe(true);
    await register.prisma.task.updateMany({ where: { caseId }, data: { status: 'done' } });
    expect(await finds(getVisibleCase, 'seat.01')).toBe(false);
    expect(await finds(findBallotCase, 'seat.01')).toBe(true);
    expect(await finds(findBallotCase, 'deputy.02')).toBe(true);
    expect(await finds(findBallotCase, 'seat.03')).toBe(false);
  });
});
