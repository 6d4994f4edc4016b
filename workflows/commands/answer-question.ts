import type { AnswerQuestion } from '../../domain/case/commands';
import type { AskedQuestion } from '../../domain/case/events';
import type { Authority } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import type { CaseState } from '../../domain/case/state';
import { closeStep } from '../engine/close-step';
import type { Draft } from '../engine/draft';
import type { Procedure } from '../engine/procedure';
import { reopenStep } from '../engine/reopen-step';
import { authorityOf, declarationOf, type FoundStep, openingOf } from './find-step';
import { refuseWithoutReason } from './said-by';
import { addSent, receiptOf } from './send-message';

/**
 * Answers one question, or refuses it. Between two sides it leaves as a message at once, unless it has to be released
 * first. To an authority abroad it is only made ready: that it went out is recorded as a fact.
 */
export function answerQuestion(draft: Draft, procedure: Procedure, command: AnswerQuestion): Authority {
  refuseWithdrawn(draft.state, procedure, command.step.key);
  const found = openingOf(draft.state, procedure, command.step);
  const asked = draft.state.content.inquiry?.questions[found.state.visit - 1];
  if (found.declared.kind !== 'question' || !asked) throw new Refusal('not-open', { step: found.key });
  refuseIncomplete(found, asked, command);
  if (command.outcome === 'answered' && asked.release) prepare(draft, procedure, found, command);
  else if (draft.state.parties) send(draft, procedure, found, command);
  else {
    addPrepared(draft, found, command, null);
    closeStep(draft, found.key, command.outcome, draft.now);
  }
  return authorityOf(draft.state, found);
}

/** What is no longer asked cannot be answered: it is said so, and not that no such step is open. */
function refuseWithdrawn(state: CaseState, procedure: Procedure, key: string): void {
  const [step = '', number] = key.split('#');
  const { asked } = declarationOf(procedure, step);
  const [one, all] = asked?.withdrawals ?? [];
  const withdrawn = [`${one}#${number}`, `${all}#1`].some((name) => state.steps[name]?.outcome);
  if (asked && withdrawn) throw new Refusal('question-withdrawn', { question: Number(number) });
}

function refuseIncomplete(found: FoundStep, asked: AskedQuestion, command: AnswerQuestion): void {
  const { outcome, codes, note, documents } = command;
  if (outcome === 'refused') {
    refuseWithoutReason(found, { outcome, codes, note });
    return;
  }
  const step = found.key;
  if (asked.document && documents.length === 0) throw new Refusal('document-missing', { step });
  if (note === null && documents.length === 0) throw new Refusal('answer-missing', { step });
}

function send(draft: Draft, procedure: Procedure, found: FoundStep, command: AnswerQuestion): void {
  const { outcome, codes } = command;
  const { key } = found;
  closeStep(draft, key, outcome, draft.now);
  const said = { key, outcome, codes, limitDate: null };
  addSent(draft, found, command, { receipt: receiptOf(draft, procedure, found), said });
}

/** The answer waits for its release. One that was returned is released anew. */
function prepare(draft: Draft, procedure: Procedure, found: FoundStep, command: AnswerQuestion): void {
  const release = `${found.declared.asked?.release}#${found.state.visit}`;
  addPrepared(draft, found, command, release);
  closeStep(draft, found.key, 'prepared', draft.now);
  if (draft.state.steps[release]) reopenStep(draft, procedure, release);
}

function addPrepared(
  draft: Draft,
  { key }: FoundStep,
  command: AnswerQuestion,
  release: string | null,
): void {
  const { officerId, note, documents, codes } = command;
  draft.add({ type: 'answerPrepared', key, officerId, note, documents, codes, release });
}
