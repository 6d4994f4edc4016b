import { z } from 'zod';
import { id, isoDate, line } from '../input';

/** A birth date may be known in part only: year, or year and month. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'partial-date');
const dayMs = 86_400_000;

/** ISO 3166-1. */
export const state = z.string().regex(/^[A-Z]{2}$/, 'state-code');

/** A day that has come; one day of grace, because days begin earlier in the east. */
export const pastDate = isoDate.refine((value) => Date.parse(value) <= Date.now() + dayMs, 'in-the-future');

/** What a procedure says of the person whom it is about, as far as all of them do. */
export const identity = {
  names: z
    .array(
      z.strictObject({
        script: z.enum(['Latn', 'Arab']),
        language: z.enum(['ar', 'ckb', 'en', 'sv']).optional(),
        family: line,
        given: line,
      }),
    )
    .min(1),
  aliases: z.array(line).default([]),
  birth: z.strictObject({ date: partialDate, place: line.optional() }),
  nationalities: z.array(state).min(1),
  documents: z.array(z.strictObject({ type: line, country: state, number: line })).default([]),
} as const;

/** Whether somebody's consul has to hear of an arrest in Iraq: also one's who is an Iraqi as well. */
export function isForeignNational(nationalities: readonly string[]): boolean {
  return nationalities.some((nationality) => nationality !== 'IQ');
}

/** A penalty in figures, where it is known in figures: prose is never parsed for it. */
export const term = z.union([
  z.enum(['life', 'death']),
  z.strictObject({ amount: z.int().positive(), unit: z.enum(['month', 'year']) }),
]);

/** A file that belongs to the request, as one of the items that it must have. */
export function fileOf<const Items extends readonly [string, ...string[]]>(items: Items) {
  return z.strictObject({ item: z.enum(items), documentId: id, certified: z.boolean().default(false) });
}
