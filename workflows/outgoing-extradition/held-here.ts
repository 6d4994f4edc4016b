import { fact } from '../blocks/fact';
import { followUp } from '../blocks/follow-up';
import { type Block, first } from '../engine/block';
import type { Fact, Run } from './run';

/** What a period of custody in Iraq begins with, and what it is called. */
export interface HeldHere {
  readonly began: Fact<'surrender'> | Fact<'temporary-surrender'>;
  readonly period: string;
  readonly status: string;
}

/** How custody in Iraq ends before its course is run. */
export type NotHere = 'person-died' | 'person-escaped';

type End = Fact<'arrival'> | Fact<'before-judge'> | Fact<'temporary-return'>;

/**
 * Custody in Iraq, from the day on which the person was taken over to the fact that `course` ends with. Who escapes and
 * is caught again arrives anew, with a period and hours of his own: nobody is brought before the judge by the hours of
 * an arrival that he fled from. Returns why the case is over where the person died or is not looked for any more.
 */
export function* heldHere<E extends End>(
  run: Run,
  { began, period, status }: HeldHere,
  course: (arrival: Fact<'arrival'>) => Block<E>,
): Block<E | NotHere> {
  let from: HeldHere['began'] | Fact<'arrival'> = began;
  for (let round = 1; ; round++) {
    const name = round === 1 ? period : `${period}-again-${round}`;
    run.status(status);
    run.beginCustody(name, 'ours', from, 'requested');
    const end = yield* untilItEnds(run, from, course);
    run.endCustody(name, end, end.outcome);
    if (end.outcome === 'died') return 'person-died';
    if (end.outcome !== 'escaped' && end.outcome !== 'not-returned') return end as E;

    const caught = yield* caughtAgain(run);
    if (caught === 'search-ended') return 'person-escaped';
    if (caught.outcome === 'died') return 'person-died';
    from = caught;
  }
}

function* untilItEnds<E extends End>(
  run: Run,
  from: HeldHere['began'] | Fact<'arrival'>,
  course: (arrival: Fact<'arrival'>) => Block<E>,
): Block<E | Fact<'arrival'>> {
  const arrival = from.outcome === 'arrived' ? from : yield* fact(run, 'arrival');
  return arrival.outcome === 'arrived' ? yield* course(arrival) : arrival;
}

function* caughtAgain(run: Run): Block<Fact<'arrival'> | 'search-ended'> {
  run.status('escaped');
  return yield* first(
    run,
    () => fact(run, 'arrival', ['arrived', 'died']),
    () => followUp(run, 'escape-follow-up'),
  );
}
