import * as fc from '../support/fast-check';
import { type Between, forDocument, InformationCase, plain, sensitive } from './information-case';
import { wishes } from './model/choose-command';
import { informationExchangeModel as model } from './model/information-exchange';
import { checkLaws } from './model/laws';
import { Ledger } from './model/ledger';
import { type Played, Try, Wait } from './model/moves';
import { record } from './model/record';

const hourMs = 3_600_000;

/** What so many runs come to: that the play goes deep, and takes and refuses everything, is checked too. */
const everyRunTogether = [
  ...['decide', 'recordFact', 'correctFact', 'reviseContent', 'sendMessage', 'answerQuestion'].flatMap(
    (type) => [`${type} taken`, `${type} refused`],
  ),
  ...['rescind refused', 'endCase taken', 'suspend taken', 'resume taken', 'clockExpired', 'clockMet'],
  ...['stepReopened', 'stepCancelled', 'caseClosed', 'answerPrepared', 'clockRecomputed'],
  ...[
    'question#2 prepared',
    'question#1 refused',
    'answer-release#1 given-back',
    'answer-release#2 approved',
  ],
  ...['extension-decision#1 granted', 'extension-decision#1 refused', 'answer-overdue#1 explained'],
  ...['answer-abroad#2 answered', 'answer-dispatch#1 sent', 'question-withdrawal#1 withdrawn'],
];

const moves = fc.commands(
  [
    ...Array.from({ length: 5 }, () => wishes.map((wish) => new Try(wish))),
    fc
      .record({
        ms: fc.constantFrom(1, 60_000, hourMs, 25 * hourMs, 240 * hourMs),
        untilDue: fc.option(fc.nat(5)),
      })
      .map((wish) => new Wait(wish)),
  ],
  { maxCommands: 80, size: 'max' },
);

const betweens = fc.constantFrom<Between>('FED', 'KRG', 'abroad', 'from-abroad');
/** How far a case has come when the play begins, so that what comes late is played as much as what comes early. */
const begins = fc.constantFrom('opened', 'received', 'more-time');
const asked = fc.constantFrom([plain, sensitive, forDocument], [sensitive, sensitive], [plain]);

describe('an exchange of information, beside a model of it', () => {
  it('never does what the model forbids, whatever is tried in it', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(betweens, asked, begins, moves, (between, questions, begin, commands) => {
        fc.modelRun(() => {
          const real = new InformationCase(between, questions);
          const answerWithin = { amount: 10, unit: 'working-day', calendar: 'IQ' } as const;
          const opening = { inquiry: { answerWithin, questions } };
          if (begin === 'opened') real.open(opening);
          else real.received(opening);
          if (begin === 'more-time' && real.parties) real.go('extension-request');
          const { content, creatorId } = real.current;
          const ledger = new Ledger(model.steps, creatorId, content, real.parties ?? null);
          for (const event of real.events) record(ledger, event, real.now);
          checkLaws(ledger, model);
          const played: Played = { ledger, model, reached };
          return { model: played, real };
        }, commands);
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(everyRunTogether.filter((what) => !reached.has(what))).toEqual([]);
  });
});
