import { z } from 'zod';
import { id, instant, isoDate, line, zone } from '../../input';
import { outgoingExtraditionSteps as steps } from './steps';

const details = {
  'provisional-arrest-request': z.strictObject({ channel: line }),
  'provisional-arrest': z.strictObject({ place: line, note: line.optional() }),
  'release-abroad': z.strictObject({ place: line.optional() }),
  'arrest-request-withdrawal': z.strictObject({ channel: line.optional() }),
  transmission: z.strictObject({ channel: line.optional() }),
  receipt: z.strictObject({ by: line }),
  opinion: z.strictObject({ by: line }),
  judgment: z.strictObject({ by: line }),
  decision: z.strictObject({ by: line }),
  'notice-of-decision': z.strictObject({ by: line.optional() }),
  surrender: z.strictObject({
    place: line,
    daysInCustody: z.int().min(0).optional(),
    escort: z.int().min(0).optional(),
  }),
  arrival: z.strictObject({ place: line }),
  'before-judge': z.strictObject({ court: line }),
} as const;

type FactStep = keyof typeof details;

const conditions = z.array(z.enum(['speciality', 'no-death-penalty', 'no-re-extradition', 'other']));

function factSchema<N extends FactStep>(step: N) {
  const { outcomes, proof, ...declared } = { limitDate: undefined, ...steps[step] };
  const documents = z.array(id);
  return z.strictObject({
    step: z.literal(step),
    outcome: z.enum(outcomes as readonly [string, ...string[]]),
    occurredAt: instant,
    zone,
    limitDate: declared.limitDate
      ? isoDate.nullable().default(null).describe('Last day that the other side set, in `zone`')
      : z.null().default(null),
    conditions: step === 'decision' ? conditions.default([]) : z.array(z.never()).default([]),
    details: details[step].optional(),
    proof: proof === 'required' ? documents.min(1) : documents.default([]),
  });
}

/** The body with which each fact of the procedure is recorded; `proof` names uploaded documents. */
export const outgoingFactSchema = z
  .discriminatedUnion('step', [
    factSchema('provisional-arrest-request'),
    factSchema('provisional-arrest'),
    factSchema('release-abroad'),
    factSchema('arrest-request-withdrawal'),
    factSchema('transmission'),
    factSchema('receipt'),
    factSchema('opinion'),
    factSchema('judgment'),
    factSchema('decision'),
    factSchema('notice-of-decision'),
    factSchema('surrender'),
    factSchema('arrival'),
    factSchema('before-judge'),
  ])
  .meta({ id: 'OutgoingExtraditionFact' });

export type OutgoingFact = z.infer<typeof outgoingFactSchema>;
