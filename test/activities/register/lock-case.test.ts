import { randomUUID } from 'node:crypto';
import { lockCase } from '../../../activities/register/lock-case';
import { createTestRegister, type TestRegister } from '../../support/test-register';

let register: TestRegister;

beforeAll(async () => {
  register = await createTestRegister();
});
afterAll(() => register.stop());

/** A case with one event, as an older register may hold it, and that event's command. */
async function caseWithOneEvent(): Promise<{ caseId: string; commandId: string }> {
  const [caseId, commandId] = [randomUUID(), randomUUID()];
  const officer = await register.prisma.officer.findUniqueOrThrow({ where: { subject: 'liaison.baghdad' } });
  const states = { requestingState: 'IQ', requestedState: 'SE', urgency: 'ordinary', confidential: true };
  const people = {
    createdById: officer.id,
    responsibleOfficerId: officer.id,
    agencyCode: officer.agencyCode,
  };
  const procedure = { procedure: 'outgoing-extradition', procedureVersion: 1, status: 'draft' };
  const now = new Date();
  await register.prisma.case.create({
    data: { id: caseId, ...procedure, ...states, ...people, seq: 1, headHash: 'a', updatedAt: now },
  });
  const hashes = { prevHash: 'a', hash: 'b' };
  await register.prisma.caseEvent.create({
    data: { caseId, seq: 1, commandId, type: 'caseOpened', data: {}, recordedAt: now, ...hashes },
  });
  return { caseId, commandId };
}

it('says whether a command has events in this case', async () => {
  const { caseId, commandId } = await caseWithOneEvent();
  const other = await caseWithOneEvent();
  const { prisma } = register;
  const lock = (id: string) => prisma.$transaction((tx) => lockCase(tx, { caseId, commandId: id }));
  expect(await lock(commandId)).toMatchObject({ id: caseId, seq: 1, headHash: 'a', isWritten: true });
  expect(await lock(randomUUID())).toMatchObject({ isWritten: false });
  expect(await lock(other.commandId)).toMatchObject({ isWritten: false });
});

it('keeps another writer waiting until the transaction ends, and shows him what it left', async () => {
  const { caseId, commandId } = await caseWithOneEvent();
  const seen: number[] = [];
  let second: Promise<void> = Promise.resolve();
  await register.prisma.$transaction(async (tx) => {
    seen.push((await lockCase(tx, { caseId, commandId })).seq);
    second = register.prisma.$transaction(async (late) => {
      seen.push((await lockCase(late, { caseId, commandId })).seq);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen).toEqual([1]);
    await tx.case.update({ where: { id: caseId }, data: { seq: 2 } });
  });
  await second;
  expect(seen).toEqual([1, 2]);
});
