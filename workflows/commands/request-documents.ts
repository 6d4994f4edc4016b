import type { RequestDocuments } from '../../domain/case/commands';
import { Refusal } from '../../domain/case/refusal';
import type { Role } from '../../domain/permissions/roles';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { openVisitOf } from './find-step';
import { refuseImpossibleTime } from './record-fact';

/** The other side asks for documents or information by a day that it sets: a round begins, with its limit. */
export function requestDocuments(draft: Draft, procedure: Procedure, command: RequestDocuments): Role {
  const { key, state, declared } = openVisitOf(draft.state, procedure, command.step);
  if (declared.kind !== 'documentRequest') throw new Refusal('not-open', { step: key });
  if (state.round) throw new Refusal('already-asked', { step: key });
  refuseImpossibleTime(draft, declared, command.occurredAt);
  const { officerId, items, answerBy, zone, occurredAt, details, proof } = command;
  draft.add({
    type: 'documentsRequested',
    key,
    officerId,
    items,
    answerBy,
    zone,
    occurredAt,
    details,
    proof,
  });
  draft.add({
    type: 'clockStarted',
    key: `SET-BY-OTHER-SIDE:${key}`,
    rule: 'SET-BY-OTHER-SIDE',
    trigger: occurredAt,
    zone,
    limitDate: answerBy,
    stepKey: key,
    keptBy: null,
    terms: null,
  });
  return declared.role;
}
