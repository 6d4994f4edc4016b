import { documentKeyOf } from '../../domain/names/document-number';
import { normaliseName } from '../../domain/names/normalise-name';
import { fullNameOf, type IdentifiedPerson, type NameSpelling } from '../../domain/names/person';
import { searchKeyOf } from '../../domain/names/search-key';
import type { Prisma, Side } from '../../prisma/generated/client';
import type { KnownPerson } from './person-input';

/** Where a row of the register comes from: a content of a case, or an earlier record. */
export type PersonSource = { readonly contentId: string } | { readonly recordId: string };

/** The rows that make a person findable. Spellings in which there is no letter are left out. */
export function personRows(id: string, side: Side, source: PersonSource, known: KnownPerson) {
  const birth = known.birth?.date ?? null;
  const numbers = known.documents.map(({ number }) => number);
  const person: Prisma.PersonCreateManyInput = {
    id,
    side,
    ...source,
    birth,
    birthPlace: known.birth?.place ?? null,
    documents: numbers,
    documentKeys: numbers.map(documentKeyOf).filter(Boolean),
  };
  const ranked = { personId: id, birthYear: birthYearOf(birth), earlier: 'recordId' in source };
  const names = spellingsOf(known)
    .map((spelling) => ({ ...spelling, ...searchedBy(spelling), ...ranked }))
    .filter(({ key }) => key !== '');
  return { person, names };
}

/** What a person is recognised by, of what is known of him. */
export function identifiedPerson(known: KnownPerson): IdentifiedPerson {
  return {
    names: spellingsOf(known),
    birth: known.birth?.date ?? null,
    documents: known.documents.map(({ number }) => number),
  };
}

/** The indexed columns of a spelling. */
export function searchedBy(spelling: NameSpelling): { normalised: string; key: string } {
  const name = fullNameOf(spelling);
  return { normalised: normaliseName(name), key: searchKeyOf(name) };
}

/** The year that ranking looks at. */
export function birthYearOf(birth: string | null): number | null {
  return birth === null ? null : Number(birth.slice(0, 'YYYY'.length));
}

function spellingsOf({ names, aliases }: KnownPerson) {
  return [
    ...names.map(({ given, family = '', script, language = null }) => ({
      given,
      family,
      alias: false,
      script,
      language,
    })),
    ...aliases.map((alias) => ({
      given: alias,
      family: '',
      alias: true,
      script: /\p{Script=Arabic}/u.test(alias) ? 'Arab' : 'Latn',
      language: null,
    })),
  ];
}
