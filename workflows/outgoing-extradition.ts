import { stepsOfEveryVersion as steps } from '../domain/procedures/outgoing-extradition/steps';
import { check } from './blocks/check';
import { checklist } from './blocks/checklist';
import { fact } from './blocks/fact';
import { alongside, type Block } from './engine/block';
import type { Procedure } from './engine/procedure';
import { signOffs, throughBaghdad } from './outgoing-extradition/approvals';
import { inIraq } from './outgoing-extradition/arrival';
import { custodyAbroad, hasDiedAbroad } from './outgoing-extradition/custody-abroad';
import { foreignPhase } from './outgoing-extradition/foreign-phase';
import { giveUp } from './outgoing-extradition/give-up';
import { refused } from './outgoing-extradition/refusal';
import type { Run } from './outgoing-extradition/run';
import { takenOver } from './outgoing-extradition/surrender';
import { firstVersion } from './outgoing-extradition/version-1';

/**
 * Outgoing extradition: Iraq asks a foreign State, such as Sweden, to hand a person over. The file goes its way
 * through legal review, Judicial Council and Foreign Ministry, also where the Kurdistan Region asks; in urgent cases
 * provisional arrest is asked for beside it. The custody abroad goes beside everything, from the first arrest on.
 */
function* outgoingExtradition(run: Run): Block<string> {
  checklist(run, 'request-checklist');
  const end = endedEarly(run);
  return yield* alongside(end === null ? requestToEnd(run) : giveUp(run, end), custodyAbroad(run));
}

/** A manager may end the case, and a death abroad does, until the person has been surrendered. */
function endedEarly(run: Run): string | null {
  if (run.factOf('surrender')?.outcome === 'surrendered') return null;
  return run.state.ending ?? (hasDiedAbroad(run) ? 'person-died' : null);
}

function* requestToEnd(run: Run): Block<string> {
  // An edit may bring the person checks back when the case had come further.
  run.status('draft');
  if ((yield* throughBaghdad(run)) === 'refused') return yield* giveUp(run, 'not-approved');
  if ((yield* check(run, 'person-checks')) === 'stop')
    return yield* giveUp(run, 'stopped-after-person-checks');
  if ((yield* signOffs(run)) === 'refused') return yield* giveUp(run, 'not-approved');

  run.status('approved');
  yield* fact(run, 'transmission');
  run.status('transmitted');
  yield* fact(run, 'receipt');
  run.status('received');

  const decision = yield* foreignPhase(run);
  if (decision.outcome === 'refused') return yield* refused(run);
  run.status(decision.codes.length > 0 ? 'granted-with-conditions' : 'granted');
  const surrender = yield* takenOver(run, decision);
  if (typeof surrender === 'string') return yield* giveUp(run, surrender);
  return yield* inIraq(run, surrender, decision);
}

export const outgoingExtraditionProcedure: Procedure<typeof steps> = {
  name: 'outgoing-extradition',
  version: 2,
  steps,
  sequence: (run) => (run.version === 1 ? firstVersion(run) : outgoingExtradition(run)),
};
