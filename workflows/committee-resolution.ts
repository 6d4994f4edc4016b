import {
  resolutionOpener,
  committeeResolutionSteps as steps,
} from '../domain/procedures/committee-resolution/steps';
import { committeeDecision } from './blocks/ballot';
import { checklist } from './blocks/checklist';
import type { Block } from './engine/block';
import type { Procedure } from './engine/procedure';
import type { Run } from './engine/run';

/** The committee votes on a matter: what it decides ends the case, and so does its secretary who withdraws it. */
function* committeeResolution(run: Run<typeof steps>): Block<string> {
  checklist(run, 'request-checklist');
  if (run.state.ending !== null) return run.state.ending;
  return yield* committeeDecision(run);
}

export const committeeResolutionProcedure: Procedure<typeof steps> = {
  name: 'committee-resolution',
  version: 1,
  openedBy: resolutionOpener,
  steps,
  sequence: committeeResolution,
};
