import { z } from 'zod';
import { seatOfOfficer } from '../../activities/register/committee';
import { isFederalOffice } from '../../domain/case/parties';
import { agencyWideRoles, committeeRole, taskRolesOf } from '../../domain/permissions/case-access';
import { type CaseSides, sideView } from '../../domain/permissions/side-view';
import type { Prisma, Task } from '../../prisma/generated/client';
import { ofAgency, visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';

export const taskSchema = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    reference: z.string(),
    step: z.string(),
    stepKey: z.string(),
    kind: z.string(),
    queue: z
      .enum(['todo', 'awaited'])
      .describe('`todo` waits for a person here, `awaited` for an event outside'),
    role: z.string(),
    agency: z.string().nullable().describe('Whose step it is, in a case between two sides'),
    status: z.enum(['open', 'done', 'cancelled']),
    outcomes: z.array(z.string()),
    outcome: z.string().nullable(),
    openedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Task' });

export type TaskView = z.infer<typeof taskSchema>;

const listed = { case: { select: { reference: true } } } as const;

/** Open tasks for the officer's roles, soonest due first, those without a due date last. */
export async function listTasks(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  limit: number,
): Promise<TaskView[]> {
  const tasks = await prisma.task.findMany({
    where: {
      status: 'open',
      OR: ownTasks(officer),
      case: visibleCases(officer),
      ...(await ofOwnSeat(prisma, officer)),
    },
    include: listed,
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return tasks.map((task) => taskView(task, task.case.reference));
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
  if (!found || !isOwn(officer, found.case, found)) throw new NotFoundError('task');
  const { case: _case, ...task } = found;
  return task;
}

/** Of the officer's own side; what is done at a federal body is no agency's, and that of whoever holds the role. */
function isOwn(officer: CurrentOfficer, sides: CaseSides, { role, agencyCode }: Task): boolean {
  const isHeldElsewhere = sides.counterpartCode !== null && isFederalOffice(role);
  if (isHeldElsewhere) return officer.roles.includes(role) || officer.roles.includes('auditor');
  return sideView(officer, sides, agencyCode) === 'own';
}

export function taskView(task: Task, reference: string): TaskView {
  const {
    id,
    caseId,
    step,
    stepKey,
    kind,
    queue,
    role,
    agencyCode: agency,
    status,
    outcomes,
    outcome,
  } = task;
  return {
    id,
    caseId,
    reference,
    step,
    stepKey,
    kind,
    queue,
    role,
    agency,
    status,
    outcomes,
    outcome,
    openedAt: task.openedAt.toISOString(),
    dueAt: task.dueAt?.toISOString() ?? null,
    closedAt: task.closedAt?.toISOString() ?? null,
  };
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

function ownTasks(officer: CurrentOfficer): Prisma.TaskWhereInput[] {
  const bound = agencyWideRoles.filter((role) => officer.roles.includes(role));
  return [
    { role: { in: [...taskRolesOf(officer)] }, ...ofAgency(officer.agencyCode) },
    { role: { in: [...bound] }, agencyCode: officer.agencyCode },
    { role: { in: [...bound] }, agencyCode: null, case: { agencyCode: officer.agencyCode } },
  ];
}
