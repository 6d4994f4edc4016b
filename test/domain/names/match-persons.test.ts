import { familyNames, givenNames, type SpelledName } from '../../../bench/names/name-spellings';
import { matchPersons, matchReasonCodes, preparePerson } from '../../../domain/names/match-persons';
import type { IdentifiedPerson } from '../../../domain/names/person';
import { hasText } from '../../../locales';
import fc from '../../support/fast-check';

const person = (given: string, birth: string | null = null, family = ''): IdentifiedPerson => ({
  names: [{ given, family, alias: false }],
  birth,
  documents: [],
});
const match = (one: IdentifiedPerson, other: IdentifiedPerson) =>
  matchPersons(preparePerson(one), preparePerson(other));
const codes = (one: IdentifiedPerson, other: IdentifiedPerson) =>
  match(one, other).reasons.map(({ code }) => code);

const birth = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1940, max: 2010 }).map(String),
  fc.constantFrom('1980-03', '1980-03-04', '1980-04-03', '1981-03-04'),
);
const given = fc.constantFrom(...givenNames);
const family = fc.constantFrom(...familyNames);
const spellingsOf = ({ ar, ckb, latn }: SpelledName) => [ar, ckb, ...latn];

const anybody = fc
  .record({
    names: fc.array(
      fc.record({
        given: fc.tuple(given, given).map(([one, two]) => `${one.ar} ${two.latn[0]}`),
        family: family.map((name) => name.ckb),
        alias: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    birth,
    documents: fc.array(fc.constantFrom('A1', 'a-1', 'B2', '')),
  })
  .map((item): IdentifiedPerson => item);

describe('the match of two persons', () => {
  it('is the same both ways', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        expect(match(one, other)).toEqual(match(other, one));
      }),
    );
  });

  it('lies between 0 and 1, and nobody matches better than himself', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const { score } = match(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const sameBirth = { ...other, birth: one.birth };
        if (one.names.length > 0)
          expect(match(one, one).score).toBeGreaterThanOrEqual(match(one, sameBirth).score);
      }),
    );
  });

  it('puts no unrelated name above another spelling of the same one', () => {
    const three = fc.tuple(given, given, family);
    fc.assert(
      fc.property(three, three, fc.nat(), birth, ([a, b, c], [x, y, z], pick, born) => {
        fc.pre(new Set([a, b, c, x, y, z]).size === 6);
        const write = (name: SpelledName, at: number) =>
          spellingsOf(name)[at % spellingsOf(name).length] ?? '';
        const sought = person(`${a.ar} ${b.ar}`, born, c.ar);
        const variant = person(`${write(a, pick)} ${write(b, pick)}`, born, write(c, pick));
        const unrelated = person(`${x.ar} ${y.ar}`, born, z.ar);
        expect(match(sought, variant).score).toBeGreaterThan(match(sought, unrelated).score);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Muhammad Ali', 'محمد علي', 'name-same-sound'],
    ['Muhammad Ali', 'محەمەد عەلی', 'name-same-sound'],
    ['محمد علي', 'مُحَمَّد عليّ', 'name-same'],
    ['Ali Muhammad', 'Muhammad Ali', 'name-order'],
    ['Ahmed Hassan Kadhim', 'Ahmad Hasan', 'name-parts'],
    ['Ahmed Hassan Kadhim', 'Sherko Hassan Kadhim', 'name-part-differs'],
  ])('of %s and %s says %s', (one, other, code) => {
    expect(codes(person(one), person(other))).toContain(code);
  });

  it('says of an alias that it is one', () => {
    const known: IdentifiedPerson = {
      names: [
        { given: 'Ahmed', family: 'Sample', alias: false },
        { given: 'Abu Bakr', family: '', alias: true },
      ],
      birth: null,
      documents: [],
    };
    expect(codes(known, person('أبو بكر'))).toContain('name-alias');
  });

  it.each([
    ['1991-12-12', '1991-12-12', 'birth-same'],
    ['1991-12-12', '1991-12', 'birth-agrees'],
    ['1991', '1991-12-12', 'birth-agrees'],
    ['1991-12-11', '1991-11-12', 'birth-close'],
    ['1991-12-12', '1992-12-12', 'birth-close'],
    ['1991', '1990-05', 'birth-close'],
    ['1991-12-12', '1992-11-12', 'birth-conflicts'],
    ['1991', '1980', 'birth-conflicts'],
    ['1991', null, 'birth-unknown'],
  ])('of births %s and %s says %s', (one, other, code) => {
    expect(codes(person('Sample', one), person('Sample', other))).toContain(code);
  });

  it('ranks by birth date what the names leave open', () => {
    const sought = person('محمد علي حسن', '1980-03-04');
    const scores = ['1980-03-04', '1980', '1981-03-04', null, '1995'].map(
      (date) => match(sought, person('Mohammed Ali Hassan', date)).score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('holds the same document for the same person under any name', () => {
    const one = { ...person('Sample One'), documents: ['A-12 34'] };
    expect(match(one, { ...person('Quite Different'), documents: ['a12٣4'] })).toMatchObject({
      strength: 'strong',
    });
    expect(match(one, { ...person('Quite Different'), documents: [' '] })).toMatchObject({
      strength: 'weak',
    });
  });

  it('has a text for each of its reasons', () => {
    expect(matchReasonCodes.filter((code) => !hasText(`match.reason.${code}`))).toEqual([]);
  });
});
