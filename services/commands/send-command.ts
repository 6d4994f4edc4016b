import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, WorkflowIdConflictPolicy } from '@temporalio/common';
import type { OpenCase, PersonCommand } from '../../domain/case/commands';
import type { Refusal } from '../../domain/case/refusal';
import { caseWorkflowId, openCaseUpdate, refusalType } from '../../workflows/messages';
import type { ServiceContext } from '../context';
import { RefusedError, UnavailableError } from '../errors';
import { workflowTypeOf } from '../procedures';

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
  command: Exclude<PersonCommand, OpenCase>,
): Promise<void> {
  if (await isWritten(context, command.commandId)) return;
  const handle = context.temporal.workflow.getHandle(caseWorkflowId(caseId));
  await withinTimeout(context, key, () =>
    handle.executeUpdate(command.type, { args: [command], updateId: command.commandId }),
  );
}

/** Opens a case: starts its workflow with the Update that writes its first events. @throws as sendCommand */
export async function sendOpening(
  context: ServiceContext,
  caseId: string,
  key: string,
  procedure: string,
  command: OpenCase,
): Promise<void> {
  if (await isWritten(context, command.commandId)) return;
  const startWorkflowOperation = new WithStartWorkflowOperation(workflowTypeOf(procedure), {
    workflowId: caseWorkflowId(caseId),
    taskQueue: context.taskQueue,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    args: [{ caseId, state: null, commandsPerRun: context.commandsPerRun }],
  });
  await withinTimeout(context, key, () =>
    context.temporal.workflow.executeUpdateWithStart(openCaseUpdate, {
      startWorkflowOperation,
      args: [command],
      updateId: command.commandId,
    }),
  );
}

async function isWritten({ prisma }: ServiceContext, commandId: string): Promise<boolean> {
  return (await prisma.caseEvent.findFirst({ where: { commandId }, select: { seq: true } })) !== null;
}

async function withinTimeout(
  context: ServiceContext,
  key: string,
  send: () => Promise<unknown>,
): Promise<void> {
  try {
    await context.temporal.withDeadline(Date.now() + context.commandTimeoutMs, send);
  } catch (error) {
    throw answerTo(error, key);
  }
}

function answerTo(error: unknown, key: string): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const failure = error.cause;
    const refusal = failure.details?.[0] as Pick<Refusal, 'code' | 'params'> | undefined;
    if (failure.type === refusalType && refusal) return new RefusedError(refusal);
  }
  if (error instanceof WorkflowNotFoundError) return new RefusedError({ code: 'case-closed', params: {} });
  const timedOut = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
  if (timedOut || isGrpcServiceError(error) || isGrpcCause(error)) return new UnavailableError(key);
  return error;
}

function isGrpcCause(error: unknown): boolean {
  return error instanceof Error && isGrpcServiceError(error.cause);
}
