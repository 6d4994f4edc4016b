import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { writeEvents } from '../../../activities/register/write-events';
import type { PrismaClient } from '../../../prisma/generated/client';
import { recheckSigners } from '../../../services/allocation/recheck-signers';
import { createTestRegister, type TestRegister } from '../../support/test-register';
import { decision, openedCaseOf } from './opened-case';

const both = ['legal-reviewer', 'directorate-approver'];

let register: TestRegister;
let prisma: PrismaClient;

beforeAll(async () => {
  register = await createTestRegister();
  prisma = register.prisma;
});
afterAll(() => register.stop());

/** An officer of Baghdad with these roles. */
async function officer(roles: readonly string[] = both): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.invalid`;
  const named = { subject: `signer-${id}`, name: 'Sample officer', email };
  await prisma.officer.create({ data: { id, ...named, roles: [...roles], agencyCode: 'AHTD-BAGHDAD' } });
  return id;
}

async function standIn(absentId: string, substituteId: string): Promise<void> {
  const hour = 3_600_000;
  const period = { fromAt: new Date(Date.now() - hour), untilAt: new Date(Date.now() + hour) };
  const made = { zone: 'Asia/Baghdad', procedures: [], createdById: absentId, createdAt: new Date() };
  await prisma.substitution.create({
    data: { id: randomUUID(), absentId, substituteId, ...period, ...made },
  });
}

async function disable(id: string): Promise<void> {
  await prisma.officer.update({ where: { id }, data: { disabledAt: new Date() } });
}

interface Persons {
  readonly creator: string;
  readonly editor: string;
  /** Who signed the legal stage. */
  readonly signer: string;
  /** For whom he did. */
  readonly signedFor: string;
  readonly administrator: string;
}

/** A case that is signed at one stage and waits at the other. */
async function signedOnce(): Promise<{ caseId: string; persons: Persons }> {
  const [creator, editor, signer, signedFor] = await Promise.all([
    officer(['liaison', ...both]),
    officer(),
    officer(),
    officer(),
  ]);
  const administrator = await officer(['administrator', ...both]);
  await standIn(signedFor, signer);
  const caseId = await openedCaseOf(prisma, creator, editor);
  await writeEvents(prisma, decision(caseId, signer, { actingForId: signedFor }));
  return { caseId, persons: { creator, editor, signer, signedFor, administrator } };
}

const next = { expectedSeq: 5 };
const refused = (message: string) => ({ type: 'Refusal', nonRetryable: true, message });

describe.each(['creator', 'editor', 'signer', 'signedFor', 'administrator'] as const)(
  'four eyes: the %s',
  (who) => {
    const isAdministrator = who === 'administrator';

    it('signs neither himself, nor for another, nor by another, whether the write step looks or not', async () => {
      const { caseId, persons } = await signedOnce();
      const [person, other, another] = [persons[who], await officer(), await officer()];
      if (who !== 'signedFor') await standIn(person, another);
      await standIn(other, person);
      const ways = [
        [person, null],
        [person, other],
        [who === 'signedFor' ? persons.signer : another, person],
      ] as const;
      for (const [index, [officerId, actingForId]] of ways.entries()) {
        const request = decision(caseId, officerId, { ...next, actingForId }, 'directorate');
        const roleless = isAdministrator
          ? (['wrong-role', 'not-substitute', 'not-substitute'] as const)[index]
          : null;
        await expect(writeEvents(prisma, request)).rejects.toMatchObject(refused(roleless ?? 'four-eyes'));
        // Nobody looks at the role, and so at nothing: the database does.
        await expect(writeEvents(prisma, { ...request, role: null })).rejects.toMatchObject(
          refused('four-eyes'),
        );
      }
      const free = decision(caseId, other, next, 'directorate');
      expect((await writeEvents(prisma, free)).outcome).toBe('written');
    });
  },
);

describe('an officer who is disabled while he decides', () => {
  it('has decided before, or does not decide', async () => {
    const [creator, signer] = [await officer(['liaison']), await officer()];
    const caseId = await openedCaseOf(prisma, creator);
    const owner = new Client({ connectionString: register.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('UPDATE "Officer" SET "disabledAt" = now() WHERE "id" = $1', [signer]);
    const deciding = writeEvents(prisma, decision(caseId, signer));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await owner.query('COMMIT');
    await owner.end();
    await expect(deciding).rejects.toMatchObject(refused('officer-disabled'));
    await expect(writeEvents(prisma, decision(caseId, signer, { role: null }))).rejects.toMatchObject(
      refused('officer-disabled'),
    );
  });

  it('gives back what he holds, and not what he has just decided', async () => {
    const [creator, signer] = [await officer(['liaison']), await officer()];
    const caseId = await openedCaseOf(prisma, creator);
    const tasks = await prisma.task.findMany({ where: { caseId }, orderBy: { openedSeq: 'asc' } });
    const held = { caseId, act: 'claimed', holderId: signer, officerId: signer, at: new Date() };
    await prisma.taskHolding.createMany({
      data: tasks.map(({ id: taskId }) => ({ taskId, seq: 1, ...held })),
    });
    const owner = new Client({ connectionString: register.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('UPDATE "Task" SET "status" = \'done\', "outcome" = \'approved\' WHERE "id" = $1', [
      tasks[0]?.id,
    ]);
    const disabling = disable(signer);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await owner.query('COMMIT');
    await owner.end();
    await disabling;
    const after = await prisma.task.findMany({ where: { caseId }, orderBy: { openedSeq: 'asc' } });
    expect(after.map(({ claimedById }) => claimedById)).toEqual([signer, null]);
    const again = { taskId: tasks[1]?.id ?? '', seq: 3, ...held };
    await expect(prisma.taskHolding.create({ data: again })).rejects.toThrow('taslim:officer-disabled');
  });
});

describe('a task that nobody may sign', () => {
  const mails = async (caseId: string) =>
    await prisma.mail.findMany({
      where: { caseId, template: 'nobody-may-sign' },
      include: { officer: true },
      orderBy: { createdAt: 'asc' },
    });
  const open = async (caseId: string) =>
    (await prisma.signingGap.findMany({ where: { caseId, closedAt: null } })).length;

  it('is told to the manager when the last who could has signed, or has left, once for as long as it lasts', async () => {
    await prisma.officer.updateMany({
      where: { roles: { has: 'directorate-approver' } },
      data: { disabledAt: new Date() },
    });
    const [creator, signer, last] = [await officer(['liaison']), await officer(), await officer()];
    const caseId = await openedCaseOf(prisma, creator);
    expect(await mails(caseId)).toEqual([]);
    const change = async (id: string, disabledAt: Date | null) => {
      await prisma.officer.update({ where: { id }, data: { disabledAt } });
      await recheckSigners({ prisma });
      return [(await mails(caseId)).length, await open(caseId)];
    };
    expect(await change(last, new Date())).toEqual([0, 0]);
    // He may sign one of two levels, and then nobody is left for the other.
    await writeEvents(prisma, decision(caseId, signer));
    const [told] = await mails(caseId);
    expect([told?.officer.subject, told?.params]).toEqual([
      'manager.baghdad',
      { reference: expect.any(String), step: 'assurances' },
    ]);
    expect(await change(last, new Date())).toEqual([1, 1]);
    expect(await change(last, null)).toEqual([1, 0]);
    expect(await change(last, new Date())).toEqual([2, 1]);
    expect(await change(last, null)).toEqual([2, 0]);
    await writeEvents(prisma, decision(caseId, last, next, 'directorate'));
    expect(await open(caseId)).toBe(0);
  });

  it('is found, whichever of two at once makes it so', async () => {
    const [creator, signer, last] = [await officer(['liaison']), await officer(), await officer()];
    const caseId = await openedCaseOf(prisma, creator);
    await prisma.officer.updateMany({
      where: { roles: { has: 'directorate-approver' }, id: { notIn: [signer, last] } },
      data: { disabledAt: new Date() },
    });
    const leave = async () => {
      await prisma.officer.update({ where: { id: last }, data: { disabledAt: new Date() } });
      await recheckSigners({ prisma });
    };
    await Promise.all([writeEvents(prisma, decision(caseId, signer)), leave()]);
    expect([(await mails(caseId)).length, await open(caseId)]).toEqual([1, 1]);
  });
});
