import type { TransferRequest } from '../../domain/procedures/suspect-transfer/request';
import type { Prisma, TransferBatch, TransferBatchItem } from '../../prisma/generated/client';
import { openCase } from '../cases/open-case';
import type { ServiceContext } from '../context';
import { InvalidInputError, RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { personKey } from './batch-ids';
import type { ItemStatus } from './batch-view';

/** What came of a person of a batch. A refusal is terminal: his batch goes on without him. */
export interface PersonOutcome {
  readonly status: Exclude<ItemStatus, 'waiting'>;
  readonly refusal?: { readonly code: string; readonly params: Prisma.InputJsonObject };
}

/**
 * Opens the case of a person of a batch for the officer who opened the batch: the write step looks whether he still
 * may. A case that is there already is left as it is, whatever he may now.
 *
 * @throws what may pass, such as UnavailableError; trying again opens nobody twice
 */
export async function openPerson(
  context: ServiceContext,
  officer: CurrentOfficer,
  batch: Pick<TransferBatch, 'id' | 'agencyCode'>,
  { place, caseId, request }: Pick<TransferBatchItem, 'place' | 'caseId' | 'request'>,
): Promise<PersonOutcome> {
  if (await isOpened(context, caseId)) return { status: 'opened' };
  if (officer.agencyCode !== batch.agencyCode) return refused('wrong-role', { role: 'liaison' });
  const opening = { procedure: 'suspect-transfer' as const, request: request as unknown as TransferRequest };
  try {
    await openCase(context, officer, personKey(batch.id, place), opening, batch.id);
    return { status: 'opened' };
  } catch (error) {
    if (error instanceof RefusedError) return refused(error.code, { ...error.refusal.params });
    // What was right when the batch was taken: a file has gone into another case since, a side has lost its unit.
    if (error instanceof InvalidInputError) return refused(error.faults[0]?.code ?? error.code, {});
    throw error;
  }
}

async function isOpened({ prisma }: ServiceContext, id: string): Promise<boolean> {
  return (await prisma.case.count({ where: { id, seq: { gt: 0 } } })) > 0;
}

function refused(code: string, params: Record<string, string | number | readonly string[]>): PersonOutcome {
  return { status: 'refused', refusal: { code, params } };
}
