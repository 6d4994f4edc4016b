import { answerOnce } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { getTask, readTask } from '../tasks/list-tasks';
import type { TaskView } from '../tasks/task-view';
import { moveTask } from './move-task';
import { heldBy, refuseIfHeld, refuseUnfit, takeInHand } from './task-in-hand';

/**
 * The officer takes a task from the pool. One that he has already stays his. Of two at once one has it, the other is
 * told who.
 *
 * @throws NotFoundError, RefusedError (task-held with the holder; wrong-role, four-eyes, not-open, already-decided)
 */
export async function claimTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  taskId: string,
): Promise<TaskView> {
  const { caseId } = await getTask(context, officer, taskId);
  const request = { officerId: officer.id, key, route: `claim:${taskId}`, body: null };
  return await answerOnce(context, request, async () => {
    await context.prisma.$transaction(async (tx) => {
      const task = await takeInHand(tx, { taskId, caseId, holderId: officer.id });
      refuseIfHeld(task, officer.id);
      if (task.claimedById === officer.id) return;
      await refuseUnfit(tx, task, officer.id);
      await moveTask(tx, task, { act: 'claimed', holderId: officer.id, officerId: officer.id });
    });
    return await readTask(context, officer, taskId);
  });
}

/**
 * The holder gives a task back to the pool.
 *
 * @throws NotFoundError, RefusedError (not-your-task: the pool has it; task-held: somebody else)
 */
export async function releaseTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  taskId: string,
): Promise<TaskView> {
  const { caseId } = await getTask(context, officer, taskId);
  const request = { officerId: officer.id, key, route: `release:${taskId}`, body: null };
  return await answerOnce(context, request, async () => {
    await context.prisma.$transaction(async (tx) => {
      const task = await takeInHand(tx, { taskId, caseId });
      if (task.claimedBy === null) throw new RefusedError({ code: 'not-your-task', params: {} });
      if (task.claimedBy.id !== officer.id) throw heldBy(task.claimedBy);
      await moveTask(tx, task, { act: 'released', holderId: null, officerId: officer.id });
    });
    return await readTask(context, officer, taskId);
  });
}
