import { fact } from '../blocks/fact';
import { type Detained, detainedAndTold } from '../custody/detained-and-told';
import { all, type Block, first, waiting } from '../engine/block';
import type { Fact, Run } from './run';

/** The person is with the escort of the requesting State. */
export interface Surrendered {
  readonly surrender: Fact<'surrender'>;
}

/** From the notice that the person is ready to the handover to the escort: nobody whose detention was not ordered. */
export function* surrendering(run: Run, detained: Detained): Block<Surrendered> {
  yield* ready(run);
  yield* all(fact(run, 'property'), detainedAndTold(run, detained));
  const surrender = yield* fact(run, 'surrender');
  // Not taken over: the procedure sees it from its top, and the release is due.
  if (surrender.outcome !== 'surrendered') yield* waiting();
  return { surrender };
}

/** Who is prosecuted in Iraq is not ready before that is over (Iraq, CPC 364; no text was read). */
function* ready(run: Run): Block<Fact<'readiness-notice'>> {
  for (;;) {
    const next = yield* first(
      run,
      () => fact(run, 'readiness-notice'),
      () => fact(run, 'postponement'),
    );
    if (next.outcome === 'notified') return next;
    yield* fact(run, 'postponement-end');
  }
}
