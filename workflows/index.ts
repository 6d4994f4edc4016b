import { runCase } from './case-workflow/run-case';
import type { CaseInput } from './messages';
import { outgoingExtraditionProcedure } from './outgoing-extradition';
import { suspectTransferProcedure } from './suspect-transfer';

/** Workflow types, one for each procedure. Temporal finds them by these names. */
export function outgoingExtradition(input: CaseInput): Promise<string> {
  return runCase(outgoingExtraditionProcedure, input);
}

export function suspectTransfer(input: CaseInput): Promise<string> {
  return runCase(suspectTransferProcedure, input);
}

export { calendarDelivery } from './calendar-delivery';
export { transferBatch } from './transfer-batch';
