import { Prisma, type PrismaClient } from '../../prisma/generated/client';
import { partiesOf } from '../cases/case-parties';
import { answerOnce } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { type InputFault, InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { batchIdOf, personCaseId } from './batch-ids';
import { type BatchInput, requestsOf } from './batch-input';
import type { BatchSummary } from './batch-view';
import { getBatchSummary } from './get-batch';
import { startBatch } from './start-batch';

type Register = Pick<PrismaClient, 'transferBatch'>;

/**
 * Takes persons who are transferred together. All of them are in the register before the workflow starts that opens
 * their cases one by one; this answers at once, and the batch tells how far it is.
 *
 * @throws InvalidInputError, IdempotencyKeyReusedError, UnavailableError
 */
export async function openBatch(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  input: BatchInput,
): Promise<BatchSummary> {
  const repeatable = { officerId: officer.id, key, route: 'openBatch', body: input };
  return await answerOnce(context, repeatable, async () => {
    const batchId = batchIdOf(repeatable);
    await refuseFaults(context, officer, batchId, input);
    await storeBatch(context, officer, batchId, input);
    await startBatch(context, batchId, key);
    return await getBatchSummary(context, officer, batchId);
  });
}

async function refuseFaults(
  context: ServiceContext,
  officer: CurrentOfficer,
  batchId: string,
  input: BatchInput,
): Promise<void> {
  const faults = [
    ...(await faultsOfSides(context, officer, input)),
    ...(await faultsOfReference(context.prisma, officer, batchId, input)),
    ...(await faultsOfFiles(context, officer, input)),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** The side that asks opens the batch, as it would open each case; here the direction is said once for all. */
async function faultsOfSides(
  context: ServiceContext,
  officer: CurrentOfficer,
  input: BatchInput,
): Promise<InputFault[]> {
  const [first] = requestsOf(input);
  if (!first) return [];
  try {
    await partiesOf(context, officer, input.procedure, first);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, ...fault }) => ({
      ...fault,
      pointer: pointer.replace(/^\/request/, ''),
    }));
  }
}

async function faultsOfReference(
  register: Register,
  { agencyCode }: CurrentOfficer,
  batchId: string,
  { reference }: BatchInput,
): Promise<InputFault[]> {
  const where = { agencyCode_reference: { agencyCode, reference } };
  const known = await register.transferBatch.findUnique({ where, select: { id: true } });
  return known && known.id !== batchId ? [{ pointer: '/reference', code: 'same-batch-reference' }] : [];
}

/** A file must be the officer's own and of no case yet, unless this batch has opened it already. */
async function faultsOfFiles(
  { prisma }: ServiceContext,
  { id: uploadedById }: CurrentOfficer,
  { persons }: BatchInput,
): Promise<InputFault[]> {
  const used = persons.flatMap(({ files }, place) =>
    files.map(({ documentId }, index) => ({
      documentId,
      pointer: `/persons/${place}/files/${index}/documentId`,
    })),
  );
  const ids = used.map(({ documentId }) => documentId);
  const own = await prisma.document.findMany({
    where: { id: { in: ids }, uploadedById },
    select: { id: true },
  });
  const known = new Set(own.map(({ id }) => id));
  return used.flatMap(({ documentId, pointer }) =>
    known.has(documentId) ? [] : [{ pointer, code: 'document-unknown' }],
  );
}

async function storeBatch(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  id: string,
  input: BatchInput,
): Promise<void> {
  const { from: fromSide, to: toSide, reference } = input;
  const { id: createdById, agencyCode } = officer;
  await prisma.$transaction(async (tx) => {
    await tx.transferBatch.createMany({
      data: { id, reference, fromSide, toSide, agencyCode, createdById, createdAt: new Date() },
      skipDuplicates: true,
    });
    // Another request may have taken the reference in the meantime.
    const faults = await faultsOfReference(tx, officer, id, input);
    if (faults.length > 0) throw new InvalidInputError(faults);
    await tx.transferBatchItem.createMany({
      data: requestsOf(input).map((request, place) => ({
        batchId: id,
        place,
        caseId: personCaseId(id, place, createdById),
        request,
        status: 'waiting',
        refusal: Prisma.DbNull,
      })),
      skipDuplicates: true,
    });
  });
}
