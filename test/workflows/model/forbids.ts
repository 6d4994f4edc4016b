import type {
  AnswerQuestion,
  CorrectFact,
  Decide,
  ProvideDocuments,
  RecordFact,
  RequestDocuments,
  Rescind,
  ReviseContent,
  SendMessage,
} from '../../../domain/case/commands';
import type { FactRecord } from '../../../domain/case/events';
import type { StepDeclaration } from '../../../domain/procedures/step';
import type { GivenCommand } from '../in-memory-case';
import type { Ledger, ModelStep } from './ledger';

type Given<T> = Omit<T, 'commandId'>;

const decidedKinds = [
  'approval',
  'check',
  'followUp',
  'watch',
  'expiry',
  'correction',
  'crossCheck',
  'receipt',
  'advice',
];

/** While a case rests nobody signs or edits; what became of a passed limit is said, and a receipt given. */
function rests(ledger: Ledger, command: GivenCommand): boolean {
  switch (command.type) {
    case 'rescind':
    case 'reviseContent':
      return true;
    case 'decide':
      return !unresting(ledger, command.step.key);
    case 'sendMessage':
      return command.step !== null && declarationAt(ledger, command.step.key)?.sends === 'request';
    default:
      return false;
  }
}

function declarationAt(ledger: Ledger, key: string): StepDeclaration | undefined {
  return ledger.table[ledger.steps.get(key)?.step ?? ''];
}

/** Whether the step is one that an officer answers whatever rests. */
export function unresting(ledger: Ledger, key: string): boolean {
  const kind = declarationAt(ledger, key)?.kind;
  return kind === 'expiry' || kind === 'receipt' || kind === 'advice';
}

/** Whether a case must refuse a command; what it must not refuse it has to take. */
export function forbids(ledger: Ledger, command: GivenCommand, now: string): boolean {
  if (command.type === 'openCase' || ledger.outcome !== null) return true;
  if (ledger.suspended && rests(ledger, command)) return true;
  switch (command.type) {
    case 'decide':
      return forbidsDecision(ledger, command, now);
    case 'recordFact':
      return forbidsFact(ledger, command, now);
    case 'correctFact':
      return forbidsCorrection(ledger, command, now);
    case 'rescind':
      return forbidsRescission(ledger, command);
    case 'reviseContent':
      return forbidsEdit(ledger, command);
    case 'requestDocuments':
      return forbidsRequest(ledger, command, now);
    case 'provideDocuments':
      return forbidsAnswer(ledger, command, now);
    case 'sendMessage':
      return forbidsMessage(ledger, command, now);
    case 'answerQuestion':
      return forbidsQuestion(ledger, command);
    case 'linkCase':
      return command.to === 'case-1' || ledger.links.has(`${command.kind} ${command.to}`);
    case 'unlinkCase':
      return !ledger.links.has(`${command.kind} ${command.to}`);
    case 'addNote':
    case 'askAdvice':
      return ledger.parties !== null && !isParty(ledger, command.agencyCode);
    case 'endCase':
      if (ledger.latestFact('presentation') || isLent(ledger)) return true;
      return ledger.ending !== null || ledger.latestFact('surrender')?.outcome === 'surrendered';
    case 'suspend':
      return ledger.suspended;
    case 'resume':
      return !ledger.suspended;
    default:
      return false;
  }
}

/** Who was surrendered for a time is here. */
function isLent({ facts }: Ledger): boolean {
  const count = (step: string) => [...facts.values()].filter((entry) => entry.step === step).length;
  return count('temporary-surrender') > count('temporary-return');
}

/** Whether an officer may not sign at a step: its creator, its last editor, who signed at another stage. */
export function isExcluded(ledger: Ledger, step: string, officer: string | null): boolean {
  const declared = ledger.table[step];
  if (officer === null || (declared?.kind !== 'approval' && declared?.kind !== 'check')) return false;
  const elsewhere = ledger.signatures.some(
    (signature) =>
      signature.fourEyes &&
      signature.persons.includes(officer) &&
      signature.stage !== (declared.stage ?? step),
  );
  return officer === ledger.creatorId || officer === ledger.content.editorId || elsewhere;
}

