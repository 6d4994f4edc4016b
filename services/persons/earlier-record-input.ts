import { z } from 'zod';
import { isoDate, line, prose } from '../../domain/input';
import { personSchema } from './person-input';

const judgment = z.strictObject({
  court: line,
  number: line,
  date: isoDate,
  act: line.optional(),
  outcome: z.enum(['sentenced', 'acquitted', 'convicted', 'dismissed']),
});

const custody = z
  .strictObject({ from: isoDate, to: isoDate.optional(), place: line.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], error: 'ends-before-it-begins' });

const pendingCase = z.strictObject({
  court: line,
  number: line,
  openedOn: isoDate.optional(),
  act: line.optional(),
});

/** One earlier record, as a side hands it over: a person and exactly one of custody, judgment and pending case. */
export const earlierRecordSchema = z
  .strictObject({
    side: z.enum(['FED', 'KRG']),
    person: personSchema,
    custody: custody.optional(),
    judgment: judgment.optional(),
    pendingCase: pendingCase.optional(),
    note: prose.optional(),
  })
  .refine((record) => tellsOf(record).length === 1, 'one-kind-of-record');

export type EarlierRecordInput = z.output<typeof earlierRecordSchema>;

interface Told {
  readonly custody?: object | undefined;
  readonly judgment?: object | undefined;
  readonly pendingCase?: object | undefined;
}

function tellsOf({ custody, judgment, pendingCase }: Told): object[] {
  return [custody, judgment, pendingCase].filter((part) => part !== undefined);
}

/** What a record is, for who reads the list of candidates. */
export function kindOfRecord({ custody, judgment }: EarlierRecordInput) {
  if (custody) return 'custody';
  if (!judgment) return 'pending-case';
  switch (judgment.outcome) {
    case 'sentenced':
      return 'sentence';
    case 'acquitted':
      return 'acquittal';
    default:
      return 'judgment';
  }
}

/** Court, number, dates and act of a record. */
export function detailsOfRecord({ custody, judgment, pendingCase }: EarlierRecordInput): object {
  return custody ?? judgment ?? pendingCase ?? {};
}
