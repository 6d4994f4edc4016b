import { seatOfOfficer } from '../../activities/register/committee';
import { isFederalOffice } from '../../domain/case/parties';
import { mayDo } from '../../domain/permissions/actions';
import {
  agencyWideRoles,
  committeeRole,
  type Reader,
  rolesIn,
  taskRolesOf,
} from '../../domain/permissions/case-access';
import { sideView } from '../../domain/permissions/side-view';
import type { Case, Prisma, Task } from '../../prisma/generated/client';
import { readAs } from '../cases/read-as';
import { inProcedures, ofAgency, visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { ForbiddenError, NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type TaskView, taskView } from './task-view';

/** Which tasks: for the officer's roles; those that he holds; those nobody holds; those of his whole agency. */
export const taskFilters = ['group', 'mine', 'pool', 'agency'] as const;

export interface TaskQuery {
  readonly show: (typeof taskFilters)[number];
  readonly limit: number;
}

/**
 * Open tasks, soonest due first, those without a due date last. What an absent officer would have and nobody else holds
 * is among them for his substitute.
 *
 * @throws ForbiddenError for those of the agency, which its managers see
 */
export async function listTasks(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  { show, limit }: TaskQuery,
): Promise<TaskView[]> {
  const tasks = await prisma.task.findMany({
    where: {
      status: 'open',
      OR: await shown(prisma, officer, show),
      ...(show === 'pool' ? { claimedById: null } : {}),
      case: visibleCases(officer),
      ...(await ofOwnSeat(prisma, officer)),
    },
    include: { case: true, claimedBy: true },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return tasks.map((task) => taskView(officer, task));
}

/** A task as it is now. @throws NotFoundError as getTask */
export async function readTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  taskId: string,
): Promise<TaskView> {
  await getTask(context, officer, taskId);
  const include = { case: true, claimedBy: true };
  return taskView(officer, await context.prisma.task.findUniqueOrThrow({ where: { id: taskId }, include }));
}

async function shown(
  prisma: ServiceContext['prisma'],
  officer: CurrentOfficer,
  show: TaskQuery['show'],
): Promise<Prisma.TaskWhereInput[]> {
  const { actsFor = [] } = officer;
  if (show === 'agency') return await ofWholeAgency(prisma, officer);
  const heldBy = (claimedById: string) => ({ claimedById });
  if (show === 'mine')
    return [
      heldBy(officer.id),
      ...actsFor.map((absent) => ({ ...heldBy(absent.reader.id), case: inProcedures(absent) })),
    ];
  const forAbsent = actsFor.map((absent) => ({
    AND: [
      { OR: ownTasks(absent.reader) },
      { OR: [{ claimedById: null }, heldBy(absent.reader.id)] },
      { case: inProcedures(absent) },
    ],
  }));
  return [...ownTasks(officer), ...forAbsent];
}

/** What the officers of an agency may have, for its managers to give. */
async function ofWholeAgency(
  prisma: ServiceContext['prisma'],
  { agencyCode, roles }: CurrentOfficer,
): Promise<Prisma.TaskWhereInput[]> {
  if (!mayDo('task.assign', roles)) throw new ForbiddenError('task.assign');
  const officers = await prisma.officer.findMany({
    where: { agencyCode, disabledAt: null },
    select: { roles: true },
  });
  return ownTasks({ agencyCode, roles: officers.flatMap((officer) => officer.roles) });
}

/** @throws NotFoundError for a task of a case that the officer may not see, or of its other side */
export async function getTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  taskId: string,
): Promise<Task> {
  const found = await context.prisma.task.findFirst({
    where: { id: taskId, case: visibleCases(officer) },
    include: { case: true },
  });
  if (!found || !(await isOwn(context, officer, found.case, found))) throw new NotFoundError('task');
  const { case: _case, ...task } = found;
  return task;
}

/**
 * Of the officer's own side. What is done at a federal body is no agency's: it is that of whoever holds the role, and of
 * the managers of the side for which it is done.
 */
async function isOwn(
  context: ServiceContext,
  officer: CurrentOfficer,
  item: Case,
  { role, agencyCode, stepKey }: Task,
): Promise<boolean> {
  const roles = rolesIn(officer, item.procedure);
  if (item.counterpartCode === null || !isFederalOffice(role))
    return sideView({ ...officer, roles }, item, agencyCode) === 'own';
  if (roles.includes(role) || roles.includes('auditor')) return true;
  if (!roles.includes('manager')) return false;
  const { eyes, log } = await readAs(context, officer, item);
  return eyes(log.stepOf(stepKey)) === 'own';
}

/** Of the committee's tasks those of the officer's own seat, and of its ballots those in which it has said nothing yet. */
async function ofOwnSeat(
  prisma: ServiceContext['prisma'],
  officer: CurrentOfficer,
): Promise<Prisma.TaskWhereInput> {
  if (!officer.roles.includes(committeeRole)) return {};
  const held = await seatOfOfficer(prisma, officer.id);
  if (!held) return { NOT: { role: committeeRole } };
  const { code: seat } = held;
  const heard = { ballots: { some: { closedAt: null, votes: { some: { seat } } } } };
  return { AND: [{ OR: [{ seat: null }, { seat }] }, { NOT: { kind: 'ballot', case: heard } }] };
}

function ownTasks(officer: Pick<Reader, 'roles' | 'agencyCode'>): Prisma.TaskWhereInput[] {
  const bound = agencyWideRoles.filter((role) => officer.roles.includes(role));
  return [
    { role: { in: [...taskRolesOf(officer)] }, ...ofAgency(officer.agencyCode) },
    { role: { in: [...bound] }, agencyCode: officer.agencyCode },
    { role: { in: [...bound] }, agencyCode: null, case: { agencyCode: officer.agencyCode } },
  ];
}
