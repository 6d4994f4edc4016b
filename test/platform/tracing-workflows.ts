import { proxySinks, uuid4 } from '@temporalio/workflow';
import { runCase } from '../../workflows/case-workflow/run-case';
import { committeeResolutionProcedure } from '../../workflows/committee-resolution';
import type { Procedure } from '../../workflows/engine/procedure';
import { incomingExtraditionProcedure } from '../../workflows/incoming-extradition';
import { informationExchangeProcedure } from '../../workflows/information-exchange';
import type { CaseInput } from '../../workflows/messages';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { suspectTransferProcedure } from '../../workflows/suspect-transfer';

/** Tells the number that comes after all those that a run has drawn. */
export type DrawingSinks = { numbers: { next(id: string): void } };

/** A workflow, which tells at its end what it would draw next: the same number, if the same were drawn before. */
async function drawing(procedure: Procedure, input: CaseInput): Promise<string> {
  const outcome = await runCase(procedure, input);
  proxySinks<DrawingSinks>().numbers.next(uuid4());
  return outcome;
}

export function outgoingExtradition(input: CaseInput): Promise<string> {
  return drawing(outgoingExtraditionProcedure, input);
}

export function informationExchange(input: CaseInput): Promise<string> {
  return drawing(informationExchangeProcedure, input);
}

export function committeeResolution(input: CaseInput): Promise<string> {
  return drawing(committeeResolutionProcedure, input);
}

export function incomingExtradition(input: CaseInput): Promise<string> {
  return drawing(incomingExtraditionProcedure, input);
}

export function suspectTransfer(input: CaseInput): Promise<string> {
  return drawing(suspectTransferProcedure, input);
}
