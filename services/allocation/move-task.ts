import { v5 as uuidv5 } from 'uuid';
import type { NoteRef } from '../../domain/case/events';
import type { Register, TaskInHand } from './task-in-hand';

const namespace = '8c2b1f70-4c0d-4f7e-8a55-b0f2c9a7d613';

/** A task that changes hands: `holderId` null gives it back to the pool. */
export interface Move {
  readonly act: 'claimed' | 'released' | 'assigned' | 'taken-over';
  readonly holderId: string | null;
  readonly officerId: string;
  readonly reason?: NoteRef;
}

/**
 * Writes into the log of holdings who has a task from now on; the database brings the task itself up to it. Who is
 * given a task by another, and who loses one, is told by mail.
 */
export async function moveTask(tx: Register, task: TaskInHand, move: Move): Promise<void> {
  const { id: taskId, caseId } = task;
  const { act, holderId, officerId, reason } = move;
  const seq = 1 + (await tx.taskHolding.count({ where: { taskId } }));
  const at = new Date();
  await tx.taskHolding.create({
    data: { taskId, seq, caseId, act, holderId, officerId, reasonId: reason?.id ?? null, at },
  });
  const notices = noticesOf(task, move).map(({ template, to }) => ({
    messageId: `<${uuidv5(`${taskId}:${seq}:${to}`, namespace)}@taslim.invalid>`,
    template,
    params: { reference: task.case.reference, step: task.step },
    officerId: to,
    caseId,
    createdAt: at,
    nextAttemptAt: at,
  }));
  if (notices.length > 0) await tx.mail.createMany({ data: notices, skipDuplicates: true });
}

interface Notice {
  readonly template: 'task-assigned' | 'task-taken-over';
  readonly to: string;
}

function noticesOf({ claimedById }: TaskInHand, { act, holderId, officerId }: Move): Notice[] {
  const notices: Notice[] = [];
  if (act === 'taken-over' && claimedById !== null && claimedById !== officerId)
    notices.push({ template: 'task-taken-over', to: claimedById });
  if (holderId !== null && holderId !== officerId) notices.push({ template: 'task-assigned', to: holderId });
  return notices;
}
