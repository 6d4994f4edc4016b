import { v5 as uuidv5 } from 'uuid';
import { isSignable } from '../../domain/allocation/candidates';
import { isBound } from '../../domain/allocation/who-may-hold';
import type { CaseEvent, EventBody, EventType } from '../../domain/case/events';
import type { SigningGap, Task } from '../../prisma/generated/client';
import { activeOfficers, isMeant } from './addressees';
import type { LockedCase } from './lock-case';
import { holdableTasks, latestContent, secondPersonKinds, signersOf } from './tasks-to-sign';
import type { Transaction } from './transaction';

const namespace = '4be3c1a2-7d16-4b0b-9f3e-0f2a6f6f2d58';

/** What of a case changes who may sign in it. */
const moving: readonly EventType[] = ['contentRevised', 'decisionMade', 'decisionRescinded', 'stepCancelled'];

/** Whether a command may leave a task of its case with nobody to sign it, or give it somebody again. */
export function mayMoveSigners(events: readonly CaseEvent[]): boolean {
  return events.some(({ body }) => moving.includes(body.type) || opensSigned(body));
}

function opensSigned(body: EventBody): boolean {
  return (
    body.type === 'stepReopened' || (body.type === 'stepOpened' && secondPersonKinds.includes(body.kind))
  );
}

/**
 * Finds the open tasks of a case that no active officer may sign, and tells the managers of the agency whose step each
 * is, once for as long as that lasts. The case is locked. What a command of the case changes is looked at in its own
 * transaction; a change of officers afterwards (`drainSigners`).
 */
export async function lookForSigners(tx: Transaction, item: LockedCase, at: Date): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtext('taslim:signers'))::text`;
  const { id: caseId } = item;
  const kind = { in: [...secondPersonKinds] };
  const tasks = await tx.task.findMany({ where: { caseId, status: 'open', kind } });
  const gaps = await tx.signingGap.findMany({ where: { caseId, closedAt: null } });
  const unsignable = tasks.length > 0 ? await withoutSigner(tx, item, tasks) : [];
  const over = gaps.filter(({ taskId }) => !unsignable.some(({ id }) => id === taskId));
  await closeGaps(tx, over, at);
  for (const task of unsignable)
    if (!gaps.some(({ taskId }) => taskId === task.id)) await openGap(tx, item, task, at);
}

/**
 * Waits until every command that has looked at the officers is written. Whoever has changed officers, and committed
 * that, sees after it what these commands did, and every later one sees the officers as they are.
 */
export async function drainSigners(tx: Pick<Transaction, '$queryRaw'>): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('taslim:signers'))::text`;
}

async function withoutSigner(tx: Transaction, item: LockedCase, tasks: readonly Task[]): Promise<Task[]> {
  const { editedById } = await latestContent(tx, item.id);
  const signers = await signersOf(tx, item, editedById);
  const asked = await holdableTasks(tx, item, tasks);
  const officers = await tx.officer.findMany({
    where: { disabledAt: null, roles: { hasSome: tasks.map(({ role }) => role) } },
    select: { id: true, roles: true, agencyCode: true, disabledAt: true },
  });
  return tasks.filter((_task, index) => {
    const rules = asked[index];
    return rules !== undefined && !rules.ofCommittee && !isSignable(rules, officers, signers);
  });
}

async function closeGaps(tx: Transaction, gaps: readonly SigningGap[], at: Date): Promise<void> {
  for (const { taskId, seq } of gaps)
    await tx.signingGap.update({ where: { taskId_seq: { taskId, seq } }, data: { closedAt: at } });
}

async function openGap(tx: Transaction, item: LockedCase, task: Task, at: Date): Promise<void> {
  const { id: caseId, reference } = item;
  const { id: taskId, step } = task;
  const seq = 1 + (await tx.signingGap.count({ where: { taskId } }));
  await tx.signingGap.create({ data: { taskId, seq, caseId, openedAt: at } });
  const to = [{ role: 'manager', agencyCode: await agencyOf(tx, item, task) }];
  const managers = (await activeOfficers(tx, item, [to])).filter(isMeant(item, to));
  const now = new Date();
  await tx.mail.createMany({
    data: managers.map(({ id: officerId }) => ({
      messageId: `<${uuidv5(`${taskId}:${seq}:${officerId}`, namespace)}@taslim.invalid>`,
      template: 'nobody-may-sign',
      params: { reference, step },
      officerId,
      caseId,
      createdAt: at,
      nextAttemptAt: now,
    })),
    skipDuplicates: true,
  });
}

/** Whose step a task is: of what a federal body does the event says it, because the task is bound to no agency. */
async function agencyOf(
  { caseEvent }: Transaction,
  { id: caseId, agencyCode }: LockedCase,
  task: Task,
): Promise<string> {
  if (isBound(task.role, task.agencyCode)) return task.agencyCode ?? agencyCode;
  const { data } = await caseEvent.findUniqueOrThrow({
    where: { caseId_seq: { caseId, seq: task.openedSeq } },
    select: { data: true },
  });
  return (data as { readonly agencyCode?: string }).agencyCode ?? agencyCode;
}
