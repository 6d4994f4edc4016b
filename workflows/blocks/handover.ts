import type { StepTable } from '../../domain/procedures/step';
import { all, type Block } from '../engine/block';
import type { RecordedFact, Run } from '../engine/run';
import { fact } from './fact';
import { followUp } from './follow-up';

/** The steps of a handover: a signature of each side, and what is done when they did not sign the same. */
export interface HandoverSteps<S extends StepTable> {
  readonly given: keyof S & string;
  readonly taken: keyof S & string;
  readonly difference: keyof S & string;
}

/** Both sides' signatures under a protocol. The person is with the side that has taken him over. */
export interface Signatures {
  readonly given: RecordedFact;
  readonly taken: RecordedFact;
}

/** A two-sided handover protocol: each side signs by an officer of its own, in whichever order. */
export function* signatures<S extends StepTable>(
  run: Run<S>,
  steps: Pick<HandoverSteps<S>, 'given' | 'taken'>,
): Block<Signatures> {
  const [given, taken] = yield* all(fact(run, steps.given), fact(run, steps.taken));
  return { given, taken };
}

/**
 * Settles what differs between the two signatures, in the hour or in the lists: both sign anew, or a manager lets it
 * stand as a reservation.
 */
export function* agreement<S extends StepTable>(
  run: Run<S>,
  steps: HandoverSteps<S>,
  signed: Signatures,
): Block<void> {
  for (let last = signed; !isSame(last); last = yield* signatures(run, steps)) {
    if ((yield* followUp(run, steps.difference)) === 'kept-with-reservation') return;
  }
}

function isSame({ given, taken }: Signatures): boolean {
  return given.occurredAt === taken.occurredAt && given.signs === taken.signs;
}
