import * as fc from '../support/fast-check';
import { wishes } from './model/choose-command';
import { checkLaws } from './model/laws';
import { Ledger } from './model/ledger';
import { type Played, Try, Wait } from './model/moves';
import { outgoingExtraditionModel as model } from './model/outgoing-extradition';
import { record } from './model/record';
import { OutgoingCase, regional } from './outgoing-case';

const hourMs = 3_600_000;
const runs = 500;

/** What so many runs come to: that the play goes deep, and takes and refuses everything, is checked too. */
const everyRunTogether = [
  ...[
    'decide',
    'recordFact',
    'correctFact',
    'rescind',
    'reviseContent',
    'requestDocuments',
    'provideDocuments',
    'sendMessage',
  ],
  ...['endCase', 'suspend', 'resume'],
]
  .flatMap((type) => [`${type} taken`, `${type} refused`])
  .concat(
    ['clockExpired', 'clockMet', 'clockRecomputed', 'clockWarned', 'custodyEnded', 'factSuperseded'],
    ['stepCancelled', 'stepReopened', 'caseClosed', 'messageSent'],
    ['reassign taken', 'openCase refused'],
    ['release-expected#1 release-confirmed', 'before-judge#1 presented', 'fact-correction#1 rejected'],
    ['regional-transmission#1 sent', 'conditions-review#1 accepted', 'surrender-date#2 agreed'],
    ['temporary-return#1 brought-back', 'provisional-arrest#2 arrested', 'prosecution-there#1 taken-up'],
    ['answer-date-extended#1 extended', 'transit-consent#1 given', 'deduction#1 told'],
    ['arrival#1 escaped', 'before-judge#1 died', 'escape-follow-up#1 search-ended', 'death#1 died'],
  );

const moves = fc.commands(
  [
    ...Array.from({ length: 4 }, () => wishes.map((wish) => new Try(wish))),
    fc
      .record({
        ms: fc.constantFrom(1, 60_000, 5 * hourMs, 25 * hourMs, 240 * hourMs, 1_000 * hourMs + 1),
        untilDue: fc.option(fc.nat(5)),
      })
      .map((wish) => new Wait(wish)),
  ],
  { maxCommands: 150, size: 'max' },
);

const openings = fc.record({
  findings: fc.constantFrom([], [], ['minor']),
  gaps: fc.constantFrom([], ['photograph'], ['assurance-no-death-penalty']),
  urgency: fc.constantFrom('ordinary', 'provisional-arrest-requested', 'provisional-arrest-requested'),
});
type Opening = typeof openings extends fc.Arbitrary<infer T> ? T : never;

/** How far a case has come when the play begins, so that the end is played as much as the beginning. */
const toDecision = ['opinion', 'judgment'];
const begins: readonly (readonly string[])[] = [
  [],
  [],
  [...toDecision, 'decision granted speciality', 'conditions-review', 'notice-of-decision'],
  [...toDecision, 'decision granted', 'notice-of-decision postponed'],
  [...toDecision, 'decision granted', 'notice-of-decision postponed', 'temporary-surrender', 'arrival'],
  [...toDecision, 'decision refused nationality'],
];

function begun(isRegional: boolean, opening: Opening, path: readonly string[]): [OutgoingCase, Ledger] {
  const real = new OutgoingCase(isRegional ? { parties: regional } : {});
  const events = real.open(opening);
  const { content, creatorId } = real.current;
  const ledger = new Ledger(model.steps, creatorId, content, real.parties);
  for (const event of events) record(ledger, event, real.now);
  const canBegin = opening.findings.length === 0 && !String(opening.gaps).includes('assurance');
  for (const step of canBegin && path.length > 0 ? [...real.pathToReceipt, ...path] : []) {
    for (const event of real.go(step)) record(ledger, event, real.now);
  }
  return [real, ledger];
}

describe('an outgoing extradition, beside a model of it', () => {
  it('never does what the model forbids, whatever is tried in it', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.boolean(),
        openings,
        fc.constantFrom(...begins),
        moves,
        (isRegional, opening, path, commands) => {
          fc.modelRun(() => {
            const [real, ledger] = begun(isRegional, opening, path);
            checkLaws(ledger, model);
            const played: Played = { ledger, model, reached };
            return { model: played, real };
          }, commands);
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    expect(everyRunTogether.filter((what) => !reached.has(what))).toEqual([]);
  });
});
