import { fact, factAt } from '../blocks/fact';
import { limits } from '../blocks/limits';
import { watch } from '../blocks/watch';
import { rightsOf } from '../custody/rights';
import { all, alongside, type Block, first } from '../engine/block';
import { heldHere } from './held-here';
import type { Fact, Run } from './run';

/** From the surrender abroad to the judge in Iraq, and the watch on what was promised. */
export function* inIraq(run: Run, surrender: Fact<'surrender'>, decision: Fact<'decision'>): Block<string> {
  const custody = { began: surrender, period: 'surrender', status: 'surrendered' };
  const judge = yield* alongside(
    heldHere(run, custody, (arrival) => broughtBeforeTheJudge(run, arrival)),
    fact(run, 'property'),
  );
  if (typeof judge === 'string') return judge;

  run.status('speciality-watch');
  // Who dies has no rights left to hear of, and nothing is waited for that is only for the living.
  const end = yield* first(
    run,
    () => afterTheJudge(run, judge, decision),
    () => fact(run, 'death'),
  );
  return end === 'surrendered' ? end : 'person-died';
}

function* afterTheJudge(
  run: Run,
  { visit }: Fact<'before-judge'>,
  decision: Fact<'decision'>,
): Block<'surrendered'> {
  yield* alongside(
    all(promises(run, decision), rightsOnArrival(run, visit), deduction(run)),
    fact(run, 'property'),
    furtherConsents(run),
    fact(run, 'final-discharge'),
  );
  return 'surrendered';
}

/** Within 24 hours, extended once, as for an arrest in Iraq (Constitution art. 19(13), as policy). */
export function* broughtBeforeTheJudge(run: Run, arrival: Fact<'arrival'>): Block<Fact<'before-judge'>> {
  const { visit } = arrival;
  const presentation = limits(run, {
    event: 'arrival',
    from: arrival,
    keptBy: { step: 'before-judge', visit, outcomes: ['presented', 'released'] },
    whenPassed: { 'present-to-judge': 'mandatory-presentation', release: 'mandatory-release' },
    unbound: [],
  });
  return yield* alongside(factAt(run, 'before-judge', visit), presentation, rightsOnArrival(run, visit));
}

/** What everybody who is arrested here has a right to, by the number of the arrival: seen to before the case ends. */
export function* rightsOnArrival(run: Run, visit: number): Block<unknown> {
  return yield* all(...rightsOf(run.state.content).map((right) => factAt(run, right, visit)));
}

/** The court is told how many days the person was held abroad because of the request. */
function* deduction(run: Run): Block<void> {
  if (run.factOf('provisional-arrest')?.outcome === 'arrested') yield* fact(run, 'deduction');
}

/** Speciality and the other conditions are watched, unless the person renounced the one and there are no others. */
function* promises(run: Run, { codes }: Fact<'decision'>): Block<void> {
  const isRenounced = run.factOf('consent')?.outcome === 'renounced-speciality';
  if (codes.length > 0 || !isRenounced) yield* watch(run, 'speciality-watch');
}

/** New charges, or a third State that wants the person: the State that surrendered him is asked first. */
function* furtherConsents(run: Run): Block<never> {
  for (;;) {
    yield* fact(run, 'further-consent-request');
    yield* fact(run, 'further-consent');
  }
}
