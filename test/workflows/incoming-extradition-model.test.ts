import * as fc from '../support/fast-check';
import { IncomingCase, owed, toTheGrant } from './incoming-case';
import { wishes } from './model/choose-command';
import { incomingExtraditionModel as model } from './model/incoming-extradition';
import { checkLaws } from './model/laws';
import { Ledger } from './model/ledger';
import { type Played, Try, Wait } from './model/moves';
import { record } from './model/record';

const hourMs = 3_600_000;
const heldSince = '2026-04-07T07:00:00.000Z';

/** What so many runs come to: that the play goes deep, and takes and refuses everything, is checked too. */
const everyRunTogether = [
  ...['decide', 'recordFact', 'correctFact', 'rescind', 'reviseContent', 'requestDocuments'].flatMap(
    (type) => [`${type} taken`, `${type} refused`],
  ),
  ...['endCase taken', 'suspend taken', 'resume taken', 'clockExpired', 'clockMet', 'factSuperseded'],
  ...['custodyEnded', 'stepCancelled', 'stepReopened', 'caseClosed', 'surrender#1 surrendered'],
  ...['nationality-confirmation#1 approved', 'court-decision#1 refused', 'immediate-release#1 released'],
  ...['arrest#2 arrested', 'nationality-notice#1 told', 'refusal-notice#1 told', 'surrender-report#1 told'],
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

const openings = fc.record({
  findings: fc.constantFrom([], [], ['minor']),
  gaps: fc.constantFrom([], ['photograph']),
  concurrent: fc.boolean(),
  nationalOfRequestedState: fc.constantFrom(false, false, false, true),
  heldSince: fc.constantFrom(undefined, heldSince),
});

/** How far a case has come when the play begins, so that the end is played as much as the beginning. */
function beginsWith({ current: { content } }: IncomingCase, begin: string): readonly string[] {
  if (begin === 'opened' || content.nationalOfRequestedState || content.findings.length > 0) return [];
  const [receipt = '', ...others] = toTheGrant;
  const papers = [receipt, ...(content.concurrent ? ['concurrence-ranking'] : []), ...others];
  const custody = content.heldSince === undefined ? ['domestic-warrant', 'arrest', ...owed] : owed;
  return begin === 'granted' ? papers : [...papers, ...custody, 'readiness-notice', 'property'];
}

type Opening = typeof openings extends fc.Arbitrary<infer T> ? T : never;

/** A case and its model, as far as the play begins with. */
function begun({ heldSince: since, ...opening }: Opening, begin: string, reached: Set<string>) {
  const real = new IncomingCase();
  const events = real.open(since === undefined ? opening : { ...opening, heldSince: since });
  const ledger = new Ledger(model.steps, real.current.creatorId, real.current.content);
  const note = (caused: typeof events) => {
    for (const event of caused) record(ledger, event, real.now);
  };
  note(events);
  for (const step of beginsWith(real, begin)) note(real.go(step));
  checkLaws(ledger, model);
  const played: Played = { ledger, model, reached };
  return { model: played, real };
}

describe('an incoming extradition, beside a model of it', () => {
  it('never does what the model forbids, whatever is tried in it', () => {
    const reached = new Set<string>();
    const begins = fc.constantFrom('opened', 'opened', 'granted', 'ready');
    fc.assert(
      fc.property(openings, begins, moves, (opening, begin, commands) => {
        fc.modelRun(() => begun(opening, begin, reached), commands);
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(everyRunTogether.filter((what) => !reached.has(what))).toEqual([]);
  });
});
