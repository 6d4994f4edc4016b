import { z } from 'zod';
import type { Match } from '../../domain/names/match-persons';
import type { IdentifiedPerson } from '../../domain/names/person';
import type { Prisma } from '../../prisma/generated/client';

/** What is read of a candidate: himself, and what he is known from. */
export const candidateParts = {
  names: { orderBy: { id: 'asc' } },
  record: true,
  content: { select: { case: { select: { id: true, reference: true, status: true, closedAt: true } } } },
} satisfies Prisma.PersonInclude;

export type StoredPerson = Prisma.PersonGetPayload<{ include: typeof candidateParts }>;

const reasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const crossCheckOutcomes = ['same', 'not-same', 'needs-other-side'] as const;

const decisionSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    outcome: z.enum(crossCheckOutcomes),
    reason: z.string(),
    officer: z.string(),
    contentVersion: z.int().describe('The version of the request that was compared'),
    decidedAt: z.iso.datetime(),
  })
  .meta({ id: 'CrossCheckDecision' });

export { decisionSchema as crossCheckDecisionSchema };
export type CrossCheckDecisionView = z.infer<typeof decisionSchema>;

const candidateSchema = z.object({
  personId: z.uuid(),
  score: z.number().min(0).max(1).describe('For ranking; no probability'),
  strength: z.enum(['strong', 'possible', 'weak']),
  reasons: z.array(reasonSchema.extend({ text: z.string() })),
  side: z.enum(['FED', 'KRG']),
  kind: z.enum(['custody', 'judgment', 'acquittal', 'sentence', 'pending-case', 'open-case', 'closed-case']),
  details: z.unknown().describe('Of an earlier record: court, number, dates, act'),
  note: z.string().nullable(),
  case: z.object({ id: z.uuid(), reference: z.string(), status: z.string() }).nullable(),
  names: z.array(
    z.object({
      given: z.string(),
      family: z.string(),
      alias: z.boolean(),
      script: z.string(),
      language: z.string().nullable(),
    }),
  ),
  birth: z.string().nullable(),
  birthPlace: z.string().nullable(),
  decision: decisionSchema.nullable().describe('The latest of this case on this candidate'),
});

/** What a cross-check answers with, its reasons in words. */
export const crossCheckSchema = z.object({ candidates: z.array(candidateSchema) }).meta({ id: 'CrossCheck' });

export type CrossCheckAnswer = z.infer<typeof crossCheckSchema>;
type Wordless<C> = Omit<C, 'reasons'> & { readonly reasons: Match['reasons'] };
export type Candidate = Wordless<CrossCheckAnswer['candidates'][number]>;

/** A candidate as his searcher sees him. */
export function candidateView(
  person: StoredPerson,
  { score, strength, reasons }: Match,
  decision: CrossCheckDecisionView | null,
): Candidate {
  const { id, side, record, content, birth, birthPlace } = person;
  return {
    personId: id,
    score,
    strength,
    reasons,
    side,
    kind: kindOf(person),
    details: record?.details ?? null,
    note: record?.note ?? null,
    case: content && { id: content.case.id, reference: content.case.reference, status: content.case.status },
    names: person.names.map(({ given, family, alias, script, language }) => ({
      given,
      family,
      alias,
      script,
      language,
    })),
    birth,
    birthPlace,
    decision,
  };
}

/** A stored person as names, birth date and documents are compared. */
export function identifiedOf({
  names,
  birth,
  documents,
}: Pick<StoredPerson, 'names' | 'birth' | 'documents'>): IdentifiedPerson {
  return { names, birth, documents };
}

function kindOf({ record, content }: StoredPerson): Candidate['kind'] {
  if (record) return record.kind as Candidate['kind'];
  return content?.case.closedAt ? 'closed-case' : 'open-case';
}
