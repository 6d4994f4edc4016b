import { approval } from '../blocks/approval';
import { committeeDecision } from '../blocks/ballot';
import { message } from '../blocks/message';
import { outcomeOf } from '../blocks/outcome-of';
import type { Block } from '../engine/block';
import type { Run } from './run';

/**
 * A request of the Kurdistan Region is approved in Erbil and sent to Baghdad; from there on it is treated as a federal
 * one (Iraq, Constitution art. 110). An edit has Erbil approve and send it anew.
 */
export function* throughBaghdad(run: Run): Block<'approved' | 'refused'> {
  if (run.state.parties === undefined) return 'approved';
  run.status('regional-approval');
  if ((yield* approval(run, 'regional-approval')) === 'refused') return 'refused';
  run.status('regionally-approved');
  yield* message(run, 'regional-transmission');
  run.status('sent-to-baghdad');
  yield* outcomeOf(run, 'regional-receipt');
  return 'approved';
}

/** What the Region has approved and sent, and not taken back since; a federal request is there from the beginning. */
export function isInBaghdad({ state }: Run): boolean {
  const approval = state.steps['regional-approval#1']?.outcome;
  const receipt = state.steps['regional-receipt#1']?.outcome;
  return state.parties === undefined || (approval === 'approved' && receipt === 'received');
}

const levels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'] as const;

/**
 * Four federal levels, each by other eyes, and the national committee where the request is to be put to it (house
 * policy). Nothing leaves for another State without them.
 */
export function* signOffs(run: Run): Block<'approved' | 'refused'> {
  run.status('legal-review');
  for (const level of levels) {
    if ((yield* approval(run, level)) === 'refused') return 'refused';
  }
  if (run.state.content.committee !== true) return 'approved';
  return (yield* committeeDecision(run)) === 'adopted' ? 'approved' : 'refused';
}