function forbidsDecision(ledger: Ledger, command: Given<Decide>, now: string): boolean {
  const { outcome, reason, contentHash, officerId, actingForId } = command;
  const step = ledger.opening(command.step);
  const declared = ledger.table[step?.step ?? ''];
  if (!step || !declared || !decidedKinds.includes(declared.kind)) return true;
  if (!step.outcomes.includes(outcome) || contentHash !== ledger.content.hash) return true;
  if (reason === null && declared.reasonFor?.includes(outcome)) return true;
  const isWithheld = declared.needsItems?.some((item) => ledger.content.gaps.includes(item));
  if (isWithheld && outcome === 'approved') return true;
  const preparer = ledger.prepared.get(`${declared.releases}#${command.step.key.split('#')[1]}`);
  const excluded = [officerId, actingForId].some(
    (officer) => isExcluded(ledger, step.step, officer) || (officer !== null && officer === preparer),
  );
  const askedBy = ledger.askers.get(command.step.key) ?? '';
  if ([officerId, actingForId].includes(askedBy)) return true;
  const correction = ledger.pending.get(command.step.key);
  if (!correction) return excluded;
  if ([officerId, actingForId].includes(correction.officerId)) return true;
  return outcome === 'confirmed' && isOutOfOrder(ledger, correction.factKey, correction.fact, now);
}

function openVisit(ledger: Ledger, step: string, visit?: number): ModelStep | undefined {
  const isMeant = (key: string) => visit === undefined || key === `${step}#${visit}`;
  return [...ledger.steps].find(
    ([key, open]) => open.step === step && open.outcome === null && isMeant(key),
  )?.[1];
}

function forbidsFact(ledger: Ledger, command: Given<RecordFact>, now: string): boolean {
  const { step, fact, proof } = command;
  const open = openVisit(ledger, step, command.visit);
  const declared = ledger.table[step];
  if (!open || declared?.kind !== 'fact' || !open.outcomes.includes(fact.outcome)) return true;
  if (declared.proof === 'required' && proof.length === 0) return true;
  if (declared.limitDate === 'required' && fact.limitDate === null) return true;
  if (signedOtherwise(ledger, open, command)) return true;
  return fact.occurredAt > now || isBeforeItsCauses(ledger, step, fact);
}

/** Whether the officer has given the other side's signature under the same protocol. */
function signedOtherwise(ledger: Ledger, open: ModelStep, { officerId }: Given<RecordFact>): boolean {
  const [, visit] = [...ledger.steps].find(([, step]) => step === open)?.[0].split('#') ?? [];
  const other = ledger.table[open.step]?.signedWith;
  return other !== undefined && ledger.facts.get(`${other}#${visit}`)?.officerId === officerId;
}

function isParty({ parties }: Ledger, agencyCode: string): boolean {
  return [parties?.requesting, parties?.requested].some((party) => party?.agencyCode === agencyCode);
}

/** Whether a side may not say something: for a step of the other side, or before the request has reached it. */
function forbidsMessage(ledger: Ledger, command: Given<SendMessage>, now: string): boolean {
  const { step, agencyCode, contentHash } = command;
  const { content } = ledger;
  if (!isParty(ledger, agencyCode)) return true;
  if (step === null) return content.alreadyHeld !== true && !isSent(ledger);
  const open = ledger.opening(step);
  const declared = ledger.table[open?.step ?? ''];
  if (declared?.kind !== 'message' || open?.agencyCode !== agencyCode) return true;
  if (declared.sends === 'request' && contentHash !== content.hash) return true;
  const { outcome = declared.outcomes[0] ?? '', codes = [], limitDate = null, note } = command;
  if (!open.outcomes.includes(outcome)) return true;
  if (declared.reasonFor?.includes(outcome) && lacksReason(declared.codes, codes, note)) return true;
  if (declared.limitDate === 'required' && limitDate === null) return true;
  return declared.extends !== undefined && limitDate !== null && isNoMoreTime(ledger, limitDate, now);
}

function lacksReason(known: readonly string[] | undefined, codes: readonly string[], note: unknown): boolean {
  return (
    note === null ||
    (known !== undefined && !(codes.length > 0 && codes.every((code) => known.includes(code))))
  );
}

