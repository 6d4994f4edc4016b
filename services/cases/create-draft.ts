import { genesisHash } from '../../domain/case/chain';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { type Opening, procedureOf } from '../procedures';

/** Puts a case into the register that is in no list yet: its first events are written by the workflow. */
export async function createDraft(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  id: string,
  { procedure, request, reopens }: Opening,
): Promise<void> {
  await prisma.case.createMany({
    skipDuplicates: true,
    data: {
      id,
      procedure,
      procedureVersion: procedureOf(procedure).version,
      status: 'draft',
      requestingState: request.requestingState,
      requestedState: request.requestedState,
      urgency: request.urgency,
      confidential: request.confidentialUntilArrest,
      agencyCode: officer.agencyCode,
      createdById: officer.id,
      responsibleOfficerId: officer.id,
      reopensId: reopens ?? null,
      headHash: genesisHash(id),
      updatedAt: new Date(),
    },
  });
}
