import { sideView } from '../../domain/permissions/side-view';
import type { Case, Clock } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';

/** Who holds the tasks that limits measure, as far as they are of the reader's own side. */
export async function holdersOfClocks(
  { task }: ServiceContext['prisma'],
  officer: CurrentOfficer,
  clocks: readonly (Clock & { readonly case: Case })[],
): Promise<(clock: Pick<Clock, 'caseId' | 'stepKey'>) => string | null> {
  const measured = clocks.flatMap(({ caseId, stepKey }) => (stepKey === null ? [] : [{ caseId, stepKey }]));
  if (measured.length === 0) return () => null;
  const tasks = await task.findMany({
    where: { status: 'open', claimedById: { not: null }, OR: measured },
    include: { case: true, claimedBy: true },
  });
  const own = tasks.filter((held) => sideView(officer, held.case, held.agencyCode) === 'own');
  const names = new Map(own.map((held) => [`${held.caseId} ${held.stepKey}`, held.claimedBy?.name ?? null]));
  return ({ caseId, stepKey }) => names.get(`${caseId} ${stepKey}`) ?? null;
}
