import { z } from 'zod';
import { sides } from '../../case/parties';
import { instant, line, prose } from '../../input';
import { fileOf, identity, pastDate, term } from '../person-fields';

/** Items of the request file (Iraq CPC 23/1971 art. 93; practice of the handover, steps 1 and 2). */
export const transferItems = ['arrest-warrant', 'identity', 'photograph'] as const;

const person = z.strictObject({
  ...identity,
  sex: z.enum(['male', 'female', 'unknown']).default('unknown'),
  /** What a warrant names besides (CPC 93), so that nobody else is arrested on it. */
  marks: line.optional(),
  residence: line.optional(),
  trade: line.optional(),
  identifiedAsVictim: z.union([z.boolean(), z.literal('possible')]).default(false),
});

const warrant = z.strictObject({
  court: line,
  number: line,
  date: pastDate,
  article: line,
  /** When the act was committed, where the warrant says so: whether the person was a minor then depends on it. */
  actOn: pastDate.optional(),
  maximumPenalty: term.optional(),
});

/** One person of a transfer: who it is, the warrant, and whether the other side holds him already. */
export const transferredPersonSchema = z.strictObject({
  person,
  warrant: warrant.nullable().refine((value) => value !== null, 'cannot-proceed'),
  arrest: z.strictObject({ at: instant, place: line }).nullable().default(null),
  documents: z.array(fileOf(transferItems)).default([]),
  note: prose.optional(),
});

/** `to` is the side whose court issued the warrant, and which asks; `from` the side where the person is. */
export const direction = z.strictObject({ from: z.enum(sides), to: z.enum(sides) });

/** Both sides of a transfer are in one State. */
const withinIraq = {
  requestingState: z.literal('IQ').default('IQ'),
  requestedState: z.literal('IQ').default('IQ'),
} as const;

/**
 * What a request for the transfer of a suspect says (law: Iraq CPC 23/1971 art. 93; practice of the handover). `warrant`
 * may be null so that the lack is reported with every other fault; without it the case cannot proceed.
 */
export const transferRequestSchema = z
  .strictObject({
    ...withinIraq,
    ...direction.shape,
    ...transferredPersonSchema.shape,
    urgency: z.literal('ordinary').default('ordinary'),
    confidentialUntilArrest: z.boolean().default(true),
  })
  .refine(({ from, to }) => from !== to, { path: ['from'], error: 'one-side-only' })
  .refine(({ person, warrant }) => warrant === null || person.birth.date <= (warrant.actOn ?? warrant.date), {
    path: ['person', 'birth', 'date'],
    error: 'born-after-the-offence',
  })
  .refine(({ arrest, warrant }) => !arrest || !warrant || dayInIraq(arrest.at) >= warrant.date, {
    path: ['arrest', 'at'],
    error: 'arrest-before-warrant',
  })
  .refine(({ arrest }) => !arrest || Date.parse(arrest.at) <= Date.now(), {
    path: ['arrest', 'at'],
    error: 'in-the-future',
  })
  .meta({ id: 'SuspectTransferRequest' });

export type TransferRequest = z.infer<typeof transferRequestSchema>;

const iraqOffsetMs = 3 * 3_600_000;

/** The day that it is in Iraq, which has had no summer time since 2008. */
function dayInIraq(at: string): string {
  return new Date(Date.parse(at) + iraqOffsetMs).toISOString().slice(0, 10);
}
