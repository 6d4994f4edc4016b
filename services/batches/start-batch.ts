import { isGrpcServiceError } from '@temporalio/client';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import {
  type BatchInput,
  beforeFirstPlace,
  defaultEventsPerRun,
  transferBatchWorkflow,
  transferBatchWorkflowId,
} from '../../workflows/messages';
import type { ServiceContext } from '../context';
import { UnavailableError } from '../errors';

/**
 * Starts the workflow of a batch that is in the register. One that runs goes on; one that is gone before its end is
 * started again, and finds in the register how far it was.
 *
 * @throws UnavailableError when Temporal does not answer
 */
export async function startBatch(
  { temporal, taskQueue, commandTimeoutMs }: ServiceContext,
  batchId: string,
  key: string,
): Promise<void> {
  const input: BatchInput = { batchId, after: beforeFirstPlace, eventsPerRun: defaultEventsPerRun };
  try {
    await temporal.withDeadline(Date.now() + commandTimeoutMs, () =>
      temporal.workflow.start(transferBatchWorkflow, {
        workflowId: transferBatchWorkflowId(batchId),
        taskQueue,
        args: [input],
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      }),
    );
  } catch (error) {
    const isAway = isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause));
    throw isAway ? new UnavailableError(key) : error;
  }
}

/** Sends batches on their way that are not over: the process or Temporal died before their workflow was there. */
export async function resumeBatches(context: ServiceContext): Promise<void> {
  const batches = await context.prisma.transferBatch.findMany({
    where: { finishedAt: null },
    select: { id: true },
  });
  for (const { id } of batches) await startBatch(context, id, id);
}
