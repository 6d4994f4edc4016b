import { sleep } from '@temporalio/workflow';
import { runCase } from '../../workflows/case-workflow/run-case';
import type { CaseInput } from '../../workflows/messages';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';

/** The workflow with a change that breaks running cases: what a release must never do unseen. */
export async function outgoingExtradition(input: CaseInput): Promise<string> {
  await sleep('1 second');
  return await runCase(outgoingExtraditionProcedure, input);
}
