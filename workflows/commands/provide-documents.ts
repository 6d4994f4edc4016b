import type { ProvideDocuments } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { DocumentRound } from '../../domain/case/state';
import { closeStep } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { authorityOf, openingOf } from './find-step';

/** What was asked for has been sent, in whole or in part; with the last item the round is answered. */
export function provideDocuments(draft: Draft, procedure: Procedure, command: ProvideDocuments): Authority {
  const found = openingOf(draft.state, procedure, command.step);
  const { key } = found;
  const { round } = found.state;
  if (!round) throw new Refusal('not-open', { step: key });
  refuseImpossible(draft, round, command);
  const { officerId, items, occurredAt } = command;
  draft.add({ type: 'documentsProvided', key, officerId, items, occurredAt });
  const answered = answeredAt(draft, key);
  if (answered !== null) closeStep(draft, key, 'answered', answered);
  return authorityOf(draft.state, found);
}

/** When the last of what was asked for was sent, whichever was recorded last; null while something is missing. */
function answeredAt(draft: Draft, key: string): string | null {
  const round = draft.state.steps[key]?.round;
  return round?.items.every((item) => round.provided.includes(item)) ? round.sentAt : null;
}

function refuseImpossible(
  draft: Draft,
  round: DocumentRound,
  { items, occurredAt, step }: ProvideDocuments,
): void {
  const strangers = items.map((entry) => entry.item).filter((item) => !round.items.includes(item));
  if (strangers.length > 0) throw new Refusal('item-not-asked', { step: step.key, items: strangers });
  if (occurredAt > draft.now) throw new Refusal('in-the-future', { occurredAt, now: draft.now });
  if (occurredAt < round.askedAt) {
    throw new Refusal('before-its-cause', {
      occurredAt,
      cause: 'documents-requested',
      causeOccurredAt: round.askedAt,
    });
  }
}
