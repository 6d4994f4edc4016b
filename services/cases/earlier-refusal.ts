import { barredBy } from '../../domain/procedures/barred-by';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type ProcedureRequest, procedureOf } from '../procedures';
import { visibleCases } from './visible-cases';
import { warrantKeyOf } from './warrant-key';

/**
 * Runs what may be refused because a court refused before, and names the earlier case to an officer who may see it. To
 * another only the refusal is told.
 */
export async function namingEarlierRefusal<T>(
  context: ServiceContext,
  officer: CurrentOfficer,
  opening: { readonly procedure: string; readonly request: ProcedureRequest },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code !== 'barred-by-refusal') throw error;
    throw new RefusedError(error.refusal, await earlierCase(context, officer, opening));
  }
}

async function earlierCase(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  { procedure, request }: { readonly procedure: string; readonly request: ProcedureRequest },
): Promise<{ readonly earlierCase?: string }> {
  const warrant = procedureOf(procedure).warrantOf?.(request) ?? null;
  if (warrant === null) return {};
  const facts = { some: { OR: barredBy.map(({ step, outcome }) => ({ step, outcome })) } };
  const warrantKey = warrantKeyOf(warrant);
  const found = await prisma.case.findFirst({
    where: { AND: [{ warrantKey, facts }, visibleCases(officer)] },
  });
  return found ? { earlierCase: found.id } : {};
}
