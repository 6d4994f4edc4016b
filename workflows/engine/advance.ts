import type { Draft } from './draft';
import type { Procedure } from './procedure';
import { Run } from './run';
import { clocksOfStep } from './service-level';

/** More passes than any procedure needs after one command; beyond it two blocks open and close each other. */
const maximumPasses = 50;

/**
 * Runs the procedure from its top until a pass changes nothing more: opens what is due now, withdraws what is not
 * reached any more, sets the status, and closes the case when the sequence has returned, with all that is still open.
 */
export function advance(draft: Draft, procedure: Procedure): void {
  for (let pass = 0; pass < maximumPasses; pass++) {
    const before = draft.events.length;
    const outcome = runOnce(draft, procedure);
    if (draft.state.outcome !== null || outcome !== null || draft.events.length === before) return;
  }
  throw new Error(`${procedure.name} does not come to rest`);
}

function runOnce(draft: Draft, procedure: Procedure): string | null {
  const run = new Run(draft, procedure.steps);
  const step = procedure.sequence(run).next();
  if (step.done) run.liveSteps.clear();
  else for (const key of openedAside(draft, procedure)) run.liveSteps.add(key);
  withdrawUnreached(draft, run);
  if (step.done) {
    for (const key of unsettledClocks(draft)) draft.add({ type: 'clockStopped', key });
    draft.add({ type: 'caseClosed', outcome: step.value });
    return step.value;
  }
  if (run.lastStatus && run.lastStatus !== draft.state.status) {
    draft.add({ type: 'statusChanged', status: run.lastStatus });
  }
  return null;
}

/** What an officer opened belongs to no place of the sequence: it waits for as long as the case is open. */
function openedAside({ state }: Draft, { steps }: Procedure): string[] {
  return Object.keys(state.steps).filter((key) => steps[state.steps[key]?.step ?? '']?.aside);
}

function withdrawUnreached(draft: Draft, run: Run): void {
  for (const [key, step] of Object.entries(draft.state.steps)) {
    if (step.outcome !== null || run.liveSteps.has(key)) continue;
    for (const clock of clocksOfStep(draft, key)) draft.add({ type: 'clockStopped', key: clock });
    draft.add({ type: 'stepCancelled', key });
  }
  for (const key of unsettledClocks(draft)) {
    const measuresStep = draft.state.clocks[key]?.stepKey !== null;
    if (!measuresStep && !run.liveClocks.has(key)) draft.add({ type: 'clockStopped', key });
  }
}

function unsettledClocks(draft: Draft): string[] {
  return Object.keys(draft.state.clocks).filter((key) => !draft.state.clocks[key]?.settled);
}
