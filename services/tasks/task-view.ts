import { z } from 'zod';
import { holdsRole } from '../../domain/allocation/who-may-hold';
import { type Absent, actsIn, type Reader } from '../../domain/permissions/case-access';
import { isDecided } from '../../domain/procedures/decided-kinds';
import type { Case, Officer, Task } from '../../prisma/generated/client';

export const personSchema = z.object({ account: z.string(), name: z.string() });

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
    holder: personSchema
      .nullable()
      .describe('Who took it or was given it; null: the pool has it, or had it to the end'),
    heldSince: z.iso.datetime().nullable(),
    actingFor: personSchema
      .nullable()
      .describe('The absent officer for whom you may decide it: name him as `actingFor`'),
    openedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Task' });

export type TaskView = z.infer<typeof taskSchema>;

/** What of a case the view of its tasks needs. */
type OfCase = Pick<Case, 'reference' | 'procedure' | 'agencyCode'>;

/** A task as an officer of its own side sees it. */
export function taskView(
  officer: Reader,
  task: Task & { readonly claimedBy: Officer | null; readonly case: OfCase },
): TaskView {
  const { id, caseId, step, stepKey, kind, queue, role, status, outcomes, outcome } = task;
  return {
    id,
    caseId,
    reference: task.case.reference,
    step,
    stepKey,
    kind,
    queue,
    role,
    agency: task.agencyCode,
    status,
    outcomes,
    outcome,
    holder: personOf(task.claimedBy),
    heldSince: task.claimedAt?.toISOString() ?? null,
    actingFor: personOf(absentOf(officer, task)),
    openedAt: task.openedAt.toISOString(),
    dueAt: task.dueAt?.toISOString() ?? null,
    closedAt: task.closedAt?.toISOString() ?? null,
  };
}

function personOf(officer: Pick<Officer, 'subject' | 'name'> | null): TaskView['holder'] {
  return officer && { account: officer.subject, name: officer.name };
}

/** Whose task it is, where the officer may decide it for somebody who is away and not for himself. */
function absentOf(officer: Reader, task: Task & { readonly case: OfCase }): Absent | null {
  if (task.status !== 'open' || !isDecided(task.kind)) return null;
  const { procedure, agencyCode } = task.case;
  const his = task.claimedById === null && holdsRole(officer, task, agencyCode);
  const found = (officer.actsFor ?? []).find((absent) => {
    const { reader } = absent;
    if (his || !actsIn(absent, procedure) || !holdsRole(reader, task, agencyCode)) return false;
    return task.claimedById === null || task.claimedById === reader.id;
  });
  return found ?? null;
}
