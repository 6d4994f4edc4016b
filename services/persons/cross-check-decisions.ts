import { z } from 'zod';
import { id, prose } from '../../domain/input';
import { matchPersons, preparePerson } from '../../domain/names/match-persons';
import type { Reader } from '../../domain/permissions/case-access';
import { sideView } from '../../domain/permissions/side-view';
import type { Prisma } from '../../prisma/generated/client';
import { getVisibleCase } from '../cases/find-case';
import { visibleCases } from '../cases/visible-cases';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type CrossCheckDecisionView, crossCheckOutcomes, identifiedOf } from './candidate-view';
import { personOfCase } from './person-of-case';

export const crossCheckDecisionInputSchema = z
  .strictObject({
    personId: id.describe('The candidate, as the cross-check named him'),
    outcome: z.enum(crossCheckOutcomes),
    reason: prose,
  })
  .meta({ id: 'CrossCheckDecisionInput' });

/**
 * Records what an officer found of a candidate: the person of the case, another, or only the other side can tell. What
 * the search said of the candidate is worked out anew and kept with it. A later decision does not change it; the latest
 * counts.
 *
 * @throws NotFoundError when the case is none that he may see
 * @throws InvalidInputError when there is no such candidate, and in the same words when he may not see him
 */
export async function decideCandidate(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.output<typeof crossCheckDecisionInputSchema>,
): Promise<CrossCheckDecisionView> {
  const { contentVersion } = await getVisibleCase(context, officer, caseId);
  const repeatable = { officerId: officer.id, key, route: `decideCandidate:${caseId}`, body: input };
  return await answerOnce(context, repeatable, async () => {
    const { personId, outcome, reason } = input;
    const sought = preparePerson(await personOfCase(context, caseId, contentVersion));
    const candidate = preparePerson(await visibleCandidate(context, officer, caseId, personId));
    const { score, reasons } = matchPersons(sought, candidate);
    const decisionId = commandIdOf(repeatable);
    await context.prisma.crossCheckDecision.createMany({
      skipDuplicates: true,
      data: {
        id: decisionId,
        caseId,
        contentVersion,
        personId,
        outcome,
        reason,
        score,
        reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
        officerId: officer.id,
        agencyCode: officer.agencyCode,
        decidedAt: new Date(),
      },
    });
    const where = { id: decisionId };
    return viewOf(
      await context.prisma.crossCheckDecision.findUniqueOrThrow({ where, include: { officer: true } }),
    );
  });
}

async function visibleCandidate(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  id: string,
) {
  const ofCase = { version: { not: null }, caseId: { not: caseId }, case: visibleCases(officer) };
  const candidate = await prisma.person.findFirst({
    where: { id, OR: [{ recordId: { not: null } }, { content: ofCase }] },
    include: { names: true },
  });
  if (!candidate) throw new InvalidInputError([{ pointer: '/personId', code: 'candidate-unknown' }]);
  return identifiedOf(candidate);
}

/**
 * What was decided last on each candidate of a case, by the candidate's id. In a case between two sides each has
 * decisions of its own, and reads no others; the auditor reads those of both.
 */
export async function latestDecisions(
  { prisma }: ServiceContext,
  reader: Pick<Reader, 'roles' | 'agencyCode'>,
  caseId: string,
): Promise<Map<string, CrossCheckDecisionView>> {
  const decisions = await prisma.crossCheckDecision.findMany({
    where: { caseId },
    orderBy: { decidedAt: 'asc' },
    include: { officer: true, case: true },
  });
  const own = decisions.filter((decision) => sideView(reader, decision.case, decision.agencyCode) === 'own');
  return new Map(own.map((decision) => [decision.personId, viewOf(decision)]));
}

type Stored = Prisma.CrossCheckDecisionGetPayload<{ include: { officer: true } }>;

function viewOf({
  id,
  personId,
  outcome,
  reason,
  officer,
  contentVersion,
  decidedAt,
}: Stored): CrossCheckDecisionView {
  return {
    id,
    personId,
    outcome: z.enum(crossCheckOutcomes).parse(outcome),
    reason,
    officer: officer.name,
    contentVersion,
    decidedAt: decidedAt.toISOString(),
  };
}
