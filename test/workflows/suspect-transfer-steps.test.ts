import type { EventBody } from '../../domain/case/events';
import { type Side, sides } from '../../domain/case/parties';
import type { StepDeclaration } from '../../domain/procedures/step';
import { custodySteps } from '../../domain/procedures/suspect-transfer/custody-steps';
import { suspectTransferSteps } from '../../domain/procedures/suspect-transfer/steps';
import { duties, officerOf, preparation, TransferCase } from './transfer-case';
import {
  adviceIn,
  collect,
  collectOpened,
  itDeclares,
  type Move,
  movesOf,
  type Transitions,
  walk,
} from './walk';

const steps: Readonly<Record<string, StepDeclaration>> = suspectTransferSteps;

/** The second signature of a protocol is under the same hour as the first, or under one of its own. */
interface TransferMove extends Move {
  readonly at?: string;
}

function take(item: TransferCase, { key, outcome, at }: TransferMove): EventBody[] {
  return item.do(key, outcome, at);
}

function withHours(item: TransferCase, moves: readonly Move[]): TransferMove[] {
  return moves.flatMap((move) => {
    const [step = '', visit] = move.key.split('#');
    const first = item.current.steps[`${steps[step]?.signedWith}#${visit}`]?.fact;
    return first ? [move, { ...move, at: first.occurredAt }] : [move];
  });
}

const stepOf = ({ key }: Move) => key.replace(/#.*/, '');
const isAside = (move: Move) => steps[stepOf(move)]?.aside === true;

/** What the papers, the handover and the end are made of: everything but what goes on beside each other in custody. */
function movesOfPapers(item: TransferCase): TransferMove[] {
  const moves = movesOf(item).filter((move) => !isAside(move) && !(stepOf(move) in custodySteps));
  return withHours(item, moves);
}

/** An order may be renewed at any time. */
const sideBySide = [...duties, 'consular-notice', ...preparation].filter(
  (step) => step !== 'detention-order',
);

/** Of what goes on side by side, in whichever order, one after another is done and at most one is left for the end. */
function movesOfCustody(item: TransferCase): TransferMove[] {
  const moves = movesOf(item).filter((move) => !isAside(move));
  const open = sideBySide.filter((step) => moves.some((move) => stepOf(move) === step)).slice(0, 2);
  return withHours(
    item,
    moves.filter((move) => !sideBySide.includes(stepOf(move)) || open.includes(stepOf(move))),
  );
}

interface Transfer {
  readonly side: Side;
  readonly seen: Transitions;
}

function begun({ side, seen }: Transfer, changes: object, path: readonly string[]): TransferCase {
  const item = new TransferCase(side);
  collect(item.open(changes), seen);
  go(item, path, seen);
  return item;
}

function go(item: TransferCase, path: readonly string[], seen: Transitions): void {
  for (const entry of path) collect(item.go(entry), seen);
}

const known = { alreadyHeld: true };

/** The papers while nobody is held, while somebody is, and while it is only said so. */
function papers(transfer: Transfer): void {
  const custody = ['arrest', ...duties];
  const starts = [begun(transfer, {}, []), begun(transfer, known, []), begun(transfer, known, custody)];
  starts.push(begun(transfer, { ...known, findings: ['minor'], gaps: ['photograph'] }, custody));
  for (const start of starts) {
    walk(start, { fork, movesOf: movesOfPapers, take }, transfer.seen);
  }
}

/** Custody with and without the approvals, from the arrest to the court and back. */
function custody(transfer: Transfer): void {
  const { pathToAgreement, pathToTransmission } = new TransferCase(transfer.side);
  const agreed = begun(transfer, { foreignNational: transfer.side === 'FED' }, pathToAgreement);
  for (const start of [agreed, begun(transfer, known, pathToTransmission)]) {
    walk(start, { fork, movesOf: movesOfCustody, take }, transfer.seen);
  }
}

function fork(item: TransferCase): TransferCase {
  const other = new TransferCase(item.parties.requesting.side, item.now);
  other.state = item.state;
  return other;
}

/** The steps that a limit opens when it passes: they follow from time and not from a step. Each is answered. */
function expirySteps(transfer: Transfer, opened: Set<string>, answer: number): void {
  const { seen } = transfer;
  const item = begun(transfer, known, ['arrest']);
  const letPass = (hours: number) => {
    const until = new Date(Date.parse(item.now) + hours * 3_600_000).toISOString();
    collectOpened(item.passTimeUntil(until), opened);
    for (const key of item.openSteps()) {
      const { kind, outcomes } = item.current.steps[key] ?? { kind: 'fact', outcomes: [] };
      const outcome = outcomes[answer % outcomes.length] ?? '';
      if (kind === 'expiry') collect(item.do(key, outcome), seen);
    }
  };
  letPass(49);
  go(item, duties, seen);
  letPass(16 * 24);
  go(item, ['detention-order'], seen);
  letPass(16 * 24);
  letPass(180 * 24);
  go(item, [...item.pathToAgreement, ...preparation], seen);
  letPass(25);
}

/** What either side asks, tells or corrects at any moment. */
function aside(transfer: Transfer): void {
  const item = begun(transfer, known, ['arrest']);
  const { requesting, requested } = item.parties;
  const officerId = officerOf('liaison', requesting.agencyCode);
  item.take({
    type: 'sendMessage',
    officerId,
    agencyCode: requesting.agencyCode,
    step: null,
    kind: 'question',
    note: { id: 'note-1', hash: 'hash' },
    documents: [],
    contentHash: null,
  });
  go(item, ['answer', 'message-receipt', 'message-receipt'], transfer.seen);
  const fact = item.current.steps['arrest#1']?.fact;
  if (!fact) throw new Error('nobody was arrested');
  for (const outcome of ['confirmed', 'rejected']) {
    item.take({
      type: 'correctFact',
      officerId: officerOf('liaison', requested.agencyCode),
      factKey: 'arrest#1',
      fact: { ...fact, occurredAt: '2026-03-20T05:00:00.000Z' },
      reason: { id: 'note-1', hash: 'hash' },
      details: null,
      proof: [],
    });
    go(item, [`fact-correction ${outcome}`], transfer.seen);
  }
  adviceIn(item, transfer.seen);
}

describe('the declared steps of the suspect transfer and its code', () => {
  const seen: Transitions = new Set();
  const opened = new Set<string>();
  for (const side of sides) {
    const transfer = { side, seen };
    papers(transfer);
    custody(transfer);
    for (const answer of [0, 1, 2]) expirySteps(transfer, opened, answer);
    aside(transfer);
  }

  itDeclares(steps, seen, opened);
});
