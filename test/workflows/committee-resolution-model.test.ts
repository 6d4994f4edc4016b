import { voices } from '../../domain/committee/ballot';
import { standings } from '../../domain/committee/committee';
import * as fc from '../support/fast-check';
import { CommitteeCase } from './committee-case';
import { Do, Edit, GoOn, Manage, reached, Say, SayMany, Wait } from './model/committee-moves';
import { CommitteeModel } from './model/committee-resolution';

const hourMs = 3_600_000;

const seat = fc.integer({ min: 1, max: 24 });
const moves = fc.commands(
  [
    fc
      .record({
        seat,
        standing: fc.constantFrom(...standings),
        voice: fc.constantFrom(...voices),
        hasReason: fc.boolean(),
        isStale: fc.nat(9).map((pick) => pick === 0),
      })
      .map((tried) => new Say(tried)),
    fc
      .constantFrom([13, 3] as const, [6, 6] as const, [5, 9] as const, [11, 12] as const, [2, 1] as const)
      .map(([yes, no]) => new SayMany(yes, no)),
    ...[0, 1, 2].map(() => fc.boolean().map((isAnew) => new GoOn(isAnew))),
    fc
      .tuple(
        fc.constantFrom('opens' as const, 'opens' as const, 'closes' as const, hourMs, 30 * hourMs),
        fc.constantFrom(0, -1, 1),
        fc.boolean(),
      )
      .map(([until, off, isKept]) => new Wait(until, off, isKept)),
    fc
      .constantFrom('invite', 'anew', 'let-be', 'chair', 'minutes', 'invite', 'withdraw')
      .map((what) => new Do(what as ConstructorParameters<typeof Do>[0])),
    fc.nat(19).map((pick) => new Manage(pick === 0 ? 'endCase' : pick < 4 ? 'suspend' : 'resume')),
    fc.constant(new Edit()),
  ],
  { maxCommands: 40, size: 'max' },
);

describe('a resolution of the committee, beside a model of it', () => {
  it('never takes or counts what the rules forbid, whatever is tried in it', () => {
    fc.assert(
      fc.property(moves, (commands) => {
        fc.modelRun(() => {
          const real = new CommitteeCase();
          real.open();
          return { model: new CommitteeModel(), real };
        }, commands);
      }),
      { numRuns: 200, endOnFailure: true },
    );
    const expected = [
      ...[
        'Say taken',
        'Say voting-not-open',
        'Say voting-closed',
        'Say seat-recused',
        'Say member-has-voted',
      ],
      ...['Say not-your-seat', 'Say content-changed', 'Say reason-missing', 'Say recusal-by-member'],
      ...['Say suspended', 'Edit ballot-open', 'Edit suspended'],
      ...['chair ', 'no-quorum ', 'minutes adopted', 'minutes not-adopted', 'minutes no-quorum'],
      ...['closed adopted', 'closed not-adopted', 'closed no-quorum', 'closed withdrawn'],
    ];
    expect(expected.filter((what) => !reached.has(what))).toEqual([]);
  });
});
