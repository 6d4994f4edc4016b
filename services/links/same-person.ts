import { sideView } from '../../domain/permissions/side-view';
import type { Case, Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';

type Decided = Prisma.CrossCheckDecisionGetPayload<{
  include: { case: true; person: { include: { content: true } } };
}>;

/**
 * Cases of which an officer decided that they are about the same person as this one, in either of the two. Of the
 * decisions of one case on another the latest counts; in a case between two sides each reads its own. What is found may
 * be hidden from the reader: the caller leaves that out.
 */
export async function decidedSame(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  { id }: Case,
): Promise<ReadonlySet<string>> {
  const decisions = await prisma.crossCheckDecision.findMany({
    where: {
      OR: [{ caseId: id, person: { contentId: { not: null } } }, { person: { content: { caseId: id } } }],
    },
    include: { case: true, person: { include: { content: true } } },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  });
  const latest = new Map<string, Decided>();
  for (const decision of decisions) {
    if (sideView(officer, decision.case, decision.agencyCode) !== 'own') continue;
    latest.set(`${decision.caseId} on ${candidateOf(decision)}`, decision);
  }
  const same = [...latest.values()].filter(({ outcome }) => outcome === 'same');
  return new Set(same.map((decision) => (decision.caseId === id ? candidateOf(decision) : decision.caseId)));
}

function candidateOf({ person }: Decided): string {
  return person.content?.caseId ?? '';
}
