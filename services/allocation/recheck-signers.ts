import { randomUUID } from 'node:crypto';
import { lockCase } from '../../activities/register/lock-case';
import { drainSigners, lookForSigners } from '../../activities/register/look-for-signers';
import { secondPersonKinds } from '../../activities/register/tasks-to-sign';
import { agencyWideRoles } from '../../domain/permissions/case-access';
import type { ServiceContext } from '../context';

/**
 * Looks through the open tasks after officers were changed: whether one is left with nobody to sign it, or has somebody
 * again. Whoever changes officers asks for it once that is committed; to repeat it changes nothing.
 */
export async function recheckSigners({ prisma }: Pick<ServiceContext, 'prisma'>): Promise<void> {
  await drainSigners(prisma);
  for (const { caseId } of await doubtfulCases(prisma))
    await prisma.$transaction(async (tx) => {
      await lookForSigners(tx, await lockCase(tx, { caseId, commandId: randomUUID() }), new Date());
    });
}

/**
 * Cases to look at closely: with a task that nobody could sign until now, or for which there is no active officer of the
 * role who has had nothing to do with the case. One who has not is excluded by nothing.
 */
async function doubtfulCases(prisma: ServiceContext['prisma']): Promise<{ caseId: string }[]> {
  const bound = [...agencyWideRoles];
  const kinds = [...secondPersonKinds];
  return await prisma.$queryRaw<{ caseId: string }[]>`
    SELECT DISTINCT task."caseId" FROM "Task" task JOIN "Case" item ON item."id" = task."caseId"
    WHERE task."status" = 'open' AND task."kind" = ANY (${kinds}) AND (
      EXISTS (SELECT 1 FROM "SigningGap" gap WHERE gap."taskId" = task."id" AND gap."closedAt" IS NULL)
      OR NOT EXISTS (
        SELECT 1 FROM "Officer" officer
        WHERE officer."disabledAt" IS NULL AND task."role" = ANY (officer."roles")
          AND NOT 'administrator' = ANY (officer."roles")
          AND (officer."agencyCode" = COALESCE(task."agencyCode", item."agencyCode")
            OR (task."agencyCode" IS NULL AND NOT task."role" = ANY (${bound})))
          AND officer."id" <> item."createdById"
          AND NOT EXISTS (SELECT 1 FROM "CaseEvent" WHERE "caseId" = item."id" AND "actorId" = officer."id")
          AND NOT EXISTS (SELECT 1 FROM "CaseContent" WHERE "caseId" = item."id" AND "editedById" = officer."id")
          AND NOT EXISTS (SELECT 1 FROM "Decision" WHERE "caseId" = item."id" AND "actingForId" = officer."id")
      )
    ) ORDER BY task."caseId"`;
}
