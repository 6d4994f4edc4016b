import { z } from 'zod';
import { getVisibleCase } from '../cases/find-case';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';

export const crossCheckHitsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        officer: z.string(),
        agency: z.string(),
        score: z.number(),
        foundAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'CrossCheckHits' });

/**
 * Who searched for the person of a case without being allowed to see it, newest first: for the agency that owns the
 * case, which decides what to tell him.
 *
 * @throws NotFoundError when the case is none that he may see, or another agency's
 */
export async function listHits(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<z.infer<typeof crossCheckHitsSchema>> {
  const { agencyCode } = await getVisibleCase(context, officer, caseId);
  if (agencyCode !== officer.agencyCode) throw new NotFoundError('case');
  const hits = await context.prisma.crossCheckHit.findMany({
    where: { caseId },
    orderBy: [{ foundAt: 'desc' }, { id: 'asc' }],
    include: { officer: true },
  });
  return {
    items: hits.map(({ id, score, foundAt, officer: searcher }) => ({
      id,
      officer: searcher.name,
      agency: searcher.agencyCode,
      score,
      foundAt: foundAt.toISOString(),
    })),
  };
}
