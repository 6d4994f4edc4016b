import { z } from 'zod';
import type { Decision, Officer } from '../../prisma/generated/client';
import type { NoteOf } from './notes-of-case';
import type { CaseReading } from './read-as';

export const decisionView = z.object({
  step: z.string(),
  stage: z.string(),
  outcome: z.string(),
  officer: z.string().describe("An officer of the own side, or the other side's agency"),
  actingFor: z.string().nullable().describe('In whose absence he decided, of the own side'),
  reason: z.unknown(),
  contentHash: z.string().nullable().describe('What was signed; null where the other side signed'),
  decidedAt: z.iso.datetime(),
  partial: z.boolean().describe('Of the other side: who decided, and why, is not shown'),
});

/** A decision as a reader of the case sees it. */
export function decisionOf(
  decision: Decision & { officer: Officer; actingFor: Officer | null },
  { eyes, log, name }: CaseReading,
  note: NoteOf,
): z.infer<typeof decisionView> {
  const { stepKey, stage, outcome, officer, actingFor, reasonId, contentHash, decidedAt } = decision;
  const agencyCode = log.stepOf(stepKey);
  const isOwn = eyes(agencyCode) === 'own';
  return {
    step: stepKey,
    stage,
    outcome,
    officer: name(agencyCode, officer.name),
    actingFor: isOwn ? (actingFor?.name ?? null) : null,
    reason: isOwn ? note(reasonId) : null,
    contentHash: isOwn ? contentHash : null,
    decidedAt: decidedAt.toISOString(),
    partial: !isOwn,
  };
}
