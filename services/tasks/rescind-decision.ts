import { z } from 'zod';
import { prose } from '../../domain/input';
import type { CaseSummary } from '../cases/case-summary';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { getTask } from './list-tasks';

export const rescissionSchema = z.strictObject({ reason: prose }).meta({ id: 'RescissionInput' });

/**
 * Takes the officer's own sign-off back, as long as nothing has been done on it.
 *
 * @throws NotFoundError, RefusedError (not-your-decision, acted-on), UnavailableError
 */
export async function rescindDecision(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  taskId: string,
  { reason }: z.infer<typeof rescissionSchema>,
): Promise<CaseSummary> {
  const { caseId, stepKey, openedSeq } = await getTask(context, officer, taskId);
  const request = { caseId, key, route: `rescind:${taskId}`, body: { reason } };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'rescind',
    step: { key: stepKey, openedSeq },
    reason: await requireNote(context, caseId, officer.id, commandId, reason),
  }));
}
