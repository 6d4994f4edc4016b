import type { Procedure } from '../../workflows/engine/procedure';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import * as fc from '../support/fast-check';
import { contentSummary, InMemoryCase, officers } from './in-memory-case';
import { wishes } from './model/choose-command';
import { checkLaws } from './model/laws';
import { Ledger } from './model/ledger';
import { type Played, Try, Wait } from './model/moves';
import { outgoingExtraditionModel } from './model/outgoing-extradition';
import type { ProcedureModel } from './model/procedure-model';
import { record } from './model/record';

const hourMs = 3_600_000;
const runs = 1_000;

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
  ],
  ...['endCase', 'suspend', 'resume'],
]
  .flatMap((type) => [`${type} taken`, `${type} refused`])
  .concat(
    ['clockExpired', 'clockMet', 'clockRecomputed', 'clockWarned', 'custodyEnded', 'factSuperseded'],
    ['stepCancelled', 'stepReopened', 'caseClosed'],
    [
      'reassign taken',
      'openCase refused',
      'release-expected#1 release-confirmed',
      'before-judge#1 presented',
    ],
    ['fact-correction#1 rejected', 'notice-of-decision#2 notified'],
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
  gaps: fc.constantFrom([], ['photograph']),
  urgency: fc.constantFrom('ordinary', 'provisional-arrest-requested', 'provisional-arrest-requested'),
});

describe.each([[outgoingExtraditionProcedure as Procedure, outgoingExtraditionModel]])(
  'a case of the $name, beside a model of it',
  (procedure: Procedure, model: ProcedureModel) => {
    it('never does what the model forbids, whatever is tried in it', () => {
      const reached = new Set<string>();
      fc.assert(
        fc.property(openings, moves, (opening, commands) => {
          fc.modelRun(() => {
            const real = new InMemoryCase(procedure, '2026-02-20T06:00:00.000Z');
            const ledger = new Ledger(procedure.steps, officers.liaison, contentSummary(opening));
            for (const event of real.open(opening)) record(ledger, event, real.now);
            checkLaws(ledger, model);
            const played: Played = { ledger, model, reached };
            return { model: played, real };
          }, commands);
        }),
        { numRuns: runs, endOnFailure: true },
      );
      expect(everyRunTogether.filter((what) => !reached.has(what))).toEqual([]);
    });
  },
);
