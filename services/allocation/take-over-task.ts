import { z } from 'zod';
import { prose } from '../../domain/input';
import { answerOnce } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { readTask } from '../tasks/list-tasks';
import type { TaskView } from '../tasks/task-view';
import { giveTask } from './assign-tasks';
import { getColleague } from './colleague';

export const takeOverSchema = z
  .strictObject({
    reason: prose,
    officer: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Account name of who has it from now on, of your agency; you, where nobody is named'),
  })
  .meta({ id: 'TakeOverInput' });

/**
 * Takes a task from its holder, for oneself or for another officer of the agency; the former holder is told. Whoever
 * has it afterwards is one who may decide it.
 *
 * @throws NotFoundError, InvalidInputError, RefusedError (wrong-role, four-eyes, not-open, already-decided)
 */
export async function takeOverTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  taskId: string,
  { reason, officer: account = officer.subject }: z.infer<typeof takeOverSchema>,
): Promise<TaskView> {
  const { id: holderId } = await getColleague(context, officer, account);
  const body = { reason, officer: account };
  const request = { officerId: officer.id, key, route: `takeOver:${taskId}`, body };
  return await answerOnce(context, request, async () => {
    await giveTask(context, taskId, { manager: officer, key, holderId, reason });
    return await readTask(context, officer, taskId);
  });
}
