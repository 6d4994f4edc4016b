import { z } from 'zod';
import { documentKeyOf } from '../../domain/names/document-number';
import { normaliseName } from '../../domain/names/normalise-name';
import { warrantKeyOf } from '../cases/warrant-key';

/** What is read here of a person who may have faults of his own: each part by itself, or not at all. */
const part = {
  names: z.array(z.object({ family: z.string(), given: z.string() })).catch([]),
  birth: z.object({ date: z.string() }).nullable().catch(null),
  documents: z.array(z.object({ country: z.string(), number: z.string() })).catch([]),
  warrant: z.object({ court: z.string(), number: z.string() }).nullable().catch(null),
  files: z.array(z.object({ documentId: z.string() })).catch([]),
} as const;
const readable = z.object(part).catch({ names: [], birth: null, documents: [], warrant: null, files: [] });
type Readable = z.output<typeof readable>;

/** Something by which a person, or what he comes with, is told from others. */
interface Mark {
  readonly message: 'same-warrant-twice' | 'same-person-twice' | 'same-file-twice';
  readonly key: string;
  /** Where it stands, from the person on. */
  readonly path: readonly (string | number)[];
}

/** A fault at the later place; `params.other` is the pointer to the earlier one. */
export interface NamedTwice {
  readonly message: Mark['message'];
  readonly path: (string | number)[];
  readonly params: { readonly other: string };
}

/**
 * Persons of a list whom an earlier place names already, by what is said of them: the same warrant (court and number,
 * however typed), one spelling of the name with the same birth date, the same identity document; and files that two
 * requests use. Each pair of places is told once for a kind.
 */
export function namedTwice(persons: readonly unknown[]): NamedTwice[] {
  const first = new Map<string, { place: number; pointer: string }>();
  const told = new Set<string>();
  return persons.flatMap((person, place) =>
    marksOf(readable.parse(person)).flatMap(({ message, key, path }) => {
      const name = `${message}:${key}`;
      const whole = ['persons', place, ...path];
      const earlier = first.get(name);
      if (!earlier) first.set(name, { place, pointer: `/${whole.join('/')}` });
      if (!earlier || (earlier.place === place && message !== 'same-file-twice')) return [];
      const pair = `${message}:${earlier.place}:${place}`;
      if (told.has(pair)) return [];
      told.add(pair);
      return [{ message, path: whole, params: { other: earlier.pointer } }];
    }),
  );
}

function marksOf({ names, birth, documents, warrant, files }: Readable): Mark[] {
  const born = birth?.date;
  return [
    ...(warrant
      ? [{ message: 'same-warrant-twice' as const, key: warrantKeyOf(warrant), path: ['warrant', 'number'] }]
      : []),
    ...names.flatMap(({ family, given }) => {
      const spelling = [normaliseName(family), normaliseName(given)];
      if (born === undefined || !spelling.some(Boolean)) return [];
      return [{ message: 'same-person-twice' as const, key: JSON.stringify([...spelling, born]), path: [] }];
    }),
    ...documents.flatMap(({ country, number }) => {
      const known = documentKeyOf(number);
      if (known === '') return [];
      return [{ message: 'same-person-twice' as const, key: JSON.stringify([country, known]), path: [] }];
    }),
    ...files.map(({ documentId }, index) => ({
      message: 'same-file-twice' as const,
      key: documentId.toLowerCase(),
      path: ['files', index, 'documentId'],
    })),
  ];
}
