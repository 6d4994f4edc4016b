import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { CaseState } from '../../domain/case/state';
import { caseWorkflowId, stateQuery } from '../../workflows/messages';
import type { ReconcileContext } from './reconcile-context';

/** What a case's workflow says of itself. */
export type WorkflowReading =
  | { readonly kind: 'missing'; readonly status: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'running'; readonly runId: string; readonly state: CaseState | null };

/** Asks the workflow of a case for its state. `silent` when no worker answers in time. */
export async function readWorkflow(context: ReconcileContext, caseId: string): Promise<WorkflowReading> {
  const { temporal, commandTimeoutMs } = context;
  const handle = temporal.workflow.getHandle(caseWorkflowId(caseId));
  try {
    const { status, runId } = await handle.describe();
    if (status.name !== 'RUNNING') return { kind: 'missing', status: status.name.toLowerCase() };
    const state = await temporal.withDeadline(Date.now() + commandTimeoutMs, () => handle.query(stateQuery));
    return { kind: 'running', runId, state };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'missing', status: 'not found' };
    if (isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause)))
      return { kind: 'silent' };
    throw error;
  }
}
