import { z } from 'zod';
import { id, prose } from '../../domain/input';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { RefusedError, ServiceError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { getTask } from '../tasks/list-tasks';
import { personSchema } from '../tasks/task-view';
import { getColleague } from './colleague';
import { moveTask } from './move-task';
import { heldBy, refuseUnfit, takeInHand } from './task-in-hand';

export const assignmentSchema = z
  .strictObject({
    officer: z.string().min(1).max(200).describe('Account name of who is to have them, of your agency'),
    tasks: z.array(id).min(1).max(100),
    reason: prose.optional().describe('Takes over what others hold; without it these are refused'),
  })
  .meta({ id: 'AssignmentInput' });

export const assignmentResultSchema = z
  .object({
    items: z.array(
      z.object({
        taskId: z.uuid(),
        assigned: z.boolean(),
        refusal: z
          .object({ code: z.string(), holder: personSchema.nullable() })
          .nullable()
          .describe('Why not: a code of the problems, and who has it where somebody does'),
      }),
    ),
  })
  .meta({ id: 'AssignmentResult' });

const personOfParams = z.object({ holder: personSchema.nullable().default(null) });

type Assignment = z.infer<typeof assignmentSchema>;
type Result = z.infer<typeof assignmentResultSchema>;

/**
 * A manager gives tasks to an officer of his agency, each for itself: what is refused keeps nothing else back. A task
 * that the officer has already counts as assigned.
 *
 * @throws InvalidInputError for an officer who is none of the agency's
 */
export async function assignTasks(
  context: ServiceContext,
  manager: CurrentOfficer,
  key: string,
  input: Assignment,
): Promise<Result> {
  const { id: holderId } = await getColleague(context, manager, input.officer);
  const request = { officerId: manager.id, key, route: 'assignTasks', body: input };
  return await answerOnce(context, request, async () => {
    const items: Result['items'] = [];
    for (const taskId of new Set(input.tasks)) {
      const giving = { manager, key, holderId, reason: input.reason };
      items.push({ taskId, ...(await resultOf(giveTask(context, taskId, giving))) });
    }
    return { items };
  });
}

/** Who gives a task to whom, and why, if somebody has it. */
export interface Giving {
  readonly manager: CurrentOfficer;
  readonly key: string;
  readonly holderId: string;
  readonly reason: string | undefined;
}

/**
 * Gives a task to an officer who may decide it; takes it over where somebody has it and a reason is given.
 *
 * @throws NotFoundError, RefusedError (task-held, wrong-role, four-eyes, not-open, ...)
 */
export async function giveTask(context: ServiceContext, taskId: string, giving: Giving): Promise<void> {
  const { manager, key, holderId, reason } = giving;
  const { caseId } = await getTask(context, manager, taskId);
  await context.prisma.$transaction(async (tx) => {
    const task = await takeInHand(tx, { taskId, caseId, holderId });
    if (task.claimedById === holderId) return;
    if (task.claimedBy && reason === undefined) throw heldBy(task.claimedBy);
    await refuseUnfit(tx, task, holderId);
    const move = { holderId, officerId: manager.id };
    if (!task.claimedBy || reason === undefined)
      return await moveTask(tx, task, { act: 'assigned', ...move });
    const noteId = commandIdOf({ officerId: manager.id, key: `${key}:${taskId}` });
    const note = await requireNote({ prisma: tx }, caseId, manager.id, noteId, reason);
    await moveTask(tx, task, { act: 'taken-over', ...move, reason: note });
  });
}

async function resultOf(giving: Promise<void>): Promise<Omit<Result['items'][number], 'taskId'>> {
  try {
    await giving;
    return { assigned: true, refusal: null };
  } catch (error) {
    const isAnswer = error instanceof RefusedError || (error instanceof ServiceError && error.status === 404);
    if (!isAnswer) throw error;
    const { holder } = personOfParams.parse(error.params);
    return { assigned: false, refusal: { code: error.code, holder } };
  }
}
