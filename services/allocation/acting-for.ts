import { actsIn } from '../../domain/permissions/case-access';
import { getVisibleCase } from '../cases/find-case';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { heldBy } from './task-in-hand';

/**
 * The absent officer for whom somebody wants to act in a case; null when he acts for himself. The write step asks again.
 *
 * @throws RefusedError `not-substitute` when no rule says so at this moment
 */
export async function absentFor(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  account: string | undefined,
): Promise<string | null> {
  if (account === undefined) return null;
  const { procedure } = await getVisibleCase(context, officer, caseId);
  const { actsFor = [] } = officer;
  const absent = actsFor.find((candidate) => candidate.subject === account && actsIn(candidate, procedure));
  if (!absent) throw new RefusedError({ code: 'not-substitute', params: {} });
  return absent.reader.id;
}

/** The refusal of a decision on a task that somebody holds, with who does. */
export async function whoHolds(
  { prisma }: ServiceContext,
  taskId: string,
  refusal: RefusedError,
): Promise<RefusedError> {
  const task = await prisma.task.findUnique({ where: { id: taskId }, include: { claimedBy: true } });
  return task?.claimedBy ? heldBy(task.claimedBy) : refusal;
}
