import { z } from 'zod';
import { prose } from '../../domain/input';
import { absentFor, whoHolds } from '../allocation/acting-for';
import type { CaseSummary } from '../cases/case-summary';
import { contentDifferences } from '../cases/content-differences';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { requireFreshLoginForTask } from '../officers/fresh-login';
import { refuseUnlessLookedAt } from '../persons/undecided-candidates';
import { getTask } from './list-tasks';

export const decisionSchema = z
  .strictObject({
    outcome: z.string().min(1).max(60).describe("One of the task's `outcomes`"),
    reason: prose.optional(),
    actingFor: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Account name of the absent officer for whom you act'),
    contentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('`contentHash` of the case as it was read: the decision signs it'),
  })
  .meta({ id: 'DecisionInput' });

export type DecisionInput = z.infer<typeof decisionSchema>;

/**
 * Decides an open task as the officer: sign-off, refusal, answer to a check or a cross-check, follow-up, receipt, end
 * of a watch.
 *
 * @throws NotFoundError, StepUpNeededError, RefusedError (content-changed with the differences, task-held with the holder,
 * not-substitute, four-eyes, already-decided, ...), UnavailableError
 */
export async function decideTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  taskId: string,
  decision: DecisionInput,
): Promise<CaseSummary> {
  const task = await getTask(context, officer, taskId);
  await requireFreshLoginForTask(context, officer, task);
  const actingForId = await absentFor(context, officer, task.caseId, decision.actingFor);
  const { caseId } = task;
  const request = { caseId, key, route: `decide:${taskId}`, body: decision };
  const decided = runPersonCommand(context, officer, request, async (commandId) => {
    if (task.kind === 'crossCheck') await refuseUnlessLookedAt(context, officer, caseId, decision);
    return {
      type: 'decide',
      step: { key: task.stepKey, openedSeq: task.openedSeq },
      outcome: decision.outcome,
      contentHash: decision.contentHash,
      reason: await storeNote(context, caseId, officer.id, commandId, decision.reason),
      actingForId,
    };
  });
  return await decided.catch(async (error: unknown) => {
    if (!(error instanceof RefusedError)) throw error;
    if (error.code === 'task-held') throw await whoHolds(context, taskId, error);
    if (error.code !== 'content-changed') throw error;
    const differences = await contentDifferences(context, caseId, decision.contentHash);
    throw new RefusedError({ code: 'content-changed', params: {} }, { ...error.params, differences });
  });
}
