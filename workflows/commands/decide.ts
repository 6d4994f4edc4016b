import type { Decide } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import { excludedFrom } from '../../domain/permissions/four-eyes';
import { decidedKinds, signedKinds } from '../../domain/procedures/decided-kinds';
import { closeStep } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { applyCorrection } from './correct-fact';
import { authorityOf, type FoundStep, openingOf } from './find-step';
import { refusePreparer, releaseAnswer } from './release-answer';

/** A person's decision on an open step: sign-off or refusal, a check's answer, a follow-up, the end of a watch. */
export function decide(draft: Draft, procedure: Procedure, command: Decide): Authority {
  const found = openingOf(draft.state, procedure, command.step);
  const fourEyes = signedKinds.includes(found.declared.kind);
  refuseImpossible(found, command);
  refuseIncomplete(found, command, draft.state.content.gaps);
  if (command.contentHash !== draft.state.content.hash) {
    throw new Refusal('content-changed', { version: draft.state.content.version });
  }
  const stage = found.declared.stage ?? found.state.step;
  if (fourEyes) refuseExcluded(draft.state, stage, command);
  if (found.declared.releases) refusePreparer(draft.state, found, command);
  if (found.declared.kind === 'correction') refuseProposer(draft.state, found.key, command);
  if (found.declared.kind === 'advice') refuseAsker(found, command);
  const { outcome, officerId, actingForId, reason, contentHash } = command;
  draft.add({
    type: 'decisionMade',
    key: found.key,
    stage,
    fourEyes,
    outcome,
    officerId,
    actingForId,
    reason,
    contentHash,
  });
  if (found.declared.kind === 'correction' && outcome === 'confirmed')
    applyCorrection(draft, procedure, found.key);
  closeStep(draft, found.key, outcome, draft.now);
  if (found.declared.releases) releaseAnswer(draft, procedure, found, command);
  return authorityOf(draft.state, found);
}

/** @throws Refusal when the step is not of these kinds, or does not end with this outcome, or not without a reason */
export function refuseImpossible(
  { key, state, declared }: FoundStep,
  command: Pick<Decide, 'outcome' | 'reason'>,
  kinds = decidedKinds,
): void {
  if (!kinds.includes(declared.kind)) throw new Refusal('not-open', { step: key });
  if (!state.outcomes.includes(command.outcome)) {
    throw new Refusal('unknown-outcome', { step: key, possible: state.outcomes });
  }
  if (declared.reasonFor?.includes(command.outcome) && command.reason === null) {
    throw new Refusal('reason-missing', { step: key, outcome: command.outcome });
  }
}

/** An approval that rests on items of the request, such as an assurance, is not given without them. */
function refuseIncomplete({ key, declared }: FoundStep, { outcome }: Decide, gaps: readonly string[]): void {
  const missing = gaps.filter((item) => declared.needsItems?.includes(item));
  if (outcome === 'approved' && missing.length > 0)
    throw new Refusal('items-missing', { step: key, items: missing });
}

/** A correction is confirmed by a second person. */
function refuseProposer(state: CaseState, key: string, { officerId, actingForId }: Decide): void {
  const proposer = state.corrections[key]?.officerId;
  if (proposer === officerId || proposer === actingForId) throw new Refusal('four-eyes', { why: 'proposer' });
}

/** Nobody advises himself. */
function refuseAsker({ state: { askedBy } }: FoundStep, { officerId, actingForId }: Decide): void {
  if (askedBy === officerId || askedBy === actingForId) throw new Refusal('four-eyes', { why: 'asker' });
}

/** A substitute inherits the exclusions of both persons. */
function refuseExcluded(state: CaseState, stage: string, { officerId, actingForId }: Decide): void {
  const signers = {
    creatorId: state.creatorId,
    lastEditorId: state.content.editorId,
    earlier: state.decisions.filter((decision) => decision.fourEyes),
  };
  for (const person of [officerId, actingForId]) {
    const exclusion = person === null ? null : excludedFrom(stage, person, signers);
    if (exclusion) throw new Refusal('four-eyes', { why: exclusion });
  }
}
