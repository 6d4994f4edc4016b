import { holdOfficers } from '../../activities/register/hold-actor';
import { holdableTasks, latestContent, signersOf } from '../../activities/register/tasks-to-sign';
import { type HoldableTask, unfitFor } from '../../domain/allocation/who-may-hold';
import type { Signers } from '../../domain/permissions/four-eyes';
import type { Case, Officer, Prisma, Task } from '../../prisma/generated/client';
import { RefusedError } from '../errors';

export type Register = Prisma.TransactionClient;

const withCase = { case: true, claimedBy: true } satisfies Prisma.TaskInclude;

/** An open task whose case is locked until the transaction ends. */
export type TaskInHand = Prisma.TaskGetPayload<{ include: typeof withCase }>;

/**
 * Takes the lock under which commands of the case are written, too, so that a task is not given away while it is being
 * decided, and reads the task. Who is to have it stays as he is until the transaction ends.
 *
 * @throws RefusedError `already-decided` or `not-open` for one that is over
 */
export async function takeInHand(
  tx: Register,
  {
    taskId,
    caseId,
    holderId,
  }: { readonly taskId: string; readonly caseId: string; readonly holderId?: string },
): Promise<TaskInHand> {
  if (holderId !== undefined) await holdOfficers(tx, [holderId]);
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
export async function refuseUnfit(tx: Register, task: TaskInHand, holderId: string): Promise<void> {
  const officer = await tx.officer.findUniqueOrThrow({ where: { id: holderId } });
  const { rules, signers } = await rulesOf(tx, task);
  const why = unfitFor(rules, officer, signers);
  if (why === null) return;
  throw new RefusedError({ code: why, params: why === 'wrong-role' ? { role: task.role } : {} });
}

/** A task as the rules ask about it, and who signed in its case. */
export async function rulesOf(
  tx: Register,
  task: Task & { readonly case: Case },
): Promise<{ readonly rules: HoldableTask; readonly signers: Signers }> {
  const [rules] = await holdableTasks(tx, task.case, [task]);
  if (!rules) throw new Error(`no rules for task ${task.id}`);
  const { editedById } = await latestContent(tx, task.caseId);
  return { rules, signers: await signersOf(tx, task.case, editedById) };
}
