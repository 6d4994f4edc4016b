import { z } from 'zod';
import { instant, isoDate, line, prose } from '../../input';
import { fileOf, identity, pastDate, state, term } from '../person-fields';

/** Items of the file (Iraq CPC 23/1971 art. 359, of which no text was read; Riyadh 1983 art. 42). */
export const incomingItems = [
  'arrest-warrant',
  'judgment',
  'statement-of-facts',
  'text-of-provisions',
  'identity',
  'nationality-proof',
  'photograph',
  'evidence-of-participation',
  'translation-ar',
] as const;

/** Null is what the request does not say. */
const known = z.boolean().nullable().default(null);

const custody = z.strictObject({ at: instant, place: line });

const person = z.strictObject({
  ...identity,
  sex: z.enum(['male', 'female', 'unknown']).default('unknown'),
  residence: line.optional(),
  custody: custody.nullable().default(null).describe('Since when and where Iraq holds the person already'),
  asylumOrRefugee: known,
  persecutionFeared: known,
  identifiedAsVictim: z
    .union([z.boolean(), z.literal('possible')])
    .nullable()
    .default(null),
});

const title = z.strictObject({
  kind: z.enum(['arrest-warrant', 'judgment']),
  court: line,
  number: line,
  date: pastDate,
  article: line.optional(),
  inAbsentia: known,
  sentenceImposed: term.optional(),
  sentenceRemaining: term.optional(),
});

/** How one of the two laws sees the act; null is what is not known, and a note says why. */
const inLaw = z.strictObject({
  provision: line.nullable(),
  maximumYears: z.number().positive().nullable(),
  note: line.optional(),
});

const circumstances = z
  .strictObject({
    from: pastDate,
    to: pastDate.optional(),
    places: z.array(line).default([]),
    participation: line.optional(),
    summary: prose.optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, {
    path: ['to'],
    error: 'ends-before-it-begins',
  });

const offence = z.strictObject({
  kind: line,
  circumstances: circumstances.optional(),
  requestingStateLaw: inLaw,
  requestedStateLaw: inLaw,
  deathPenaltyPossible: known,
  statesHarmed: z.array(state).default([]),
  statesOfCommission: z.array(state).default([]),
});

/** Another State that asks for the same person. */
const concurrentRequest = z.strictObject({
  state,
  reference: line.optional(),
  receivedAt: pastDate.optional(),
});

/**
 * What a foreign State asks of Iraq (law: Iraq CPC 23/1971 arts. 357-359, Riyadh 1983 art. 42). What the request does not
 * say is left open and told as a gap: a request is registered as it came, because somebody may be held because of it.
 */
export const incomingRequestSchema = z
  .strictObject({
    requestingState: state.refine((value) => value !== 'IQ', 'foreign-state-asks'),
    requestedState: z.literal('IQ').default('IQ'),
    reference: line.optional().describe("The requesting State's own"),
    receivedAt: instant,
    channel: z.enum(['diplomatic', 'ministry-to-ministry', 'interpol']),
    urgency: z.enum(['ordinary', 'provisional-arrest-requested']).default('ordinary'),
    confidentialUntilArrest: z.boolean().default(true),
    person,
    title: title.nullable().default(null),
    offences: z.array(offence).min(1),
    limitation: z
      .strictObject({
        lapsesOn: isoDate.nullable().default(null),
        requestedStateLapsesOn: isoDate.nullable().default(null),
      })
      .default({ lapsesOn: null, requestedStateLapsesOn: null }),
    assurances: z.array(line).default([]),
    concurrentRequests: z.array(concurrentRequest).default([]),
    documents: z.array(fileOf(incomingItems)).default([]),
    note: prose.optional(),
  })
  .refine(({ receivedAt }) => isPast(receivedAt), { path: ['receivedAt'], error: 'in-the-future' })
  .refine(({ person: { custody } }) => custody === null || isPast(custody.at), {
    path: ['person', 'custody', 'at'],
    error: 'in-the-future',
  })
  .refine(bornBeforeTheOffences, { path: ['person', 'birth', 'date'], error: 'born-after-the-offence' })
  .meta({ id: 'IncomingExtraditionRequest' });

export type IncomingRequest = z.infer<typeof incomingRequestSchema>;

function isPast(at: string): boolean {
  return Date.parse(at) <= Date.now();
}

interface BirthAndOffences {
  readonly person: { readonly birth: { readonly date: string } };
  readonly offences: readonly { readonly circumstances?: { readonly from: string } | undefined }[];
}

function bornBeforeTheOffences({ person: { birth }, offences }: BirthAndOffences): boolean {
  return offences.every(({ circumstances: act }) => act === undefined || birth.date <= act.from);
}
