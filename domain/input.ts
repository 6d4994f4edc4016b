import { z } from 'zod';

/** Text that the register can hold: PostgreSQL has no place for a NUL or half a surrogate pair. */
const text = z
  .string()
  .refine((value) => !value.includes('\u0000') && value.isWellFormed(), 'unholdable-text');

/** One line: a name, a number, a place. */
export const line = text.trim().min(1).max(300);

/** Free text of some length. */
export const prose = text.trim().min(1).max(20_000);

/** An id. Always lower case: it names workflows, which are told apart by case. */
export const id = z.uuid().toLowerCase();

/** SHA-256 in lower-case hexadecimal, such as the hash of a content. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A name in the code's own words: a step, an outcome, a procedure, a status. */
export const codeName = z.string().regex(/^[a-z-]{1,60}$/);

/** A visit of a step, such as 'provisional-arrest#1'. */
export const stepKey = z.string().regex(/^[a-z-]{1,60}#\d{1,4}$/);

const firstYear = 1900;
const lastYear = 2200;

/** Out of these years an instant is a slip, and its ISO form no longer sorts as text. */
function isSensible(value: string): boolean {
  const year = new Date(value).getUTCFullYear();
  return year >= firstYear && year < lastYear;
}

/** ISO date 'YYYY-MM-DD'. */
export const isoDate = z.iso.date().refine(isSensible, 'year-out-of-range');

/** Reads an instant with an offset and gives it in UTC with milliseconds, as the register and the clocks compare it. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(isSensible, 'year-out-of-range')
  .transform((value) => new Date(value).toISOString())
  .meta({ override: { type: 'string', format: 'date-time' }, example: '2026-03-03T23:30:00+01:00' });

/** IANA time zone. */
export const zone = z
  .string()
  .refine((value) => value === 'UTC' || Intl.supportedValuesOf('timeZone').includes(value), {
    message: 'zone',
  })
  .meta({ example: 'Europe/Stockholm' });
