import { clock } from '../blocks/clock';
import { fact, factAt } from '../blocks/fact';
import { alongside, type Block } from '../engine/block';
import { broughtBeforeTheJudge, rightsOnArrival } from './arrival';
import { heldHere, type NotHere } from './held-here';
import type { Fact, Run } from './run';

/** Every stay in Iraq that has begun while the surrender is postponed, to its end: back there, or not to come back. */
export function* temporaryStays(run: Run): Block<'brought-back' | NotHere> {
  while (run.factOfVisit('temporary-surrender', run.nextVisit('temporary-surrender')) !== null) {
    const surrender = yield* fact(run, 'temporary-surrender');
    const end = yield* stay(run, surrender);
    if (typeof end === 'string') return end;
  }
  return 'brought-back';
}

/**
 * The person is lent for the proceedings here, in custody that ends on the day that was agreed. What ends the loan is
 * the last of its returns, whichever number that has: so the procedure says when the day was kept.
 */
function* stay(run: Run, surrender: Fact<'temporary-surrender'>): Block<Lent | NotHere> {
  const period = `temporary-surrender-${surrender.visit}`;
  const custody = { began: surrender, period, status: 'temporarily-surrendered' };
  const agreedDay = { rule: 'AGREED-RETURN', from: surrender, keptBy: null };
  const returned = clock(run, { ...agreedDay, whenPassed: null });
  const end = yield* alongside(
    heldHere<Lent>(run, custody, (arrival) => proceedings(run, arrival)),
    returned,
  );
  if (typeof end !== 'string') run.meetClock(run.clock(agreedDay), end.occurredAt);
  return end;
}

type Lent = Fact<'before-judge'> | Fact<'temporary-return'>;

/** The return has the number of the arrival: who fled and was caught again is to be brought back as well. */
function* proceedings(run: Run, arrival: Fact<'arrival'>): Block<Lent> {
  const { visit } = arrival;
  const judge = yield* broughtBeforeTheJudge(run, arrival);
  if (judge.outcome === 'died' || judge.outcome === 'escaped') return judge;
  return yield* alongside(factAt(run, 'temporary-return', visit), rightsOnArrival(run, visit));
}
