import { familyNames, givenNames, type SpelledName } from './name-spellings';
import type { Chance } from './random';

/** A person as he is; what a record says of him is a `sighting`. All are invented. */
export interface InventedPerson {
  readonly given: SpelledName;
  readonly father: SpelledName;
  readonly grandfather: SpelledName;
  readonly family: SpelledName;
  /** 'YYYY-MM-DD' */
  readonly birth: string;
}

/** What one clerk wrote down of a person. */
export interface Sighting {
  readonly given: string;
  readonly family: string;
  readonly script: 'Latn' | 'Arab';
  readonly birth: string | null;
}

export function inventPerson(chance: Chance): InventedPerson {
  const [year, month, day] = [1945 + chance.below(63), 1 + chance.below(12), 1 + chance.below(28)];
  return {
    given: chance.frequent(givenNames),
    father: chance.frequent(givenNames),
    grandfather: chance.frequent(givenNames),
    family: chance.frequent(familyNames),
    birth: [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
  };
}

/**
 * A person as one office writes him: one of three ways of writing, any of the usual spellings of each name, the
 * grandfather or the family left out, now and then the family in front, a slip in a letter, a birth date known in part,
 * a year beside it, or none.
 */
export function sight(person: InventedPerson, chance: Chance): Sighting {
  const way = chance.of(['ar', 'ckb', 'latn'] as const);
  const write = (name: SpelledName) => (way === 'latn' ? chance.of(name.latn) : name[way]);
  const father = write(person.father);
  const grandfather = chance.is(0.6) ? [write(person.grandfather)] : [];
  const family = grandfather.length === 0 || chance.is(0.7) ? write(person.family) : '';
  const given = [write(person.given), father, ...grandfather];
  const slipped = chance.is(0.1) ? chance.below(given.length) : -1;
  const parts = given.map((part, index) => (index === slipped ? withSlip(part, chance) : part)).join(' ');
  const inFront = family !== '' && chance.is(0.06);
  return {
    ...(inFront ? { given: family, family: parts } : { given: parts, family }),
    script: way === 'latn' ? 'Latn' : 'Arab',
    birth: birthAsWritten(person.birth, chance),
  };
}

function birthAsWritten(birth: string, chance: Chance): string | null {
  const [year = '', month = '', day = ''] = birth.split('-');
  const lot = chance.next();
  if (lot < 0.55) return birth;
  if (lot < 0.65) return `${year}-${month}`;
  if (lot < 0.88) return year;
  if (lot < 0.92) return `${Number(year) + (chance.is(0.5) ? 1 : -1)}-${month}-${day}`;
  if (lot < 0.94 && Number(day) <= 12) return `${year}-${day}-${month}`;
  return null;
}

/** One letter left out, doubled, exchanged with its neighbour, or another in its place. */
function withSlip(word: string, chance: Chance): string {
  const letters = [...word];
  if (letters.length < 4) return word;
  const at = 1 + chance.below(letters.length - 2);
  const [letter = '', next = ''] = letters.slice(at, at + 2);
  const other = /\p{Script=Arabic}/u.test(word)
    ? chance.of([...'بتحدرسفكلمني'])
    : chance.of([...'abdehiklmnorstu']);
  switch (chance.below(4)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, letter);
      break;
    case 2:
      letters.splice(at, 2, next, letter);
      break;
    default:
      letters.splice(at, 1, other);
  }
  return letters.join('');
}
