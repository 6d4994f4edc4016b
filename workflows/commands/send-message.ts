import type { SendMessage } from '../../domain/case/commands';
import type { Said } from '../../domain/case/events';
import { type Authority, partyOf } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { hasHappened } from '../../domain/case/state';
import { answerStep, receiptStep } from '../../domain/procedures/aside-steps';
import { closeStep } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import { openAside } from '../engine/open-aside';
import type { Procedure } from '../engine/procedure';
import { authorityOf, type FoundStep, openingOf } from './find-step';
import { saidBy } from './said-by';

/**
 * One side gives the other something, and the other side is asked to say that it has it. A question opens a step for
 * its answer as well.
 */
export function sendMessage(draft: Draft, procedure: Procedure, command: SendMessage): Authority {
  const { officerId, note, documents, agencyCode } = command;
  const { from, to } = waysOf(draft, agencyCode);
  if (command.step !== null) return sendByStep(draft, procedure, command);
  refuseUnshared(draft, procedure);
  const key = openAside(draft, procedure, receiptStep, to);
  const kind = command.kind ?? 'information';
  draft.add({
    type: 'messageSent',
    key,
    kind,
    from,
    to,
    officerId,
    note,
    documents,
    contentVersion: null,
    answers: null,
  });
  if (kind === 'question') openAside(draft, procedure, answerStep, to);
  return { role: 'liaison', agencyCode: from };
}

/** A step of the sequence that sends something, or the answer to a question. */
function sendByStep(draft: Draft, procedure: Procedure, command: SendMessage): Authority {
  const found = openingOf(draft.state, procedure, command.step ?? { key: '', openedSeq: 0 });
  const { key, declared, state } = found;
  if (declared.kind !== 'message' || state.agencyCode !== command.agencyCode) {
    throw new Refusal('not-open', { step: key });
  }
  if (declared.sends === 'request') refuseUnread(draft, command);
  const said = saidBy(draft, found, command);
  closeStep(draft, key, said?.outcome ?? declared.outcomes[0] ?? '', draft.now);
  addSent(draft, found, command, { receipt: receiptOf(draft, procedure, found), said });
  return authorityOf(draft.state, found);
}

/**
 * Adds that a step has sent what it is there to send. The request goes out with its documents, whoever names others
 * beside them.
 */
export function addSent(
  draft: Draft,
  { key, declared, state }: FoundStep,
  { officerId, note, documents }: Pick<SendMessage, 'officerId' | 'note' | 'documents'>,
  { receipt = `${declared.receipt}#${state.visit}`, said }: Sent = {},
): void {
  const { content } = draft.state;
  const { from, to } = waysOf(draft, state.agencyCode ?? '');
  const kind = declared.sends ?? 'information';
  const isRequest = kind === 'request';
  draft.add({
    type: 'messageSent',
    key: receipt,
    kind,
    from,
    to,
    officerId,
    note,
    documents: isRequest ? [...content.documents, ...documents] : documents,
    contentVersion: isRequest ? content.version : null,
    answers: kind === 'answer' ? key : null,
    ...(said === undefined ? {} : { said }),
  });
}

/** What comes with a message beside its words. */
interface Sent {
  /** The step by which it is acknowledged, where the sequence has none for it. */
  readonly receipt?: string | undefined;
  readonly said?: Said | undefined;
}

/** The step by which the other side says that it has it: opened here where the sequence has none. */
export function receiptOf(
  draft: Draft,
  procedure: Procedure,
  { declared, state }: FoundStep,
): string | undefined {
  if (declared.receipt !== undefined) return undefined;
  return openAside(draft, procedure, receiptStep, waysOf(draft, state.agencyCode ?? '').to);
}

/** From the agency to the other one of the case. @throws Refusal `no-other-side` where there is none */
function waysOf({ state }: Draft, agencyCode: string): { readonly from: string; readonly to: string } {
  const { parties } = state;
  const sender = parties && partyOf(parties, agencyCode);
  if (!parties || !sender) throw new Refusal('no-other-side');
  const { requesting, requested } = parties;
  return { from: agencyCode, to: sender === requesting ? requested.agencyCode : requesting.agencyCode };
}

/** The other side does not learn of a case by a question before the request itself has reached it. */
function refuseUnshared({ state }: Draft, { steps }: Procedure): void {
  const isSent = Object.keys(steps).some(
    (step) => steps[step]?.sends === 'request' && hasHappened(state, step),
  );
  const isShared = state.content.alreadyHeld === true || isSent;
  if (!isShared) throw new Refusal('not-transmitted');
}

function refuseUnread({ state }: Draft, { contentHash }: SendMessage): void {
  const { hash, version } = state.content;
  if (contentHash !== hash) throw new Refusal('content-changed', { version });
}
