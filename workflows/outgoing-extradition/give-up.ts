import { fact } from '../blocks/fact';
import { all, type Block, waiting } from '../engine/block';
import type { Run } from './run';

/** An end before the course is run: what was asked of the other State is taken back first. */
export function* giveUp(run: Run, outcome: string): Block<string> {
  run.status('to-be-withdrawn');
  // Who knows that the person died needs not be told.
  if (outcome !== 'person-died') yield* all(arrestRequestTakenBack(run), requestTakenBack(run));
  return yield* closeAfterRelease(run, outcome);
}

function* arrestRequestTakenBack(run: Run): Block<void> {
  if (run.factOf('provisional-arrest-request') === null) return;
  const isRefused = run.factOfVisit('provisional-arrest', 1)?.outcome === 'refused';
  const isReleased = run.factOfVisit('release-abroad', 1) !== null;
  if (!isRefused && !isReleased) yield* fact(run, 'arrest-request-withdrawal');
}

function* requestTakenBack(run: Run): Block<void> {
  if (run.factOf('transmission') === null) return;
  if (run.factOf('decision')?.outcome !== 'refused') yield* fact(run, 'request-withdrawal');
}

/** No case is closed over a person who is held because of it: the release is waited for. */
export function* closeAfterRelease(run: Run, outcome: string): Block<string> {
  if (Object.values(run.state.custody).some(({ endedAt }) => endedAt === null)) yield* waiting();
  return outcome;
}
