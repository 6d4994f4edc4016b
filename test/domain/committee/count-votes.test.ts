import type { BallotTerms, SeatVoice } from '../../../domain/committee/ballot';
import { voices } from '../../../domain/committee/ballot';
import { majorities, standings, tieRules } from '../../../domain/committee/committee';
import { countVotes, haveAllSpoken } from '../../../domain/committee/count-votes';
import fc from '../../support/fast-check';

const codes = Array.from({ length: 23 }, (_, index) => `S${index + 1}`);

const terms: fc.Arbitrary<BallotTerms> = fc.record({
  roster: fc.constant(1),
  seats: fc.subarray(codes, { minLength: 1 }),
  chair: fc.option(fc.constantFrom(...codes)),
  quorum: fc.integer({ min: 1, max: 23 }),
  majority: fc.constantFrom(...majorities),
  tie: fc.constantFrom(...tieRules),
  voteMayChange: fc.boolean(),
  recusalCountsForQuorum: fc.boolean(),
  opensAt: fc.constant(''),
  closesAt: fc.constant(''),
  lastDay: fc.constant(''),
});

const said: fc.Arbitrary<Record<string, SeatVoice>> = fc.dictionary(
  fc.constantFrom(...codes, 'S99'),
  fc.record({ voice: fc.constantFrom(...voices), standing: fc.constantFrom(...standings) }),
  { maxKeys: 24 },
);

describe('whatever the seats say, and by whatever rules', () => {
  it('every seat is counted once, and nobody else', () => {
    fc.assert(
      fc.property(terms, said, (asked, spoken) => {
        const { tally } = countVotes(asked, spoken);
        const total = Object.values(tally).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(asked.seats.length);
        expect(tally.absent).toBe(asked.seats.filter((seat) => !spoken[seat]).length);
        const isWhole = haveAllSpoken({ terms: asked, voices: spoken, contentHash: 'hash-1', closed: null });
        expect(isWhole).toBe(tally.absent === 0);
      }),
    );
  });

  it('nothing is adopted without a quorum, or with as many against as for', () => {
    fc.assert(
      fc.property(terms, said, (asked, spoken) => {
        const { outcome, tally } = countVotes(asked, spoken);
        const present = asked.seats.length - tally.absent;
        if (outcome === 'adopted' || outcome === 'tied') expect(present).toBeGreaterThanOrEqual(asked.quorum);
        if (outcome === 'adopted' && asked.majority === 'simple-of-votes-cast')
          expect(tally.for).toBeGreaterThan(tally.against);
      }),
    );
  });

  it('one more vote for never undoes an adoption', () => {
    fc.assert(
      fc.property(terms, said, (asked, spoken) => {
        const silent = asked.seats.find((seat) => !spoken[seat]);
        if (!silent || countVotes(asked, spoken).outcome !== 'adopted') return;
        const more = { ...spoken, [silent]: { voice: 'for', standing: 'member' } as const };
        expect(countVotes(asked, more).outcome).toBe('adopted');
      }),
    );
  });

  it('a chair breaks a tie only where the rules say so and he has not recused himself', () => {
    fc.assert(
      fc.property(terms, said, (asked, spoken) => {
        if (countVotes(asked, spoken).outcome !== 'tied') return;
        expect(asked.tie).toBe('chair-decides');
        expect(spoken[asked.chair ?? '']?.voice).not.toBe('recused');
      }),
    );
  });
});
