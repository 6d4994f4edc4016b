import type { AnswerLimit } from './limit';
import type { Run } from './run';

/** The day until which the limit was extended last; null where it was not. */
export function extendedTo(run: Run): string | null {
  return run.state.parties ? grantedByMessage(run) : recordedAbroad(run);
}

/**
 * More time is asked for while the limit runs, and granted or refused by the side that asked the questions; then it may
 * be asked for again. Once the asked side's manager has answered for the answer that is late there is nothing to extend: whoever asks for more
 * time does so while there is some.
 */
export function extensions(run: Run, { key, isAnsweredFor }: AnswerLimit): void {
  if (isAnsweredFor) return;
  if (!run.state.parties) {
    run.enterVisit('extension-recorded', visitsOf(run, 'extension-recorded') + 1);
    return;
  }
  const asked = visitsOf(run, 'extension-request');
  const decided = visitsOf(run, 'extension-decision');
  if (asked > decided) run.enterVisit('extension-decision', asked);
  else if (run.state.clocks[key]?.status === 'running') run.enterVisit('extension-request', asked + 1);
}

function grantedByMessage({ state: { steps } }: Run): string | null {
  let granted: string | null = null;
  for (let visit = 1; steps[`extension-decision#${visit}`]?.outcome; visit++) {
    const isGranted = steps[`extension-decision#${visit}`]?.outcome === 'granted';
    if (isGranted) granted = steps[`extension-request#${visit}`]?.limitDate ?? granted;
  }
  return granted;
}

function recordedAbroad(run: Run): string | null {
  let granted: string | null = null;
  for (let visit = 1; run.isClosed('extension-recorded', visit); visit++) {
    const fact = run.factOfVisit('extension-recorded', visit);
    if (fact?.outcome === 'granted') granted = fact.limitDate ?? granted;
  }
  return granted;
}

type ExtensionStep = 'extension-recorded' | 'extension-request' | 'extension-decision';

/** How many visits of the step are over: they are numbered from 1 without a gap. */
function visitsOf(run: Run, step: ExtensionStep): number {
  let visit = 0;
  while (run.isClosed(step, visit + 1)) visit += 1;
  return visit;
}
