import { conflictOf, covers, type SubstitutionRule, stateOf } from '../../../domain/allocation/substitution';
import fc from '../../support/fast-check';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

/** A for B from one day of January to another. */
function rule(
  absentId: string,
  substituteId: string,
  from: number,
  until: number,
  more = {},
): SubstitutionRule {
  return {
    absentId,
    substituteId,
    fromAt: day(from),
    untilAt: day(until),
    procedures: [],
    endedAt: null,
    ...more,
  };
}

describe('a substitution', () => {
  it.each([
    ['before its first instant', 2, 'scheduled'],
    ['at its first instant', 3, 'active'],
    ['at its end', 9, 'ended'],
  ] as const)('stands by the time: %s', (_name, at, state) => {
    expect(stateOf(rule('a', 'b', 3, 9), day(at))).toBe(state);
  });

  it('is over once it was ended early, begun or not', () => {
    expect(stateOf(rule('a', 'b', 3, 9, { endedAt: day(5) }), day(5))).toBe('ended');
    expect(stateOf(rule('a', 'b', 3, 9, { endedAt: day(1) }), day(2))).toBe('ended');
  });

  it('covers its period without its end, and the procedures that it names', () => {
    const some = rule('a', 'b', 3, 9, { procedures: ['x'] });
    expect([2, 3, 8, 9].map((at) => covers(some, 'x', day(at)))).toEqual([false, true, true, false]);
    expect([covers(some, 'y', day(4)), covers(rule('a', 'b', 3, 9), 'y', day(4))]).toEqual([false, true]);
    expect(covers({ ...some, endedAt: day(5) }, 'x', day(5))).toBe(false);
  });
});

/** Of each officer one substitute, and from nobody a way back to him, at a moment. */
function expectNoCircle(rules: readonly SubstitutionRule[], at: Date): void {
  const active = rules.filter((one) => covers(one, 'x', at));
  const next = new Map(active.map((one) => [one.absentId, one.substituteId]));
  expect(next.size).toBe(active.length);
  for (const first of next.keys()) {
    let now = next.get(first);
    for (let step = 0; now !== undefined && step < 5; step += 1) {
      expect(now).not.toBe(first);
      now = next.get(now);
    }
  }
}

describe('a new rule', () => {
  const ab = rule('a', 'b', 10, 20);

  it.each([
    ['another substitute in the same days', rule('a', 'c', 19, 30), 'already-substituted'],
    ['one who is away the other way round', rule('b', 'a', 15, 25), 'substitution-cycle'],
    ['another substitute from its end on', rule('a', 'c', 20, 30), null],
    ['the other way round, afterwards', rule('b', 'a', 20, 30), null],
    ['a substitute who stands in for two', rule('c', 'b', 10, 20), null],
  ] as const)('beside a for b: %s', (_name, wanted, conflict) => {
    expect(conflictOf(wanted, [ab])).toBe(conflict);
  });

  it('is refused for a longer chain that comes back, when all of it acts at one moment', () => {
    const chain = [rule('b', 'c', 12, 18), rule('c', 'd', 14, 30)];
    expect(conflictOf(rule('d', 'b', 17, 19), chain)).toBe('substitution-cycle');
    expect(conflictOf(rule('d', 'b', 18, 19), chain)).toBeNull();
    expect(conflictOf(rule('d', 'a', 17, 19), [...chain, rule('a', 'b', 1, 17)])).toBeNull();
  });

  it('is not held up by one that was ended before', () => {
    expect(conflictOf(rule('b', 'a', 15, 25), [{ ...ab, endedAt: day(15) }])).toBeNull();
    expect(conflictOf(rule('b', 'a', 15, 25), [{ ...ab, endedAt: day(16) }])).toBe('substitution-cycle');
  });

  it('never leaves a moment at which somebody is led back to himself', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const wish = fc.tuple(person, person, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
        const rules: SubstitutionRule[] = [];
        for (const [absent, substitute, from, days] of wishes) {
          const wanted = rule(absent, substitute, from, from + days);
          if (absent !== substitute && conflictOf(wanted, rules) === null) rules.push(wanted);
        }
        for (let at = 1; at < 25; at += 1) expectNoCircle(rules, day(at));
      }),
    );
  });
});
