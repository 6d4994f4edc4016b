import { randomUUID } from 'node:crypto';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import type { Reassign } from '../../domain/case/commands';
import { type CaseInput, caseWorkflowId, reassignUpdate } from '../../workflows/messages';
import { tellAgain } from '../calendars/deliver';
import { workflowTypeOf } from '../procedures';
import type { CaseLog } from './case-log';
import type { ReconcileContext } from './reconcile-context';

/** Starts the workflow of an open case again, with what the event log says of it. A running one is left alone. */
export async function restartWorkflow(context: ReconcileContext, { state }: CaseLog): Promise<void> {
  const { temporal, taskQueue, commandsPerRun } = context;
  const input: CaseInput = { caseId: state.caseId, state, commandsPerRun };
  await temporal.workflow.start(workflowTypeOf(state.procedure), {
    workflowId: caseWorkflowId(state.caseId),
    taskQueue,
    args: [input],
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  });
  await tellAgain(context, state.caseId);
}

/**
 * Lets a workflow that missed events adopt them, by a command that the register has already: the write step never
 * writes a command twice, but answers with every event that the workflow does not know. So nothing is written,
 * whoever comes between. The command is one that a case can take at any time.
 */
export async function nudgeWorkflow(
  context: ReconcileContext,
  { state, lastCommandId }: CaseLog,
): Promise<void> {
  const { caseId, creatorId } = state;
  const command: Reassign = {
    type: 'reassign',
    commandId: lastCommandId,
    officerId: creatorId,
    responsibleOfficerId: creatorId,
    reason: { id: lastCommandId, hash: '' },
  };
  const handle = context.temporal.workflow.getHandle(caseWorkflowId(caseId));
  await context.temporal.withDeadline(Date.now() + context.commandTimeoutMs, () =>
    handle.executeUpdate(reassignUpdate, { args: [command], updateId: `adopt:${randomUUID()}` }),
  );
}

/**
 * Ends one run of a workflow whose case is closed. Nothing is lost by it: the workflow holds nothing but what it
 * folded from events, the register holds all of these, and a command that is still on its way would be refused by a
 * closed case. Temporal keeps the history of the run as long as that of any other.
 */
export async function endWorkflow(
  context: ReconcileContext,
  { state }: CaseLog,
  runId: string,
): Promise<void> {
  const handle = context.temporal.workflow.getHandle(caseWorkflowId(state.caseId), runId);
  await handle.terminate(`reconcile: the case is closed at event ${state.seq}`);
}
