import { Context } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { v5 as uuidv5 } from 'uuid';
import type {
  CalendarActivities,
  CalendarRevision,
  DeliveryLeft,
} from '../../activities/calendar/delivery-request';
import { currentCalendars } from '../../activities/register/calendars';
import type { CalendarChange, DeliveryStatus, PrismaClient } from '../../prisma/generated/client';
import { caseWorkflowId, recomputeClocksUpdate } from '../../workflows/messages';
import { affectedClocks } from './affected-clocks';

/** What the delivery stands on. */
export interface DeliveryParts {
  readonly prisma: PrismaClient;
  readonly temporal: Client;
}

/** Slow enough that officers do not feel it: ten cases a second at most. */
const paceMs = 100;
const casesPerBatch = 50;
const updateTimeoutMs = 10_000;

const namespace = '8a0cfb0e-63a3-4b58-8b8e-0f4f5d1f7a30';

/** The activities of a changed calendar on one database and one Temporal namespace. */
export function calendarActivities(parts: DeliveryParts): CalendarActivities {
  return {
    planDelivery: (change) => planDelivery(parts, change),
    deliverBatch: (change) => deliverBatch(parts, change),
  };
}

async function planDelivery({ prisma }: DeliveryParts, change: CalendarRevision): Promise<DeliveryLeft> {
  const { revision } = change;
  const { calendar, edits } = await prisma.calendarChange.findUniqueOrThrow({ where: { revision } });
  const { calendars } = await currentCalendars(prisma, prisma);
  const touched = { calendar, dates: datesOf(edits), beforeRevision: revision };
  const cases = new Set<string>();
  for await (const { clock } of affectedClocks(prisma, touched, calendars)) cases.add(clock.caseId);
  await prisma.calendarDelivery.createMany({
    data: [...cases].map((caseId) => ({ revision, caseId })),
    skipDuplicates: true,
  });
  return await left(prisma, revision);
}

/**
 * One case that does not answer keeps no other waiting: it is asked again after them.
 *
 * @throws when no case answered: the batch is tried again later; CancelledFailure when the worker stops
 */
async function deliverBatch(parts: DeliveryParts, change: CalendarRevision): Promise<DeliveryLeft> {
  const { prisma } = parts;
  const { revision } = change;
  const written = await prisma.calendarChange.findUniqueOrThrow({ where: { revision } });
  const batch = await prisma.calendarDelivery.findMany({
    where: { revision, status: 'waiting' },
    orderBy: [{ triedAt: { sort: 'asc', nulls: 'first' } }, { caseId: 'asc' }],
    take: casesPerBatch,
  });
  let told = 0;
  for (const { caseId } of batch) {
    const status = await tell(parts, caseId, written);
    if (status !== 'waiting') told += 1;
    await prisma.calendarDelivery.update({
      where: { revision_caseId: { revision, caseId } },
      data: { status, triedAt: new Date() },
    });
    Context.current().heartbeat();
    // Ends the batch when the worker stops: what is left is told by another.
    await Context.current().sleep(paceMs);
  }
  if (batch.length > 0 && told === 0) throw new Error(`no case takes change ${revision} of the calendar`);
  return await left(prisma, revision);
}

/** Sends the message under an id of its own, so that a repetition is the same message. */
async function tell(
  { prisma, temporal }: DeliveryParts,
  caseId: string,
  { commandId: changeId, calendar, revision: calendarRevision }: CalendarChange,
): Promise<DeliveryStatus> {
  const commandId = uuidv5(`calendar:${changeId}:${caseId}`, namespace);
  const handle = temporal.workflow.getHandle(caseWorkflowId(caseId));
  const command = { type: 'recomputeClocks', commandId, calendar, calendarRevision } as const;
  try {
    await temporal.withDeadline(Date.now() + updateTimeoutMs, () =>
      handle.executeUpdate(recomputeClocksUpdate, { args: [command], updateId: commandId }),
    );
    return 'delivered';
  } catch (error) {
    const { closedAt } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    if (closedAt) return 'closed';
    return error instanceof WorkflowNotFoundError ? 'missing' : 'waiting';
  }
}

/** Tells a case that was started again the changes that found nobody to carry it. */
export async function tellAgain(parts: DeliveryParts, caseId: string): Promise<void> {
  const missed = await parts.prisma.calendarDelivery.findMany({
    where: { caseId, status: 'missing' },
    include: { change: true },
    orderBy: { revision: 'asc' },
  });
  for (const { revision, change } of missed) {
    const status = await tell(parts, caseId, change);
    await parts.prisma.calendarDelivery.update({
      where: { revision_caseId: { revision, caseId } },
      data: { status: status === 'waiting' ? 'missing' : status, triedAt: new Date() },
    });
  }
}

async function left(prisma: PrismaClient, revision: number): Promise<DeliveryLeft> {
  return { waiting: await prisma.calendarDelivery.count({ where: { revision, status: 'waiting' } }) };
}

function datesOf(edits: unknown): string[] {
  return (edits as { date: string }[]).map(({ date }) => date);
}
