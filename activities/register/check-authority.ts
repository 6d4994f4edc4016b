import { Refusal, type RefusalCode } from '../../domain/case/refusal';
import { agencyWideRoles } from '../../domain/permissions/case-access';
import { excludedFrom } from '../../domain/permissions/four-eyes';
import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/** What the write step has locked of the case. */
export interface LockedCase {
  readonly id: string;
  readonly agencyCode: string;
  readonly createdById: string;
}

/**
 * Rechecks what only the register knows, inside the transaction: the actor is active, still holds the role, belongs
 * to the agency where the role is bound to it; four eyes; and the content that was signed is the content there is.
 *
 * @throws Refusal
 */
export async function checkAuthority(
  tx: Transaction,
  item: LockedCase,
  request: WriteRequest,
): Promise<void> {
  if (request.actorId === null || request.role === null) return;
  const officer = await tx.officer.findUnique({ where: { id: request.actorId } });
  if (!officer || officer.disabledAt) throw new Refusal('officer-disabled');
  const bound = (agencyWideRoles as readonly string[]).includes(request.role);
  const outside = bound && officer.agencyCode !== item.agencyCode;
  if (!officer.roles.includes(request.role) || outside) refuse('wrong-role', request.role);
  for (const event of request.events) {
    if (event.type !== 'decisionMade') continue;
    const content = await latestContent(tx, item.id);
    if (event.contentHash !== content.hash) {
      throw new Refusal('content-changed', { version: content.version ?? 0 });
    }
    if (event.fourEyes) await checkFourEyes(tx, item, request, event.stage, content.editedById);
  }
}

async function latestContent(tx: Transaction, caseId: string) {
  return await tx.caseContent.findFirstOrThrow({
    where: { caseId, version: { not: null } },
    orderBy: { version: 'desc' },
  });
}

async function checkFourEyes(
  tx: Transaction,
  item: LockedCase,
  request: WriteRequest,
  stage: string,
  lastEditorId: string,
): Promise<void> {
  const earlier = await tx.decision.findMany({ where: { caseId: item.id, fourEyes: true } });
  const signers = { creatorId: item.createdById, lastEditorId, earlier };
  for (const person of [request.actorId, request.actingForId]) {
    const why = person === null ? null : excludedFrom(stage, person, signers);
    if (why) throw new Refusal('four-eyes', { why });
  }
}

function refuse(code: RefusalCode, role: string): never {
  throw new Refusal(code, { role });
}
