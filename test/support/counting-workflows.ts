import { condition, sleep } from '@temporalio/workflow';
import { runCase } from '../../workflows/case-workflow/run-case';
import type { CaseInput } from '../../workflows/messages';
import { outgoingExtraditionProcedure as procedure } from '../../workflows/outgoing-extradition';

/** How often the opening was planned. A replay counts less: it does not validate again what was accepted once. */
let openings = 0;

/** The workflow with a timer that hangs on what its history does not hold: what a release must never do unseen. */
export async function outgoingExtradition(input: CaseInput): Promise<string> {
  void condition(() => openings > 1).then(() => sleep('1 second'));
  return await runCase({ ...procedure, sequence: counted }, input);
}

const counted: typeof procedure.sequence = (run) => {
  if (Object.keys(run.state.steps).length === 0) openings += 1;
  return procedure.sequence(run);
};
