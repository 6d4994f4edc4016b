import { v5 as uuidv5 } from 'uuid';
import type { Match } from '../../domain/names/match-persons';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { StoredPerson } from './candidate-view';

const namespace = 'f4a5b2d0-77aa-4c0e-9a3e-1d1f6d3b9b52';

/** A person of a case that the searcher may not see. */
interface HiddenHit {
  readonly person: StoredPerson;
  readonly match: Match;
}

/**
 * Tells the owners of cases that a search met and its searcher may not see: the responsible officer and the managers of
 * the agency get a mail that names their own case and nothing else, and the register keeps who searched, for them to
 * decide what to tell him. The same search tells them once.
 *
 * @param about the same whenever the same is sought again
 */
export async function tellOwners(
  { prisma }: ServiceContext,
  searcher: CurrentOfficer,
  about: string,
  hits: readonly HiddenHit[],
): Promise<void> {
  if (hits.length === 0) return;
  const caseIds = hits.flatMap(({ person }) => (person.content ? [person.content.case.id] : []));
  const cases = await prisma.case.findMany({
    where: { id: { in: caseIds } },
    select: { id: true, reference: true, agencyCode: true, responsibleOfficerId: true },
  });
  const managers = await prisma.officer.findMany({
    where: {
      disabledAt: null,
      roles: { has: 'manager' },
      agencyCode: { in: cases.map((item) => item.agencyCode) },
    },
    select: { id: true, agencyCode: true },
  });
  const foundAt = new Date();
  const mails = cases.flatMap(({ id: caseId, reference, agencyCode, responsibleOfficerId }) => {
    const own = managers.filter((manager) => manager.agencyCode === agencyCode).map(({ id }) => id);
    return [...new Set([responsibleOfficerId, ...own])].map((officerId) => ({
      messageId: `<${uuidv5(`${about}:${searcher.id}:${caseId}:${officerId}`, namespace)}@taslim.invalid>`,
      template: 'cross-check-hit',
      params: { reference },
      officerId,
      caseId,
      createdAt: foundAt,
      nextAttemptAt: foundAt,
    }));
  });
  const rows = hits.flatMap(({ person, match: { score } }) =>
    person.content
      ? [
          {
            id: uuidv5(`${about}:${searcher.id}:${person.id}`, namespace),
            caseId: person.content.case.id,
            personId: person.id,
            score,
            officerId: searcher.id,
            foundAt,
          },
        ]
      : [],
  );
  await prisma.$transaction([
    prisma.crossCheckHit.createMany({ data: rows, skipDuplicates: true }),
    prisma.mail.createMany({ data: mails, skipDuplicates: true }),
  ]);
}
