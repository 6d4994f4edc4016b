import { seatOfOfficer } from '../../activities/register/committee';
import { actingFor, federalAgency, type Parties } from '../../domain/case/parties';
import type { Reader } from '../../domain/permissions/case-access';
import { sideView } from '../../domain/permissions/side-view';
import type { Case } from '../../prisma/generated/client';
import { partiesOfCase } from '../cases/case-parties';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';

/**
 * The case of a ballot, for whoever may see the case, and for ever for a seat that was asked, whatever else of the case
 * it may see: a member reads a case of another procedure only while its ballot is open. The committee is a federal body:
 * in a case between two sides its ballot is the federal side's, and no concern of the Region's.
 *
 * @throws NotFoundError when there is none, and in the same words when he may not
 */
export async function findBallotCase(context: ServiceContext, reader: Reader, id: string): Promise<Case> {
  const { prisma } = context;
  const held = await seatOfOfficer(prisma, reader.id);
  const asked = held && { seq: { gt: 0 }, ballots: { some: { seats: { has: held.code } } } };
  const wasAsked = asked && (await prisma.case.findFirst({ where: { id, ...asked } }));
  if (wasAsked) return wasAsked;
  const item = await prisma.case.findFirst({ where: { id, ...visibleCases(reader) } });
  const parties = item === null ? undefined : await partiesOfCase(context, item);
  const isOwn = item !== null && (parties === undefined || isFederal(reader, item, parties));
  if (!isOwn) throw new NotFoundError('case');
  return item;
}

function isFederal(reader: Reader, item: Case, parties: Parties): boolean {
  const { roles } = reader;
  const agencyCode = actingFor(reader, parties);
  return sideView({ roles, agencyCode }, item, federalAgency(parties)) === 'own';
}