/** More time is asked for while there is some. */
function isNoMoreTime(ledger: Ledger, limitDate: string, now: string): boolean {
  const limit = [...ledger.clocks.values()].find(
    ({ rule, settled }) => rule.startsWith('SET-BY-ASK') && !settled,
  );
  return !limit || limit.dueAt <= now || limitDate <= (limit.lastDay ?? limit.dueAt.slice(0, 10));
}

/** Whether a question cannot be answered so: withdrawn, over, or with less than it asks for. */
function forbidsQuestion(
  ledger: Ledger,
  { step, outcome, codes, note, documents }: Given<AnswerQuestion>,
): boolean {
  const open = ledger.opening(step);
  const number = Number(step.key.split('#')[1]);
  const asked = ledger.content.inquiry?.questions[number - 1];
  const declared = ledger.table[open?.step ?? ''];
  if (!open || !asked || declared?.kind !== 'question') return true;
  if (outcome === 'refused') return lacksReason(declared.codes, codes, note);
  return documents.length === 0 && (asked.document || note === null);
}

function isSent(ledger: Ledger): boolean {
  return Object.keys(ledger.table).some(
    (step) => ledger.table[step]?.sends === 'request' && ledger.hasHappened(step),
  );
}

function isBeforeItsCauses(ledger: Ledger, step: string, { occurredAt }: { occurredAt: string }): boolean {
  const causes = ledger.table[step]?.notBefore ?? [];
  return causes.some((cause) => (ledger.latestFact(cause)?.occurredAt ?? occurredAt) > occurredAt);
}

function isOutOfOrder(ledger: Ledger, factKey: string, { occurredAt }: FactRecord, now: string): boolean {
  const { causes, effects } = ledger.neighbours(factKey);
  const tooEarly = causes.some((cause) => cause.occurredAt > occurredAt);
  return occurredAt > now || tooEarly || effects.some((effect) => effect.occurredAt < occurredAt);
}

function forbidsCorrection(ledger: Ledger, { factKey, fact }: Given<CorrectFact>, now: string): boolean {
  const known = ledger.facts.get(factKey);
  if (!known || known.fact.outcome !== fact.outcome || known.fact.signs !== undefined) return true;
  if (ledger.table[known.step]?.limitDate === 'required' && fact.limitDate === null) return true;
  const isPending = [...ledger.pending.values()].some((correction) => correction.factKey === factKey);
  return isPending || isOutOfOrder(ledger, factKey, fact, now);
}

function forbidsRescission(ledger: Ledger, { step: { key, openedSeq }, officerId }: Given<Rescind>): boolean {
  const step = ledger.steps.get(key);
  const declared = ledger.table[step?.step ?? ''];
  if (!step || step.openedSeq !== openedSeq || step.outcome === null) return true;
  if (declared?.kind !== 'approval') return true;
  const signature = ledger.signatures.findLast((candidate) => candidate.key === key);
  if (signature?.officerId !== officerId) return true;
  return declared.actedOnBy !== undefined && ledger.hasHappened(declared.actedOnBy);
}

function forbidsEdit(ledger: Ledger, { content }: Given<ReviseContent>): boolean {
  const isNext = content.version === ledger.content.version + 1;
  const isFixed = Object.keys(ledger.table).some(
    (step) => ledger.table[step]?.fixesContent && ledger.hasHappened(step),
  );
  return !isNext || content.blocking.length > 0 || isFixed;
}

function forbidsRequest(ledger: Ledger, command: Given<RequestDocuments>, now: string): boolean {
  const { step, occurredAt, answerBy } = command;
  const open = openVisit(ledger, step);
  if (!open || ledger.table[step]?.kind !== 'documentRequest') return true;
  const asked = [...ledger.rounds.keys()].some((key) => ledger.steps.get(key) === open);
  if (asked || occurredAt > now || isBeforeItsCauses(ledger, step, { occurredAt })) return true;
  return answerBy < occurredAt.slice(0, 10);
}

function forbidsAnswer(ledger: Ledger, command: Given<ProvideDocuments>, now: string): boolean {
  const { step, items, occurredAt } = command;
  const round = ledger.opening(step) && ledger.rounds.get(step.key);
  if (!round || items.some(({ item }) => !round.items.includes(item))) return true;
  return occurredAt > now || occurredAt < round.askedAt;
}
