import type { StepTable } from '../../domain/procedures/step';
import type { Block } from '../engine/block';
import type { Run } from '../engine/run';
import { outcomeOf } from './outcome-of';

/**
 * Rounds of documents or information, for as long as the other side may ask: each is asked for with a limit of the
 * other side's and answered item by item, and the next may then begin. Never returns: run it alongside what it serves.
 */
export function* documentRequests<S extends StepTable>(run: Run<S>, step: keyof S & string): Block<never> {
  for (;;) yield* outcomeOf(run, step);
}
