import { holdsRole, isBound } from '../../domain/allocation/who-may-hold';
import type { EventBody } from '../../domain/case/events';
import { type Authority, isFederalOffice, type Side } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { excludedFrom } from '../../domain/permissions/four-eyes';
import type { Role } from '../../domain/permissions/roles';
import { checkSeat } from './check-seat';
import { checkSubstitution } from './check-substitution';
import type { LockedCase } from './lock-case';
import { latestContent, signersOf } from './tasks-to-sign';
import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

/**
 * Rechecks what only the register knows, inside the transaction: the actor is active, still holds the role, belongs
 * to the agency where the role is bound to it, holds the seat where it is a seat's to do; or acts for somebody who
 * does, by a rule that says so at this moment; four eyes; and the content that was signed is the content there is. Who
 * holds a task is asked by the database as the decision is put in.
 *
 * @throws Refusal
 */
export async function checkAuthority(
  tx: Transaction,
  item: LockedCase,
  request: WriteRequest,
): Promise<void> {
  if (request.actorId === null || request.role === null) return;
  const { actorId, actingForId, role, orRoles = [], agencyCode = null } = request;
  if (actingForId !== null) await checkSubstitution(tx, { ...request, actorId, actingForId });
  await checkRole(tx, item, actingForId ?? actorId, { role, agencyCode, or: orRoles });
  if (request.seat) await checkSeat(tx, actorId, request.seat);
  for (const event of request.events) {
    if (event.type === 'responsibleChanged') await checkEligible(tx, item, event.officerId);
    if (event.type === 'adviceAsked') await checkAsked(tx, item, event, agencyCode);
    if (event.type === 'decisionMade') await checkDecision(tx, item, request, event);
  }
}

async function checkRole(
  tx: Transaction,
  item: LockedCase,
  holderId: string,
  { role, agencyCode = null, or = [] }: Authority,
): Promise<void> {
  const officer = await tx.officer.findUnique({ where: { id: holderId } });
  if (!officer || officer.disabledAt) throw new Refusal('officer-disabled');
  const side = agencyCode === null ? 'FED' : await sideOf(tx, agencyCode);
  const holds = (wanted: Role) =>
    isFederalOffice(wanted)
      ? side === 'FED' && holdsRole(officer, { role: wanted, agencyCode: null }, item.agencyCode)
      : holdsRole(officer, { role: wanted, agencyCode }, item.agencyCode);
  if (![role, ...or].some(holds)) throw new Refusal('wrong-role', { role });
}

async function checkDecision(
  tx: Transaction,
  item: LockedCase,
  request: WriteRequest,
  decision: Extract<EventBody, { type: 'decisionMade' }>,
): Promise<void> {
  const content = await latestContent(tx, item.id);
  if (decision.contentHash !== content.hash) {
    throw new Refusal('content-changed', { version: content.version ?? 0 });
  }
  if (decision.fourEyes) await checkFourEyes(tx, item, request, decision.stage, content.editedById);
}

/** Who answers for a case is an active liaison officer of the agency that owns it. */
async function checkEligible(tx: Transaction, item: LockedCase, id: string): Promise<void> {
  const { agencyCode } = item;
  const eligible = await tx.officer.findFirst({
    where: { id, agencyCode, disabledAt: null, roles: { has: 'liaison' } },
    select: { id: true },
  });
  if (!eligible) throw new Refusal('officer-not-eligible');
}

/** Somebody else on the asker's own side holds the role that is asked. */
async function checkAsked(
  tx: Transaction,
  item: LockedCase,
  { role, officerId }: Extract<EventBody, { type: 'adviceAsked' }>,
  agencyCode: string | null,
): Promise<void> {
  const code = agencyCode ?? item.agencyCode;
  const side = await sideOf(tx, code);
  const isOffice = isFederalOffice(role);
  if (isOffice && side !== 'FED') throw new Refusal('nobody-to-ask', { role });
  const asked = await tx.officer.findFirst({
    where: {
      id: { not: officerId },
      disabledAt: null,
      roles: { has: role },
      agency: !isOffice && isBound(role, agencyCode) ? { code } : { side },
    },
    select: { id: true },
  });
  if (!asked) throw new Refusal('nobody-to-ask', { role });
}

async function sideOf(tx: Transaction, code: string): Promise<Side> {
  const { side } = await tx.agency.findUniqueOrThrow({ where: { code }, select: { side: true } });
  return side;
}

async function checkFourEyes(
  tx: Transaction,
  item: LockedCase,
  request: WriteRequest,
  stage: string,
  lastEditorId: string,
): Promise<void> {
  const signers = await signersOf(tx, item, lastEditorId);
  for (const person of [request.actorId, request.actingForId]) {
    const why = person === null ? null : excludedFrom(stage, person, signers);
    if (why) throw new Refusal('four-eyes', { why });
  }
}
