import { Context } from '@temporalio/activity';
import type {
  BatchActivities,
  BatchLeft,
  BatchRef,
  OpeningLeft,
  OpeningRound,
} from '../../activities/batch/batch-request';
import type { TransferBatchItem } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { findCurrentOfficer } from '../officers/current-officer';
import { openPerson } from './open-person';
import { Turns } from './turns';

const personsPerRound = 20;
/** Of all rounds of a worker together, however many batches there are. */
const openingsAtOnce = 2;

/** The activities of batches on one database and one Temporal namespace. */
export function batchActivities(context: ServiceContext): BatchActivities {
  const turns = new Turns(openingsAtOnce);
  return {
    openPersons: (round) => openPersons(context, turns, round),
    finishBatch: (batch) => finishBatch(context, batch),
  };
}

/**
 * Paced, so that the officers' own commands are not starved: after each opening its turn rests for as long as that took.
 * One person who cannot be opened now keeps no other waiting: he is left for the next time.
 *
 * @throws CancelledFailure when the worker stops
 */
async function openPersons(
  context: ServiceContext,
  turns: Turns,
  { batchId, after }: OpeningRound,
): Promise<OpeningLeft> {
  const { prisma } = context;
  const round = await prisma.transferBatchItem.findMany({
    where: { batchId, status: 'waiting', place: { gt: after } },
    orderBy: { place: 'asc' },
    take: personsPerRound,
  });
  const activity = Context.current();
  const open = async (item: TransferBatchItem) => {
    activity.cancellationSignal.throwIfAborted();
    const began = performance.now();
    // The case may need this very worker: when it stops, there is nothing to wait for.
    await Promise.race([openItem(context, item), activity.cancelled]);
    activity.heartbeat();
    await activity.sleep(performance.now() - began);
  };
  await Promise.all(round.map((item) => turns.take(() => open(item))));
  const waiting = await prisma.transferBatchItem.count({ where: { batchId, status: 'waiting' } });
  return { waiting, reached: round.at(-1)?.place ?? null };
}

async function openItem(context: ServiceContext, item: TransferBatchItem): Promise<void> {
  const { prisma } = context;
  const { batchId, place } = item;
  const { log } = Context.current();
  try {
    const batch = await prisma.transferBatch.findUniqueOrThrow({ where: { id: batchId } });
    const { subject } = await prisma.officer.findUniqueOrThrow({ where: { id: batch.createdById } });
    const officer = await findCurrentOfficer(context, subject);
    const { status, refusal } = await openPerson(context, officer, batch, item);
    await prisma.transferBatchItem.update({
      where: { batchId_place: { batchId, place } },
      data: { status, ...(refusal ? { refusal } : {}) },
    });
  } catch (error) {
    // Its words may quote the person.
    log.warn('a person of a batch could not be opened', {
      place,
      fault: error instanceof Error ? error.name : typeof error,
    });
  }
}

async function finishBatch({ prisma }: ServiceContext, { batchId }: BatchRef): Promise<BatchLeft> {
  const open = await prisma.case.count({ where: { batchId, seq: { gt: 0 }, closedAt: null } });
  if (open === 0) {
    await prisma.transferBatch.updateMany({
      where: { id: batchId, finishedAt: null },
      data: { finishedAt: new Date() },
    });
  }
  return { open };
}
