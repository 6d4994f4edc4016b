import type { RequestDocuments } from '../../domain/case/commands';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { otherSideRule } from '../../domain/law/catalogue/house-rules';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { authorityOf, openVisitOf } from './find-step';
import { refuseImpossibleTime } from './record-fact';

/** One side asks the other for documents or information by a day that it sets: a round begins, with its limit. */
export function requestDocuments(draft: Draft, procedure: Procedure, command: RequestDocuments): Authority {
  const found = openVisitOf(draft.state, procedure, command.step);
  const { key, state, declared } = found;
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
  const rule = declared.asksOtherSide ? 'SET-BY-US' : otherSideRule;
  draft.add({
    type: 'clockStarted',
    key: `${rule}:${key}`,
    rule,
    trigger: occurredAt,
    zone,
    limitDate: answerBy,
    stepKey: key,
    ...(state.agencyCode === undefined ? {} : { agencyCode: state.agencyCode }),
    keptBy: null,
    terms: null,
  });
  return authorityOf(draft.state, found);
}
