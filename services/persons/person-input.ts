import { z } from 'zod';
import { isoDate, line } from '../../domain/input';
import { namePartsOf } from '../../domain/names/name-parts';

const nameSchema = z.strictObject({
  script: z.enum(['Latn', 'Arab']),
  language: z.enum(['ar', 'ckb', 'en', 'sv']).optional(),
  family: line.optional(),
  given: line,
});

/** A birth date known in whole or in part: year, or year and month. */
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'partial-date')
  .refine(
    (value) => isoDate.safeParse(`${value}-01-01`.slice(0, 'YYYY-MM-DD'.length)).success,
    'partial-date',
  )
  .meta({ example: '1991-12' });

/** A person by whom the register is searched, or of whom an earlier record tells. */
export const personSchema = z
  .strictObject({
    names: z.array(nameSchema).min(1).max(20),
    aliases: z.array(line).max(50).default([]),
    birth: z.strictObject({ date: partialDate.optional(), place: line.optional() }).optional(),
    documents: z
      .array(z.strictObject({ type: line.optional(), country: line.optional(), number: line }))
      .max(50)
      .default([]),
  })
  .refine(
    ({ names }) => names.every(({ given, family = '' }) => namePartsOf(`${given} ${family}`).length > 0),
    {
      path: ['names'],
      error: 'no-name-in-it',
    },
  )
  .meta({ id: 'PersonSought' });

export type KnownPerson = z.output<typeof personSchema>;
