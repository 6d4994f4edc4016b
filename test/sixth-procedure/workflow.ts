import { approval } from '../../workflows/blocks/approval';
import { checklist } from '../../workflows/blocks/checklist';
import { fact } from '../../workflows/blocks/fact';
import type { Block } from '../../workflows/engine/block';
import type { Procedure } from '../../workflows/engine/procedure';
import type { Run } from '../../workflows/engine/run';
import { sentencedTransferSteps as steps } from './steps';

/** Nobody is transferred without his own consent and that of both States. */
function* sentencedTransfer(run: Run<typeof steps>): Block<string> {
  checklist(run, 'request-checklist');
  if (run.state.ending !== null) return run.state.ending;
  run.status('legal-review');
  if ((yield* approval(run, 'legal-review')) === 'refused') return 'not-approved';

  run.status('consent-awaited');
  for (const consent of ['person-consent', 'state-consent'] as const) {
    if ((yield* fact(run, consent)).outcome === 'not-consented') return 'no-consent';
  }

  run.status('surrender-fixed');
  for (;;) {
    const handover = yield* fact(run, 'handover');
    if (handover.outcome === 'handed-over') return 'transferred';
  }
}

export const sentencedTransferProcedure: Procedure<typeof steps> = {
  name: 'sentenced-transfer',
  version: 1,
  steps,
  sequence: sentencedTransfer,
};
