import type { RecordFact } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { latestTimeOf } from '../../domain/case/state';
import type { StepDeclaration } from '../../domain/procedures/step';
import { closeStep, settleKeptClocks } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { authorityOf, type FoundStep, openVisitOf } from './find-step';

/**
 * What happened outside, recorded by an officer. Whether a limit was kept is judged on when it happened, not on when
 * it was recorded.
 */
export function recordFact(draft: Draft, procedure: Procedure, command: RecordFact): Authority {
  const found = openVisitOf(draft.state, procedure, command.step, command.visit);
  refuseImpossible(draft, found, command);
  const { officerId, fact, details, proof } = command;
  const { key } = found;
  draft.add({ type: 'factRecorded', key, step: command.step, officerId, fact, details, proof });
  closeStep(draft, key, fact.outcome, fact.occurredAt);
  settleKeptClocks(draft);
  return authorityOf(draft.state, found);
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
  refuseOneHand(draft, state, declared, command.officerId);
  refuseImpossibleTime(draft, declared, command.fact.occurredAt);
}

/** A protocol is signed by an officer of each side; one who came from the other side does not sign for both. */
function refuseOneHand(
  draft: Draft,
  { visit }: FoundStep['state'],
  { signedWith }: StepDeclaration,
  officerId: string,
): void {
  const other = signedWith === undefined ? undefined : draft.state.steps[`${signedWith}#${visit}`];
  if (other?.recordedBy === officerId) throw new Refusal('four-eyes', { why: 'other-signature' });
}

/** @throws Refusal when the event lies in the future, or before an event that must have come first */
export function refuseImpossibleTime(draft: Draft, declared: StepDeclaration, occurredAt: string): void {
  refuseFuture(draft, occurredAt);
  for (const cause of declared.notBefore ?? []) {
    const causeOccurredAt = latestTimeOf(draft.state, cause);
    if (causeOccurredAt !== null && occurredAt < causeOccurredAt) {
      throw new Refusal('before-its-cause', { occurredAt, cause, causeOccurredAt });
    }
  }
}

/** @throws Refusal when the event lies in the future */
export function refuseFuture(draft: Draft, occurredAt: string): void {
  if (occurredAt > draft.now) throw new Refusal('in-the-future', { occurredAt, now: draft.now });
}
