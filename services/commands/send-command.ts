import { setTimeout as delay } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowIdConflictPolicy } from '@temporalio/common';
import type { OpeningCommand, PersonCommand } from '../../domain/case/commands';
import type { Refusal } from '../../domain/case/refusal';
import { caseWorkflowId, refusalType } from '../../workflows/messages';
import type { ServiceContext } from '../context';
import { RefusedError, UnavailableError } from '../errors';
import { workflowTypeOf } from '../procedures';
import { inLane } from './lane';

/**
 * Sends a command to its case and waits until it is written and applied. A command that the register holds already
 * is not sent again: Temporal remembers an Update only within one run.
 *
 * @throws RefusedError when the case or the register refuses it
 * @throws UnavailableError when nobody took it in time; repeating it is safe
 */
export async function sendCommand(
  context: ServiceContext,
  caseId: string,
  key: string,
  command: Exclude<PersonCommand, OpeningCommand>,
): Promise<void> {
  const handle = context.temporal.workflow.getHandle(caseWorkflowId(caseId));
  await sendOnce(context, { caseId, key, commandId: command.commandId }, () =>
    handle.executeUpdate(command.type, { args: [command], updateId: command.commandId }),
  );
}

/** Opens a case: starts its workflow with the Update that writes its first events. @throws as sendCommand */
export async function sendOpening(
  context: ServiceContext,
  caseId: string,
  key: string,
  procedure: string,
  command: OpeningCommand,
): Promise<void> {
  const startWorkflowOperation = new WithStartWorkflowOperation(workflowTypeOf(procedure), {
    workflowId: caseWorkflowId(caseId),
    taskQueue: context.taskQueue,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    args: [{ caseId, state: null, commandsPerRun: context.commandsPerRun }],
  });
  await sendOnce(context, { caseId, key, commandId: command.commandId }, () =>
    context.temporal.workflow.executeUpdateWithStart(command.type, {
      startWorkflowOperation,
      args: [command],
      updateId: command.commandId,
    }),
  );
}

interface Sending {
  readonly caseId: string;
  readonly key: string;
  readonly commandId: string;
}

/**
 * Sends what is not written yet, a few of one case at a time: the others wait their turn within their deadline. What
 * fails is looked up once more: the first try of a repeated request may have been written in the meantime, in a run or a
 * case that is over.
 *
 * @throws UnavailableError when its turn did not come in time; see sendCommand
 */
async function sendOnce(
  context: ServiceContext,
  sending: Sending,
  send: () => Promise<unknown>,
): Promise<void> {
  const { caseId, key, commandId } = sending;
  const deadline = Date.now() + context.commandTimeoutMs;
  const sent = await inLane(caseId, deadline, async () => {
    // A double click has waited for the first.
    if (await isWritten(context, commandId)) return done;
    try {
      await sendBefore(context, deadline, send);
    } catch (error) {
      if (!(await isWritten(context, commandId))) throw await answerTo(context, error, sending);
    }
    return done;
  });
  if (sent === null) throw new UnavailableError(key);
}

const done = {};
const pauseMs = 200;

/**
 * Tries again while other processes hold all of the workflow's places: such an Update was not taken, and Temporal knows
 * one that was by its id.
 */
async function sendBefore(
  { temporal }: ServiceContext,
  deadline: number,
  send: () => Promise<unknown>,
): Promise<void> {
  for (let pause = pauseMs; ; pause *= 2) {
    try {
      await temporal.withDeadline(deadline, send);
      return;
    } catch (error) {
      if (!isFull(error) || Date.now() + pause >= deadline) throw error;
      await delay(pause);
    }
  }
}

function isFull(error: unknown): boolean {
  const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  return isGrpcServiceError(cause) && cause.code === resourceExhausted;
}

/** Status of gRPC. */
const resourceExhausted = 8;

async function isWritten({ prisma }: ServiceContext, commandId: string): Promise<boolean> {
  return (await prisma.caseEvent.findFirst({ where: { commandId }, select: { seq: true } })) !== null;
}

async function answerTo(
  { prisma }: ServiceContext,
  error: unknown,
  { caseId, key }: Sending,
): Promise<unknown> {
  const refusal = error instanceof WorkflowUpdateFailedError ? refusalIn(error.cause) : null;
  if (refusal) return new RefusedError(refusal);
  if (error instanceof WorkflowNotFoundError) {
    const item = await prisma.case.findUnique({ where: { id: caseId } });
    if (item?.closedAt) return new RefusedError({ code: 'case-closed', params: {} });
    return new UnavailableError(key);
  }
  const timedOut = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
  if (timedOut || isGrpcServiceError(error) || isGrpcCause(error)) return new UnavailableError(key);
  return error;
}

function refusalIn(cause: unknown): Pick<Refusal, 'code' | 'params'> | null {
  if (!(cause instanceof ApplicationFailure) || cause.type !== refusalType) return null;
  return (cause.details?.[0] as Pick<Refusal, 'code' | 'params'> | undefined) ?? null;
}

function isGrpcCause(error: unknown): boolean {
  return error instanceof Error && isGrpcServiceError(error.cause);
}
