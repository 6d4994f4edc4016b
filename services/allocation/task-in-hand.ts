import { type HoldableTask, type Unfit, unfitFor } from '../../domain/allocation/who-may-hold';
import type { Signers } from '../../domain/permissions/four-eyes';
import type { Officer, Prisma, PrismaClient } from '../../prisma/generated/client';
import { RefusedError } from '../errors';
import { procedureOf } from '../procedures';

export type Register = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;

const withCase = { case: true, claimedBy: true } satisfies Prisma.TaskInclude;

/** An open task whose case is locked until the transaction ends. */
export type TaskInHand = Prisma.TaskGetPayload<{ include: typeof withCase }>;

/**
 * Takes the lock under which commands of the case are written, too, so that a task is not given away while it is being
 * decided, and reads the task.
 *
 * @throws RefusedError `already-decided` or `not-open` for one that is over
 */
export async function takeInHand(tx: Register, taskId: string, caseId: string): Promise<TaskInHand> {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`;
  const task = await tx.task.findUniqueOrThrow({ where: { id: taskId }, include: withCase });
  if (task.status === 'open') return task;
  const { stepKey: step, outcome } = task;
  if (outcome !== null) throw new RefusedError({ code: 'already-decided', params: { step, outcome } });
  throw new RefusedError({ code: 'not-open', params: { step } });
}

/** @throws RefusedError `task-held` with who has it, when that is somebody else */
export function refuseIfHeld({ claimedBy }: TaskInHand, officerId: string): void {
  if (claimedBy !== null && claimedBy.id !== officerId) throw heldBy(claimedBy);
}

export function heldBy({ subject: account, name }: Officer): RefusedError {
  return new RefusedError({ code: 'task-held', params: {} }, { holder: { account, name } });
}

/** @throws RefusedError when the officer may not decide the task, and so may not have it */
export async function refuseUnfit(tx: Register, task: TaskInHand, officer: Officer): Promise<void> {
  const why = await whyUnfit(tx, task, officer);
  if (why === null) return;
  throw new RefusedError({ code: why, params: why === 'wrong-role' ? { role: task.role } : {} });
}

async function whyUnfit(tx: Register, task: TaskInHand, officer: Officer): Promise<Unfit | null> {
  return unfitFor(await holdable(tx, task), officer, await signersOf(tx, task));
}

async function holdable(tx: Register, task: TaskInHand): Promise<HoldableTask> {
  const { role, agencyCode, kind, step, seat } = task;
  return {
    role,
    agencyCode,
    ownerAgencyCode: task.case.agencyCode,
    stage: procedureOf(task.case.procedure).steps[step]?.stage ?? step,
    fourEyes: kind === 'approval' || kind === 'check',
    proposerId: kind === 'correction' ? await proposerOf(tx, task) : null,
    ofCommittee: seat !== null || kind === 'ballot' || role === 'committee-member',
  };
}

async function proposerOf(tx: Register, { caseId, stepKey }: TaskInHand): Promise<string | null> {
  const proposal = await tx.caseEvent.findFirst({
    where: { caseId, type: 'correctionProposed', data: { path: ['key'], equals: stepKey } },
    orderBy: { seq: 'desc' },
  });
  return proposal?.actorId ?? null;
}

async function signersOf(tx: Register, { caseId, case: item }: TaskInHand): Promise<Signers> {
  const content = await tx.caseContent.findFirstOrThrow({
    where: { caseId, version: { not: null } },
    orderBy: { version: 'desc' },
    select: { editedById: true },
  });
  const earlier = await tx.decision.findMany({
    where: { caseId, fourEyes: true },
    select: { stage: true, officerId: true, actingForId: true },
  });
  return { creatorId: item.createdById, lastEditorId: content.editedById, earlier };
}
