import { informationExchangeSteps } from '../../domain/procedures/information-exchange/steps';
import { type Between, InformationCase, plain, sensitive } from './information-case';
import { officerOf } from './transfer-case';
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

const ways: readonly Between[] = ['FED', 'KRG', 'abroad', 'from-abroad'];
const seen: Transitions = new Set();
const opened = new Set<string>();

function fork(item: InformationCase): InformationCase {
  const copy = new InformationCase(item.between, item.questions, item.now);
  copy.state = item.state;
  return copy;
}

/**
 * What a question comes to is said by its answer: that it is prepared follows. More time is not asked for again before
 * what was said so far is acknowledged, or there would be no end to it.
 */
function moves(item: InformationCase): Move[] {
  const isSaid = item.openSteps().some((key) => key.startsWith('message-receipt'));
  return movesOf(item).filter(
    ({ key, outcome }) => outcome !== 'prepared' && !(isSaid && key.startsWith('extension-request')),
  );
}

/** Every way from the opening to the end. */
function walkFrom(between: Between, questions: InformationCase['questions'], gaps: readonly string[]): void {
  const item = new InformationCase(between, questions);
  collect(item.open({ gaps }), seen);
  walk(item, { fork, movesOf: moves, take: (from, { key, outcome }) => from.do(key, outcome) }, seen);
}

/** A limit that passes, and what is said of it. */
function expiry(answer: string): void {
  const item = new InformationCase('FED', [plain]).received();
  collectOpened(item.passTimeUntil('2026-05-01T00:00:00.000Z'), opened);
  collect(item.go(`answer-overdue ${answer}`), seen);
}

/** What either side asks or corrects at any moment. */
function aside(): void {
  const item = new InformationCase('FED', [plain]).received();
  const { requesting } = item.parties ?? { requesting: { agencyCode: '' } };
  item.take({
    type: 'sendMessage',
    officerId: officerOf('liaison', requesting.agencyCode),
    agencyCode: requesting.agencyCode,
    step: null,
    kind: 'question',
    note: { id: 'note-1', hash: 'hash' },
    documents: [],
    contentHash: null,
  });
  collect(item.go('answer'), seen);
  adviceIn(item, seen);
  const abroad = new InformationCase('abroad', [plain]).received();
  for (const outcome of ['confirmed', 'rejected']) {
    const fact = abroad.current.steps['receipt-abroad#1']?.fact;
    if (!fact) throw new Error('nothing was received');
    abroad.take({
      type: 'correctFact',
      officerId: officerOf('liaison', null),
      factKey: 'receipt-abroad#1',
      fact: { ...fact, codes: [] },
      reason: { id: 'note-1', hash: 'hash' },
      details: null,
      proof: [],
    });
    collect(abroad.go(`fact-correction ${outcome}`), seen);
  }
}

describe('the declared steps of the information exchange and its code', () => {
  for (const between of ways) {
    walkFrom(between, [plain], []);
    walkFrom(between, [sensitive, plain], ['purpose']);
  }
  expiry('explained');
  expiry('still-missing');
  aside();

  itDeclares(informationExchangeSteps, seen, opened);
});
