import { ApplicationFailure } from '@temporalio/common';
import { chain } from '../../domain/case/chain';
import { completeEvents } from '../../domain/case/complete';
import { eventOfRow } from '../../domain/case/stored-event';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { Prisma, PrismaClient } from '../../prisma/generated/client';
import { attachRows } from './attach';
import { currentCalendars } from './calendars';
import { checkAuthority } from './check-authority';
import { currentCommittee } from './committee';
import { holdActor } from './hold-actor';
import { lockCase } from './lock-case';
import { lookForSigners, mayMoveSigners } from './look-for-signers';
import { writeMails } from './mails';
import { project } from './project';
import { refusalOf } from './refusal-of';
import type { Transaction } from './transaction';
import type { WriteRequest, WriteResult } from './write-request';

/**
 * The write step: one command, one transaction. The event log is the one commit point; the projections, the hash
 * chain and the outbox are written with it or not at all.
 *
 * A command that was written before returns its stored events. When another command was first, what is missing is
 * returned instead, for the workflow to apply and decide again.
 *
 * @throws ApplicationFailure of type Refusal, not retried, when the register refuses; anything else is retried
 */
export async function writeEvents(prisma: PrismaClient, request: WriteRequest): Promise<WriteResult> {
  try {
    return await prisma.$transaction((tx) => writeInTransaction(prisma, tx, request), {
      maxWait: 5_000,
      timeout: 15_000,
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const { code, params } = refusal;
    throw ApplicationFailure.nonRetryable(code, 'Refusal', { code, params });
  }
}

async function writeInTransaction(
  prisma: PrismaClient,
  tx: Transaction,
  request: WriteRequest,
): Promise<WriteResult> {
  await holdActor(tx, request);
  const item = await lockCase(tx, request);
  if (item.seq !== request.expectedSeq) return await whatCameFirst(tx, request, item.seq);
  // Applied already, in the run before: nothing is written twice.
  if (item.isWritten) return { outcome: 'written', events: [] };

  await checkAuthority(tx, item, request);
  const command = { commandId: request.commandId, actorId: request.actorId, recordedAt: request.at };
  const head = { seq: item.seq, hash: item.headHash };
  const { revision: calendarRevision, calendars } = await currentCalendars(prisma, tx);
  const completed = completeEvents(request.events, {
    at: request.at,
    catalogue: catalogue(),
    calendars,
    calendarRevision,
    agency: { code: item.calendar, province: item.province },
    counterpart: item.counterpartCalendar && {
      code: item.counterpartCalendar,
      province: item.counterpartProvince,
    },
    committee: request.events.some(({ type }) => type === 'ballotOpened') ? await currentCommittee(tx) : null,
  });
  const chained = chain(item.id, head, command, completed);
  await tx.caseEvent.createMany({
    data: chained.map(({ event, prevHash, hash }) => ({
      caseId: item.id,
      seq: event.seq,
      commandId: event.commandId,
      actorId: event.actorId,
      recordedAt: new Date(event.recordedAt),
      type: event.body.type,
      data: event.body as unknown as Prisma.InputJsonObject,
      prevHash,
      hash,
    })),
  });
  const events = chained.map(({ event }) => event);
  await attachRows(tx, item.id, request);
  const last = chained.at(-1);
  if (last) {
    const { hash: headHash, event } = last;
    await project(tx, item.id, events, { seq: event.seq, headHash, updatedAt: new Date(request.at) });
  }
  await writeMails(tx, item, events);
  if (mayMoveSigners(events)) await lookForSigners(tx, item, new Date(request.at));
  return { outcome: 'written', events };
}

/**
 * Events after those that the workflow knows: the command's own from an earlier try, or another command's.
 *
 * @throws Error, retried, when the register knows less than the workflow: it was set back, and a person must look
 */
async function whatCameFirst(
  tx: Transaction,
  { caseId, expectedSeq, commandId }: WriteRequest,
  seq: number,
): Promise<WriteResult> {
  if (seq < expectedSeq)
    throw new Error(`the register holds ${seq} events of case ${caseId}, not ${expectedSeq}`);
  const rows = await tx.caseEvent.findMany({
    where: { caseId, seq: { gt: expectedSeq } },
    orderBy: { seq: 'asc' },
  });
  const events = rows.map(eventOfRow);
  const own = events.some((event) => event.commandId === commandId);
  return { outcome: own ? 'written' : 'behind', events };
}
