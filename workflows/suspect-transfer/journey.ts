import { fact } from '../blocks/fact';
import { type Signatures, signatures } from '../blocks/handover';
import { limits } from '../blocks/limits';
import { detainedAndTold } from '../custody/detained-and-told';
import { all, type Block, first, waiting } from '../engine/block';
import { type Fact, type Run, rightsIn } from './run';

export const handoverSteps = {
  given: 'handover-given',
  taken: 'handover-taken',
  difference: 'handover-difference',
} as const;

/** The person is made ready to travel and handed over: nobody whose rights were not seen to, or who is not fit. */
export function* journey(
  run: Run,
  arrest: Fact<'arrest'>,
  /** The first visit of the period's own detention orders. */
  order: number,
): Block<Signatures> {
  let [exam] = yield* all(
    fitToTravel(run),
    fact(run, 'belongings'),
    fact(run, 'escort-order'),
    detainedAndTold(run, { arrest, order, rights: rightsIn(run) }),
  );
  for (;;) {
    const round = run.nextVisit(handoverSteps.given);
    const certificate = exam;
    const signed = yield* first(
      run,
      () => signatures(run, handoverSteps),
      () => outdated(run, certificate, round),
    );
    if (signed !== 'outdated') return signed;
    exam = yield* fitToTravel(run);
  }
}

function* fitToTravel(run: Run): Block<Fact<'medical-check'>> {
  for (;;) {
    const exam = yield* fact(run, 'medical-check');
    if (exam.outcome === 'fit') return exam;
  }
}

/**
 * The certificate became too old before the person was given: he is examined anew, whatever the manager does else. That
 * it was answered counts and not the limit, which a correction may move when he has been examined anew already.
 */
function* outdated(run: Run, exam: Fact<'medical-check'>, round: number): Block<'outdated'> {
  const certificate = limits(run, {
    event: 'medical-check',
    from: exam,
    keptBy: { step: 'handover-given', visit: round, outcomes: ['handed-over'] },
    whenPassed: { 'examine-anew': 'medical-check-outdated' },
    unbound: [],
  });
  certificate.next();
  const isGiven = run.factOfVisit('handover-given', round) !== null;
  if (isGiven || !run.isClosed('medical-check-outdated', exam.visit)) yield* waiting();
  return 'outdated';
}
