import { z } from 'zod';
import { codeName, id, instant, line, prose } from '../../domain/input';
import type { FactInput } from '../../domain/procedures/definition';
import { documentAnswerSchema, documentRequestSchema } from '../cases/document-requests';
import { factsOf, type Opening, openingSchema } from '../procedures';

const step = codeName;

/** What already happened, in the order in which it happened; facts and questions as an officer would record them. */
const pastItemOf = (facts: z.ZodType<FactInput>) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fact'), fact: facts }),
    z.strictObject({
      kind: z.literal('sign-off'),
      step,
      outcome: z.string().min(1).max(60),
      decidedAt: instant,
      note: prose.describe('Who signed, and what there is to say of it'),
      proof: z.array(id).default([]),
    }),
    z.strictObject({ kind: z.literal('request'), request: documentRequestSchema }),
    z.strictObject({ kind: z.literal('answer'), step, answer: documentAnswerSchema }),
  ]);

const envelopeOf = (facts: z.ZodType<FactInput>) =>
  z.strictObject({
    source: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .describe('Code of the list or system that the case comes from'),
    reference: line.describe('The reference of the case there: it is imported once for it'),
    past: z.array(pastItemOf(facts)).max(200).default([]),
  });

type Envelope = z.infer<ReturnType<typeof envelopeOf>>;

export type ImportItem = Envelope['past'][number];

/** A running case as it is imported: how its procedure would be started, where it comes from, and its past. */
export type ImportRow = Envelope & Omit<Opening, 'reopens'>;

/** A row as it was read: what it says, or every fault of it. */
export type ReadRow = { readonly row: ImportRow } | { readonly errors: readonly z.ZodError[] };

/** Reads one row; pointers of faults are relative to it. */
export function readImportRow(raw: unknown): ReadRow {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (!isObject) {
    const { error } = z.strictObject({}).safeParse(raw, { reportInput: true });
    return { errors: error ? [error] : [] };
  }
  const { source, reference, past, ...opening } = raw as Record<string, unknown>;
  const begun = openingSchema.safeParse(opening, { reportInput: true });
  const around = envelopeOf(factsOf(opening.procedure)).safeParse(
    { source, reference, past },
    { reportInput: true },
  );
  const { error: unlinked } = noLink.safeParse(opening);
  if (begun.success && around.success && !unlinked) return { row: { ...around.data, ...begun.data } };
  return { errors: [around.error, begun.error, unlinked].flatMap((error) => error ?? []) };
}

/** A case that takes up a closed one again is opened and not imported. */
const noLink = z.looseObject({ reopens: z.never('unknown-field').optional() });
