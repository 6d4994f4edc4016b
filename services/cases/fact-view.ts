import { z } from 'zod';
import type { Fact } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { NoteOf } from './notes-of-case';
import type { CaseReading } from './read-as';

const instant = z.iso.datetime();

export const factView = z.object({
  stepKey: z.string(),
  superseded: z.boolean().describe('A correction of it has been confirmed since'),
  step: z.string(),
  outcome: z.string(),
  conditions: z.array(z.string()),
  occurredAt: instant,
  zone: z.string(),
  limitDate: z.string().nullable(),
  recordedAt: instant,
  recordedBy: z.string().describe("An officer of the own side, or the other side's agency"),
  details: z.unknown(),
  proof: z.array(z.string()),
  partial: z.boolean().describe('Of the other side: how, and by what proof, is not shown'),
});

/** The facts of a case as its reader sees them. A signature that waits for his own is in the handover only. */
export async function factViews(
  { prisma }: ServiceContext,
  { eyes, log, name, isSealed }: CaseReading,
  facts: readonly Fact[],
  note: NoteOf,
): Promise<z.infer<typeof factView>[]> {
  const ids = facts.map((fact) => fact.recordedById);
  const officers = await prisma.officer.findMany({ where: { id: { in: ids } } });
  const nameOf = new Map(officers.map((officer) => [officer.id, officer.name]));
  return facts
    .filter(({ stepKey }) => !isSealed(stepKey))
    .map((fact) => {
      const { seq, stepKey, step, outcome, occurredAt, zone, recordedAt, recordedById } = fact;
      const { agencyCode } = log.author(seq);
      const isOwn = eyes(agencyCode) === 'own';
      return {
        stepKey,
        superseded: facts.some((later) => later.stepKey === stepKey && later.seq > seq),
        step,
        outcome,
        conditions: isOwn ? fact.codes : [],
        occurredAt: occurredAt.toISOString(),
        zone,
        limitDate: isOwn ? fact.limitDate : null,
        recordedAt: recordedAt.toISOString(),
        recordedBy: name(agencyCode, nameOf.get(recordedById) ?? ''),
        details: isOwn ? note(fact.detailsId) : null,
        proof: isOwn ? fact.proof : [],
        partial: !isOwn,
      };
    });
}
