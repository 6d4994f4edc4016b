import type { KeptBy } from '../../domain/case/events';
import { factAt } from '../blocks/fact';
import { limits } from '../blocks/limits';
import { anyOf } from '../custody/any-of';
import type { Fact as CustodyFact } from '../custody/run';
import { all, type Block, waiting } from '../engine/block';
import type { Run } from './run';

const received: KeptBy = { step: 'receipt', visit: 1, outcomes: ['received'] };

/**
 * Before the file is here, the instrument that binds the two States says how long a person may be held: by Riyadh 1983
 * art. 44 for 30 days, or 60 where the other State asks to continue. For others Iraq's own limits are all that is known.
 */
export function* fileLimits(run: Run, arrest: CustodyFact<'arrest'>, ended: KeptBy): Block<unknown> {
  const bound = run.limitsFrom('arrest') ?? [];
  if (!bound.some(({ effect }) => effect === 'release-without-file')) return yield* waiting();
  const { visit } = arrest;
  const continued: KeptBy = { step: 'detention-continuation', visit, outcomes: ['asked'] };
  const limit = (effect: string, whenPassed: 'file-limit-passed' | 'detention-cap-passed', keptBy: KeptBy) =>
    limits(run, {
      event: 'arrest',
      effects: [effect],
      from: arrest,
      keptBy,
      whenPassed: { [effect]: whenPassed },
      unbound: [],
    });
  return yield* all(
    run.factOf('receipt') === null ? factAt(run, 'detention-continuation', visit) : waiting(),
    limit('release-without-file', 'file-limit-passed', anyOf(received, continued, ended)),
    limit('release-at-cap', 'detention-cap-passed', anyOf(received, ended)),
  );
}

/**
 * Not taken over within two months from the notice that he is ready, the person is released at once (Iraq, CPC 367).
 * The limit runs for as long as he is held, whatever becomes of the request. `since`: the period's first notice.
 */
export function* readinessLimit(run: Run, since: number, ended: KeptBy): Block<unknown> {
  const notice = Object.entries(run.state.steps).find(
    ([, { step, visit, fact }]) => step === 'readiness-notice' && visit >= since && fact !== null,
  );
  if (!notice?.[1].fact) return yield* waiting();
  const [key, { visit, fact }] = notice;
  return yield* limits(run, {
    event: 'readiness-notice',
    from: { ...fact, key, visit },
    keptBy: ended,
    whenPassed: { release: 'readiness-limit-passed' },
    unbound: [],
  });
}
