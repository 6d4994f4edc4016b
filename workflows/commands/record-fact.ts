import type { RecordFact } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import { latestFact } from '../../domain/case/state';
import type { Role } from '../../domain/permissions/roles';
import type { StepDeclaration } from '../../domain/procedures/step';
import { closeStep, meetClock } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { type FoundStep, openVisitOf } from './find-step';

/**
 * What happened outside, recorded by an officer. Whether a limit was kept is judged on when it happened, not on when
 * it was recorded.
 */
export function recordFact(draft: Draft, procedure: Procedure, command: RecordFact): Role {
  const found = openVisitOf(draft.state, procedure, command.step);
  refuseImpossible(draft, found, command);
  const { officerId, fact, detailsId, proof } = command;
  const { key } = found;
  draft.add({ type: 'factRecorded', key, step: command.step, officerId, fact, detailsId, proof });
  closeStep(draft, key, fact.outcome, draft.now);
  settleClocksKeptBy(draft, command.step, fact.occurredAt);
  return found.declared.role;
}

/** Settles every limit that the fact of `step` keeps, also one that was thought to have passed. */
function settleClocksKeptBy(draft: Draft, step: string, at: string): void {
  for (const [key, clock] of Object.entries(draft.state.clocks)) {
    const open = clock.status === 'running' || clock.status === 'expired';
    if (clock.keptBy === step && open) meetClock(draft, key, at);
  }
}

function refuseImpossible(draft: Draft, { key, state, declared }: FoundStep, command: RecordFact): void {
  if (declared.kind !== 'fact') throw new Refusal('not-open', { step: key });
  if (!state.outcomes.includes(command.fact.outcome)) {
    throw new Refusal('unknown-outcome', { step: key, possible: state.outcomes });
  }
  if (declared.proof === 'required' && command.proof.length === 0) {
    throw new Refusal('proof-missing', { step: key });
  }
  if (declared.limitDate === 'required' && command.fact.limitDate === null) {
    throw new Refusal('limit-date-missing', { step: key });
  }
  const { occurredAt, limitDate } = command.fact;
  refuseImpossibleTime(draft, declared, occurredAt);
  if (limitDate !== null && limitDate < occurredAt.slice(0, 10)) {
    throw new Refusal('limit-date-too-early', { step: key, limitDate });
  }
}

/** @throws Refusal when the event lies in the future, or before an event that must have come first */
export function refuseImpossibleTime(draft: Draft, declared: StepDeclaration, occurredAt: string): void {
  if (occurredAt > draft.now) throw new Refusal('in-the-future', { occurredAt, now: draft.now });
  for (const cause of declared.notBefore ?? []) {
    const earlier = latestFact(draft.state, cause);
    if (earlier && occurredAt < earlier.occurredAt) {
      throw new Refusal('before-its-cause', { occurredAt, cause, causeOccurredAt: earlier.occurredAt });
    }
  }
}
