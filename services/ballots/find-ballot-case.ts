import { seatOfOfficer } from '../../activities/register/committee';
import type { Reader } from '../../domain/permissions/case-access';
import { sideView } from '../../domain/permissions/side-view';
import type { Case } from '../../prisma/generated/client';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';

/**
 * The case of a ballot, for whoever may see the case, and for ever for a seat that was asked, whatever else of the case
 * it may see: a member reads a case of another procedure only while its ballot is open. A ballot is an approval of the
 * side that owns the case, and no concern of the other side's.
 *
 * @throws NotFoundError when there is none, and in the same words when he may not
 */
export async function findBallotCase({ prisma }: ServiceContext, reader: Reader, id: string): Promise<Case> {
  const held = await seatOfOfficer(prisma, reader.id);
  const asked = held && { seq: { gt: 0 }, ballots: { some: { seats: { has: held.code } } } };
  const wasAsked = asked && (await prisma.case.findFirst({ where: { id, ...asked } }));
  if (wasAsked) return wasAsked;
  const item = await prisma.case.findFirst({ where: { id, ...visibleCases(reader) } });
  const isTheirs = item !== null && item.counterpartCode === reader.agencyCode;
  if (!item || (isTheirs && sideView(reader, item, null) !== 'own')) throw new NotFoundError('case');
  return item;
}
