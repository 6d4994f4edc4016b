import { clock } from '../blocks/clock';
import { fact } from '../blocks/fact';
import { alongside, type Block } from '../engine/block';
import { beforeTheJudge, rightsOnArrival } from './arrival';
import type { Fact, Run } from './run';

/** Every stay in Iraq that has begun while the surrender is postponed, to its end: back there, or a death. */
export function* temporaryStays(run: Run): Block<'brought-back' | 'died'> {
  while (run.factOfVisit('temporary-surrender', run.nextVisit('temporary-surrender')) !== null) {
    const surrender = yield* fact(run, 'temporary-surrender');
    if ((yield* stay(run, surrender)) === 'died') return 'died';
  }
  return 'brought-back';
}

/** The person is lent for the proceedings here, in custody that ends on the day that was agreed. */
function* stay(run: Run, surrender: Fact<'temporary-surrender'>): Block<'brought-back' | 'died'> {
  const { visit } = surrender;
  const period = `temporary-surrender-${visit}`;
  run.status('temporarily-surrendered');
  run.beginCustody(period, 'ours', surrender, 'requested');
  const returned = clock(run, {
    rule: 'AGREED-RETURN',
    from: surrender,
    keptBy: { step: 'temporary-return', visit, outcomes: ['brought-back', 'died'] },
    whenPassed: null,
  });
  const back = yield* alongside(proceedings(run), returned);
  run.endCustody(period, back, back.outcome);
  return back.outcome;
}

function* proceedings(run: Run): Block<Fact<'temporary-return'>> {
  const { visit } = yield* beforeTheJudge(run);
  return yield* alongside(fact(run, 'temporary-return'), rightsOnArrival(run, visit));
}
