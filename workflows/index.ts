import { runCase } from './case-workflow/run-case';
import { committeeResolutionProcedure } from './committee-resolution';
import type { Procedure } from './engine/procedure';
import { incomingExtraditionProcedure } from './incoming-extradition';
import { informationExchangeProcedure } from './information-exchange';
import type { CaseInput } from './messages';
import { outgoingExtraditionProcedure } from './outgoing-extradition';
import { suspectTransferProcedure } from './suspect-transfer';

function workflowOf(procedure: Procedure) {
  return (input: CaseInput): Promise<string> => runCase(procedure, input);
}

// Workflow types, one for each procedure. Temporal finds them by these names.
export const outgoingExtradition = workflowOf(outgoingExtraditionProcedure);
export const incomingExtradition = workflowOf(incomingExtraditionProcedure);
export const suspectTransfer = workflowOf(suspectTransferProcedure);
export const committeeResolution = workflowOf(committeeResolutionProcedure);
export const informationExchange = workflowOf(informationExchangeProcedure);

export { calendarDelivery } from './calendar-delivery';
export { transferBatch } from './transfer-batch';
