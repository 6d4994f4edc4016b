import { assertNever } from '../../domain/assert-never';
import type { PastItem, PastSignOff } from '../../domain/case/past';
import { Refusal } from '../../domain/case/refusal';
import { decidedKinds } from '../../domain/procedures/decided-kinds';
import { closeStep } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { refuseImpossible } from './decide';
import { declarationOf, openVisitOf } from './find-step';
import { provideDocuments } from './provide-documents';
import { recordFact } from './record-fact';
import { requestDocuments } from './request-documents';
import { addSent, receiptOf } from './send-message';

/**
 * Adds what an item of the past says, through the code of the command that an officer would have given.
 *
 * @throws Refusal as that command
 */
export function takePastItem(draft: Draft, procedure: Procedure, officerId: string, item: PastItem): void {
  const person = { commandId: '', officerId };
  switch (item.kind) {
    case 'fact':
      refuseSignature(procedure, item.step);
      recordFact(draft, procedure, { ...item, ...person, type: 'recordFact' });
      return;
    case 'request':
      requestDocuments(draft, procedure, { ...item, ...person, type: 'requestDocuments' });
      return;
    case 'answer': {
      const { key, state } = openVisitOf(draft.state, procedure, item.step);
      const step = { key, openedSeq: state.openedSeq };
      provideDocuments(draft, procedure, { ...item, ...person, type: 'provideDocuments', step });
      return;
    }
    case 'sign-off':
      takeSignOff(draft, procedure, officerId, item);
      return;
    default:
      assertNever(item);
  }
}

/**
 * What somebody else signed elsewhere closes its step as a decision here would: a later edit of the content reopens
 * it, and the next signature is an officer's own.
 */
function takeSignOff(draft: Draft, procedure: Procedure, officerId: string, item: PastSignOff): void {
  const { step, outcome, decidedAt, note, proof } = item;
  const found = openVisitOf(draft.state, procedure, step);
  const { key, declared } = found;
  refuseImpossible(found, { outcome, reason: note }, [...decidedKinds, 'message']);
  if (declared.kind === 'message') {
    const receipt = receiptOf(draft, procedure, found);
    addSent(draft, found, { officerId, note, documents: proof }, { receipt });
  }
  draft.add({ type: 'signOffImported', key, step, outcome, decidedAt, officerId, note, proof });
  closeStep(draft, key, outcome, decidedAt);
}

/** Each side signs a protocol by an officer of its own: one who imports would sign for both. */
function refuseSignature(procedure: Procedure, step: string): void {
  const isSignature = declarationOf(procedure, step).signedWith !== undefined;
  if (isSignature) throw new Refusal('four-eyes', { why: 'other-signature' });
}
