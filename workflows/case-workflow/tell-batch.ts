import { getExternalWorkflowHandle, isCancellation, log, TemporalFailure } from '@temporalio/workflow';
import type { CaseState } from '../../domain/case/state';
import { personClosedSignal, transferBatchWorkflowId } from '../messages';

/**
 * Tells the batch that a case came with that it is over. A batch that is gone must not keep the case from ending: the
 * batch also looks into the register by itself.
 */
export async function tellBatch({ batchId, caseId, outcome }: CaseState): Promise<void> {
  if (batchId === undefined) return;
  try {
    const batch = getExternalWorkflowHandle(transferBatchWorkflowId(batchId));
    await batch.signal(personClosedSignal, { caseId, outcome: outcome ?? 'closed' });
  } catch (error) {
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
    log.warn('the batch of a case is gone', { caseId });
  }
}
