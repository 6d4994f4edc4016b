import { isGrpcServiceError, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import type { CalendarChange } from '../../prisma/generated/client';
import { calendarDeliveryWorkflow, calendarDeliveryWorkflowId } from '../../workflows/messages';
import type { ServiceContext } from '../context';
import { UnavailableError } from '../errors';

const dayMs = 86_400_000;
/** A change older than this has been on its way for long; who finds it waiting looks at its workflow. */
const resumedForDays = 30;

/**
 * Starts the workflow that brings a change to the cases; once it has run it is not started again.
 *
 * @throws UnavailableError when Temporal does not answer
 */
export async function startDelivery(
  { temporal, taskQueue, commandTimeoutMs }: ServiceContext,
  { revision, commandId }: Pick<CalendarChange, 'revision' | 'commandId'>,
  key: string,
): Promise<void> {
  try {
    await temporal.withDeadline(Date.now() + commandTimeoutMs, () =>
      temporal.workflow.start(calendarDeliveryWorkflow, {
        workflowId: calendarDeliveryWorkflowId(commandId),
        taskQueue,
        args: [{ revision }],
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      }),
    );
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return;
    const isAway = isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause));
    throw isAway ? new UnavailableError(key) : error;
  }
}

/** Sends changes on their way that were written when nobody could: the process or Temporal died in between. */
export async function resumeDeliveries(context: ServiceContext): Promise<void> {
  const since = new Date(Date.now() - resumedForDays * dayMs);
  const changes = await context.prisma.calendarChange.findMany({ where: { changedAt: { gte: since } } });
  for (const change of changes) await startDelivery(context, change, String(change.revision));
}
