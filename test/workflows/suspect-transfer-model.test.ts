import { sides } from '../../domain/case/parties';
import * as fc from '../support/fast-check';
import { wishes } from './model/choose-command';
import { checkLaws } from './model/laws';
import { Ledger } from './model/ledger';
import { type Played, Try, Wait } from './model/moves';
import { record } from './model/record';
import { suspectTransferModel as model } from './model/suspect-transfer';
import { duties, preparation, TransferCase } from './transfer-case';

const hourMs = 3_600_000;

/** What so many runs come to: that the play goes deep, and takes and refuses everything, is checked too. */
const everyRunTogether = [
  ...['decide', 'recordFact', 'correctFact', 'rescind', 'reviseContent', 'sendMessage'].flatMap((type) => [
    `${type} taken`,
    `${type} refused`,
  ]),
  ...['endCase taken', 'suspend taken', 'resume taken', 'clockExpired', 'clockMet', 'factSuperseded'],
  ...['custodyEnded', 'stepCancelled', 'stepReopened', 'caseClosed', 'messageSent'],
  ...['arrest#2 arrested', 'papers-to-judge#2 detained', 'detention-order#2 ordered', 'release#1 released'],
  ...['handover-given#1 handed-over', 'handover-taken#1 taken-over', 'presentation#1 presented'],
];

const moves = fc.commands(
  [
    ...Array.from({ length: 5 }, () => wishes.map((wish) => new Try(wish))),
    fc
      .record({
        ms: fc.constantFrom(1, 60_000, hourMs, 5 * hourMs, 25 * hourMs, 240 * hourMs),
        untilDue: fc.option(fc.nat(5)),
      })
      .map((wish) => new Wait(wish)),
  ],
  { maxCommands: 150, size: 'max' },
);

/** How far a case has come when the play begins, so that the end is played as much as the beginning. */
const begins = fc.constantFrom('opened', 'opened', 'agreed', 'prepared');

function beginsWith(item: TransferCase, begin: string): string[] {
  if (begin === 'opened' || item.current.content.findings.length > 0) return [];
  const consul = item.current.content.foreignNational ? ['consular-notice'] : [];
  const prepared = begin === 'prepared' ? ['arrest', ...duties, ...consul, ...preparation] : [];
  return [...item.pathToAgreement, ...prepared];
}

const openings = fc.record({
  findings: fc.constantFrom([], [], ['minor']),
  gaps: fc.constantFrom([], ['photograph']),
  alreadyHeld: fc.boolean(),
  foreignNational: fc.boolean(),
});

describe('a suspect transfer, beside a model of it', () => {
  it('never does what the model forbids, whatever is tried in it', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...sides), openings, begins, moves, (side, opening, begin, commands) => {
        fc.modelRun(() => {
          const real = new TransferCase(side);
          const events = real.open(opening);
          const { content, creatorId } = real.current;
          const ledger = new Ledger(model.steps, creatorId, content, real.parties);
          for (const event of events) record(ledger, event, real.now);
          for (const step of beginsWith(real, begin)) {
            for (const event of real.go(step)) record(ledger, event, real.now);
          }
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
