import { proxySinks, uuid4 } from '@temporalio/workflow';
import { runCase } from '../../workflows/case-workflow/run-case';
import type { CaseInput } from '../../workflows/messages';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';

/** Tells the number that comes after all those that a run has drawn. */
export type DrawingSinks = { numbers: { next(id: string): void } };

/** The workflow, which tells at its end what it would draw next: the same number, if the same were drawn before. */
export async function outgoingExtradition(input: CaseInput): Promise<string> {
  const outcome = await runCase(outgoingExtraditionProcedure, input);
  proxySinks<DrawingSinks>().numbers.next(uuid4());
  return outcome;
}
