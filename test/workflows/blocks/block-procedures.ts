import type { StepKind } from '../../../domain/case/events';
import type { StepDeclaration, StepTable } from '../../../domain/procedures/step';
import { approval } from '../../../workflows/blocks/approval';
import { check } from '../../../workflows/blocks/check';
import { checklist } from '../../../workflows/blocks/checklist';
import { clock } from '../../../workflows/blocks/clock';
import { documentRequests } from '../../../workflows/blocks/document-request';
import { type FactOf, fact } from '../../../workflows/blocks/fact';
import { followUp } from '../../../workflows/blocks/follow-up';
import { limits } from '../../../workflows/blocks/limits';
import { watch } from '../../../workflows/blocks/watch';
import { runCase } from '../../../workflows/case-workflow/run-case';
import { alongside, type Block } from '../../../workflows/engine/block';
import type { Procedure } from '../../../workflows/engine/procedure';
import type { Run } from '../../../workflows/engine/run';
import type { CaseInput } from '../../../workflows/messages';

/*
 * Procedures of the tests, one for each block: as short as they can be to show what the block promises. Each is a
 * workflow type of its own.
 */

function step<const O extends readonly string[]>(
  kind: StepKind,
  outcomes: O,
  more: Partial<StepDeclaration> = {},
): StepDeclaration & { readonly outcomes: O } {
  return { kind, queue: 'todo', role: 'liaison', source: 'invented', next: {}, ...more, outcomes };
}

function workflowOf<S extends StepTable>(
  name: string,
  steps: S,
  sequence: (run: Run<S>) => Block<string>,
): (input: CaseInput) => Promise<string> {
  const procedure: Procedure<S> = { name, version: 1, steps, sequence };
  return (input) => runCase(procedure, input);
}

const decisions = ['approved', 'refused'] as const;
const levels = {
  'legal-review': step('approval', decisions, {
    role: 'legal-reviewer',
    stage: 'legal',
    actedOnBy: 'sending',
    reasonFor: ['refused'],
  }),
  directorate: step('approval', decisions, { role: 'directorate-approver', stage: 'directorate' }),
  sending: step('fact', ['sent']),
  arrival: step('fact', ['arrived']),
};
export const approvals = workflowOf('approvals', levels, function* (run) {
  if ((yield* approval(run, 'legal-review')) === 'refused') return 'refused';
  if ((yield* approval(run, 'directorate')) === 'refused') return 'refused';
  yield* fact(run, 'sending');
  yield* fact(run, 'arrival');
  return 'approved';
});

const checked = {
  'person-checks': step('check', ['clear', 'proceed', 'stop'], {
    role: 'legal-reviewer',
    stage: 'legal',
    reasonFor: ['stop'],
  }),
  onward: step('fact', ['done']),
};
export const checks = workflowOf('checks', checked, function* (run) {
  const found = yield* check(run, 'person-checks');
  if (found === 'stop') return 'stopped';
  yield* fact(run, 'onward');
  return found;
});

const listed = {
  'request-checklist': step('checklist', ['complete', 'gaps']),
  onward: step('fact', ['done']),
};
export const checklists = workflowOf('checklists', listed, function* (run) {
  checklist(run, 'request-checklist');
  yield* fact(run, 'onward');
  return 'done';
});

const custody = {
  arrest: step('fact', ['arrested']),
  receipt: step('fact', ['received', 'rejected']),
  'release-expected': step('expiry', ['released', 'still-held'], { role: 'manager' }),
  onward: step('fact', ['done', 'arrested-again']),
  'fact-correction': step('correction', ['confirmed', 'rejected'], { role: 'manager', aside: true }),
};
function clocksWith(whenPassed: 'release-expected' | null) {
  return function* (run: Run<typeof custody>): Block<string> {
    for (;;) {
      const arrest = yield* fact(run, 'arrest');
      run.status('under-arrest');
      const onward = yield* alongside(afterTheLimit(run, arrest, whenPassed), fact(run, 'receipt'));
      if (onward.outcome === 'done') return 'done';
    }
  };
}
/** Its status says what the clock gave back. */
function* afterTheLimit(
  run: Run<typeof custody>,
  from: FactOf<typeof custody, 'arrest'>,
  whenPassed: 'release-expected' | null,
): Block<FactOf<typeof custody, 'onward'>> {
  const keptBy = { step: 'receipt', outcomes: ['received'] };
  run.status(yield* clock(run, { rule: 'TEST-24H', from, keptBy, whenPassed }));
  return yield* fact(run, 'onward');
}
export const clocks = workflowOf('clocks', custody, clocksWith('release-expected'));
export const clocksOnlyShown = workflowOf('clocks-only-shown', custody, clocksWith(null));

const asked = {
  decision: step('fact', ['granted']),
  information: step('documentRequest', ['answered'], { queue: 'awaited' }),
};
export const documentRounds = workflowOf('document-rounds', asked, function* (run) {
  const { outcome } = yield* alongside(fact(run, 'decision'), documentRequests(run, 'information'));
  return outcome;
});

const calls = {
  call: step('fact', ['reached', 'missed']),
  answer: step('fact', ['yes', 'no'], { proof: 'required', notBefore: ['call'] }),
};
/** An answer to a call with the code `binding` can only be no. */
export const facts = workflowOf('facts', calls, function* (run) {
  for (;;) {
    const call = yield* fact(run, 'call');
    if (call.outcome === 'missed') continue;
    const answer = yield* fact(run, 'answer', call.codes.includes('binding') ? ['no'] : undefined);
    return `${answer.outcome} to ${call.key}, visit ${call.visit}`;
  }
});

const attempts = {
  attempt: step('fact', ['taken-over', 'missed']),
  'what-now': step('followUp', ['new-date', 'abandoned'], { role: 'manager', reasonFor: ['abandoned'] }),
};
export const followUps = workflowOf('follow-ups', attempts, function* (run) {
  for (;;) {
    const attempt = yield* fact(run, 'attempt');
    if (attempt.outcome === 'taken-over') return 'taken-over';
    if ((yield* followUp(run, 'what-now')) === 'abandoned') return 'abandoned';
  }
});

const presentation = {
  arrival: step('fact', ['arrived']),
  'before-judge': step('fact', ['presented']),
  'mandatory-presentation': step('expiry', ['dealt-with'], { role: 'manager' }),
  'mandatory-release': step('expiry', ['dealt-with'], { role: 'manager' }),
  onward: step('fact', ['done']),
};
function* afterTheLimits(run: Run<typeof presentation>, from: FactOf<typeof presentation, 'arrival'>) {
  yield* limits(run, {
    event: 'arrival',
    from,
    keptBy: { step: 'before-judge', outcomes: ['presented'] },
    whenPassed: { 'present-to-judge': 'mandatory-presentation', release: 'mandatory-release' },
    unbound: [{ rule: 'TEST-24H', effect: 'present-to-judge' }],
  });
  run.status('limits-over');
  yield* fact(run, 'onward');
  return 'done';
}
/** Named as one that the law may speak of. */
export const lawfulLimits = workflowOf('outgoing-extradition', presentation, function* (run) {
  const arrival = yield* fact(run, 'arrival');
  return yield* alongside(afterTheLimits(run, arrival), fact(run, 'before-judge'));
});

const watched = {
  arrival: step('fact', ['arrived']),
  speciality: step('watch', ['ended', 'breached'], { role: 'manager', reasonFor: ['ended'] }),
};
export const watches = workflowOf('watches', watched, function* (run) {
  yield* fact(run, 'arrival');
  run.status('watched');
  return yield* watch(run, 'speciality');
});
