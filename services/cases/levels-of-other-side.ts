import type { Reader } from '../../domain/permissions/case-access';
import type { Clock, PrismaClient } from '../../prisma/generated/client';

/**
 * The service levels, due by an instant, that the other side of a reader's cases set itself: they are in no list of his.
 * A service level names its step, and only the step its side.
 */
export async function levelsOfOtherSide(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  { id, roles, agencyCode }: Reader,
  dueBy: Date,
): Promise<{ caseId: string; key: string }[]> {
  if (roles.includes('auditor')) return [];
  return await prisma.$queryRaw`
    SELECT DISTINCT c."caseId", c."key" FROM "Clock" c
      JOIN "Case" k ON k."id" = c."caseId" AND k."counterpartCode" IS NOT NULL
      LEFT JOIN "Task" t ON t."caseId" = c."caseId" AND t."stepKey" = c."stepKey"
      WHERE c."class" = 'D' AND c."settledAt" IS NULL AND c."dueAt" <= ${dueBy}
        AND COALESCE(c."agencyCode", t."agencyCode", k."agencyCode") <> ${agencyCode}
        AND (${agencyCode} IN (k."agencyCode", k."counterpartCode")
          OR ${id}::uuid IN (k."createdById", k."responsibleOfficerId"))`;
}

/** Whose duty each of some limits is; of a service level the agency of its step. */
export async function agenciesOfSteps(
  prisma: Pick<PrismaClient, 'task'>,
  clocks: readonly Clock[],
): Promise<(clock: Clock) => string | null> {
  const tasks = await prisma.task.findMany({
    where: {
      agencyCode: { not: null },
      OR: clocks.flatMap(({ caseId, stepKey }) => (stepKey === null ? [] : [{ caseId, stepKey }])),
    },
    select: { caseId: true, stepKey: true, agencyCode: true },
  });
  const known = new Map(tasks.map((task) => [`${task.caseId} ${task.stepKey}`, task.agencyCode]));
  return ({ caseId, stepKey, agencyCode }) => agencyCode ?? known.get(`${caseId} ${stepKey}`) ?? null;
}
