import { fact, factAt } from '../blocks/fact';
import { followUp } from '../blocks/follow-up';
import { all, type Block } from '../engine/block';
import { hasOutstandingWarrant } from './custody';
import type { Refusal } from './papers';
import { countOf, type Run } from './run';

/** How a case ends without a surrender. */
export type NoSurrender = Refusal | 'withdrawn' | 'not-taken-over' | 'ended';

/**
 * What is still to be done when nobody is surrendered. The release is no part of it and waits for none of it: it goes
 * on beside.
 */
export function* lastWords(run: Run, why: NoSurrender): Block<unknown> {
  return yield* all(warrantTakenBack(run), told(run, why));
}

/** Nobody is to be arrested on a warrant of a case that is over (Iraq, CPC 94). */
function* warrantTakenBack(run: Run): Block<unknown> {
  if (!hasOutstandingWarrant(run)) return null;
  return yield* factAt(run, 'warrant-withdrawal', countOf(run, 'warrant-withdrawal') + 1);
}

function* told(run: Run, why: NoSurrender): Block<unknown> {
  switch (why) {
    case 'withdrawn':
    case 'not-taken-over':
    case 'ended':
      return null;
    case 'refused-for-nationality':
      // Who is not surrendered because he is an Iraqi is not let off (UNTOC art. 16(10)).
      return yield* all(
        fact(run, 'receipt'),
        followUp(run, 'prosecution-proposal'),
        afterConsultation(run, 'nationality-notice'),
      );
    default:
      return yield* afterConsultation(run, 'refusal-notice');
  }
}

/** The requesting State is heard before a refusal is final, where an instrument says so (UNTOC art. 16(16)), and told why. */
function* afterConsultation(run: Run, notice: 'refusal-notice' | 'nationality-notice'): Block<unknown> {
  if (run.state.law?.duties?.includes('consult-before-refusal')) yield* fact(run, 'consultation');
  return yield* fact(run, notice);
}
