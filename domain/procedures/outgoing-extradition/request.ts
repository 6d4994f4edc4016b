import { z } from 'zod';
import { sides } from '../../case/parties';
import { instant, isoDate, line, prose } from '../../input';
import { fileOf, identity, pastDate, state, term } from '../person-fields';

const person = z.strictObject({
  ...identity,
  sex: z.enum(['male', 'female', 'unknown']),
  location: z.strictObject({
    country: state,
    place: line.optional(),
    certainty: z.enum(['certain', 'probable', 'unknown']),
  }),
  custody: z.strictObject({ at: instant, place: line }).nullable().default(null),
  asylumOrRefugee: z.boolean(),
  identifiedAsVictim: z.union([z.boolean(), z.literal('possible')]),
});

const title = z.strictObject({
  kind: z.enum(['arrest-warrant', 'judgment']),
  court: line,
  number: line,
  date: pastDate,
  article: line,
  inAbsentia: z.boolean(),
  sentenceImposed: term.optional(),
  sentenceRemaining: term.optional(),
});

const offence = z.strictObject({
  code: line,
  kind: line,
  form: line.optional(),
  circumstances: z
    .strictObject({
      from: pastDate,
      to: pastDate.optional(),
      places: z.array(line).min(1),
      participation: line,
      summary: prose,
    })
    .refine(({ from, to }) => to === undefined || from <= to, {
      path: ['to'],
      error: 'ends-before-it-begins',
    }),
  victims: z.strictObject({ count: z.int().min(0), minors: z.int().min(0) }).optional(),
  penalty: z.strictObject({ maximum: line, maximumTerm: term.optional(), deathPenaltyPossible: z.boolean() }),
  requestedStateLaw: z.strictObject({ provision: line, maximumYears: z.number().positive().nullable() }),
});

/** Items of the request file (ETS 24 art. 12; Sweden 1957:668 s. 14; Iraq CPC 23/1971 art. 93). */
export const requestItems = [
  'arrest-warrant',
  'judgment',
  'statement-of-facts',
  'text-of-provisions',
  'identity',
  'photograph',
  'translation-sv',
  'translation',
  'evidence-of-participation',
  'assurance-no-death-penalty',
  'assurance-retrial',
] as const;

/** Whose word can bind the courts and whoever carries a sentence out. Which bodies these are is to be checked. */
const bodiesAbleToBind = ['supreme-judicial-council', 'presidency-of-the-republic'] as const;

const file = fileOf(requestItems)
  .extend({
    signedBy: z.enum(bodiesAbleToBind).optional().describe('Of an assurance: the body that is bound by it'),
  })
  .refine(({ item, signedBy }) => item.startsWith('assurance-') === (signedBy !== undefined), {
    path: ['signedBy'],
    error: 'assurance-signed-by-body-able-to-bind',
  });

function bornBeforeTheOffences({ person, offences }: BirthAndOffences): boolean {
  return offences.every((offence) => person.birth.date <= offence.circumstances.from);
}

interface BirthAndOffences {
  readonly person: { readonly birth: { readonly date: string } };
  readonly offences: readonly { readonly circumstances: { readonly from: string } }[];
}

/**
 * What an outgoing extradition request says, to whichever State (law: ETS 24 art. 12, CETS 209 art. 2, Sweden 1957:668 s. 14, Iraq CPC
 * 23/1971 art. 93). `title` may be null so that the lack is reported with every other fault; without it the case
 * cannot proceed.
 */
export const outgoingRequestSchema = z
  .strictObject({
    requestingState: z.literal('IQ'),
    requestedState: state.refine((value) => value !== 'IQ', 'another-state'),
    originUnit: line,
    originSide: z
      .enum(sides)
      .default('FED')
      .describe('KRG: a request of the Kurdistan Region, which leaves through Baghdad'),
    legalBasis: z.array(z.strictObject({ instrument: line, article: line })).min(1),
    channel: z.enum(['diplomatic', 'ministry-to-ministry', 'interpol']),
    urgency: z.enum(['ordinary', 'provisional-arrest-requested']),
    confidentialUntilArrest: z.boolean(),
    person,
    title: title.nullable().refine((value) => value !== null, 'cannot-proceed'),
    offences: z.array(offence).min(1),
    limitation: z.strictObject({
      lapsesOn: isoDate.nullable(),
      requestedStateLapsesOn: isoDate.nullable().optional(),
      interruptions: z.array(isoDate),
    }),
    evidence: z.strictObject({ summary: prose, authority: line }),
    assurances: z.array(line),
    committee: z
      .boolean()
      .optional()
      .describe('The national committee votes on the request before it is sent out (house policy)'),
    documents: z.array(file),
  })
  .refine(bornBeforeTheOffences, { path: ['person', 'birth', 'date'], error: 'born-after-the-offence' })
  .meta({ id: 'OutgoingExtraditionRequest' });

export type OutgoingRequest = z.infer<typeof outgoingRequestSchema>;
