import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { foldAll } from '../../../domain/case/fold';
import type { CaseState } from '../../../domain/case/state';
import { eventOfRow } from '../../../domain/case/stored-event';
import { endCase } from '../../../services/cases/end-case';
import type { ServiceContext } from '../../../services/context';
import { findCurrentOfficer } from '../../../services/officers/current-officer';
import { readCaseLog } from '../../../services/reconcile/case-log';
import { closedCasesThatRun } from '../../../services/reconcile/left-over';
import { caseWorkflowId } from '../../../workflows/messages';
import { until } from '../../bad-luck/until';
import type { CaseDriver } from '../../support/case-driver';
import { tamper } from '../audit-chain/tamper';
import { installation, opened, run, untouchable, useRegister, workflowOf } from './register-under-test';

useRegister();

/** A closed case, whose workflow has ended as it should. */
async function closed(): Promise<CaseDriver> {
  const { context } = installation;
  const item = await opened();
  const manager = await findCurrentOfficer(context, 'manager.baghdad');
  const ending = { outcome: 'withdrawn', reason: 'Invented: nobody asks for it any more' } as const;
  await endCase(context, manager, randomUUID(), item.caseId, ending);
  await workflowOf(item.caseId).result();
  return item;
}

/** The state before the command that closed the case. */
async function beforeItsEnd(caseId: string): Promise<CaseState> {
  const { prisma } = installation.context;
  const { lastCommandId } = await readCaseLog(prisma, caseId);
  const rows = await prisma.caseEvent.findMany({
    where: { caseId, NOT: { commandId: lastCommandId } },
    orderBy: { seq: 'asc' },
  });
  const state = foldAll(caseId, null, rows.map(eventOfRow));
  if (!state) throw new Error('nothing came before the end');
  return state;
}

/** Plants a workflow that runs with this state, and waits until Temporal's visibility shows it. */
async function leftOver(
  caseId: string,
  state: CaseState,
  taskQueue = installation.context.taskQueue,
): Promise<WorkflowHandle> {
  const { context } = installation;
  const handle = await context.temporal.workflow.start('outgoingExtradition', {
    workflowId: caseWorkflowId(caseId),
    taskQueue,
    args: [{ caseId, state, commandsPerRun: 100 }],
  });
  await until('a workflow that is shown', async () => {
    for await (const shown of closedCasesThatRun(context)) if (shown === caseId) return true;
    return false;
  });
  return handle;
}

const statusOf = async (handle: WorkflowHandle) => (await handle.describe()).status.name;

describe('a closed case', () => {
  it('has no workflow left over when all went well', async () => {
    await closed();
    expect(await run({})).toEqual([]);
  });

  it('whose workflow missed the end: it is told so, and ends by itself', async () => {
    const { caseId } = await closed();
    const handle = await leftOver(caseId, await beforeItsEnd(caseId));
    const detail = expect.stringMatching(
      /^the case is closed at event (\d+), its workflow runs at event \d+$/,
    );
    const drift = { caseId, kind: 'workflow-left-over', detail };
    const before = await untouchable();
    expect(await run({})).toEqual([{ ...drift, repaired: false }]);
    expect(await statusOf(handle)).toBe('RUNNING');
    expect(await run({ repair: true })).toEqual([{ ...drift, repaired: true }]);
    expect(await statusOf(handle)).toBe('COMPLETED');
    expect(await untouchable()).toEqual(before);
    expect(await run({})).toEqual([]);
  });

  it('whose workflow knows all and goes on nevertheless: it is ended', async () => {
    const { caseId } = await closed();
    const { state } = await readCaseLog(installation.context.prisma, caseId);
    const handle = await leftOver(caseId, { ...state, outcome: null });
    const drift = { caseId, kind: 'workflow-left-over', detail: expect.any(String) };
    expect(await run({})).toEqual([{ ...drift, repaired: false }]);
    const before = await untouchable();
    expect(await run({ repair: true })).toEqual([{ ...drift, repaired: true }]);
    expect(await statusOf(handle)).toBe('TERMINATED');
    expect(await untouchable()).toEqual(before);
    expect(await run({})).toEqual([]);
  });

  it('whose workflow knows more than the register: it may be the only trace of what was lost, and stays', async () => {
    const { caseId } = await closed();
    const { state } = await readCaseLog(installation.context.prisma, caseId);
    const handle = await leftOver(caseId, { ...state, outcome: null, seq: state.seq + 1 });
    expect(await run({ repair: true })).toEqual([
      { caseId, kind: 'register-behind', detail: expect.any(String), repaired: false },
    ]);
    expect(await statusOf(handle)).toBe('RUNNING');
    await handle.terminate();
  });

  it('whose workflow does not answer: it stays, for nobody knows what it holds', async () => {
    const { caseId } = await closed();
    const handle = await leftOver(caseId, await beforeItsEnd(caseId), `nobody-${randomUUID()}`);
    const context: ServiceContext = { ...installation.context, commandTimeoutMs: 1_000 };
    expect(await run({ repair: true, context })).toEqual([
      {
        caseId,
        kind: 'workflow-left-over',
        detail: expect.stringContaining('does not answer'),
        repaired: false,
      },
    ]);
    expect(await statusOf(handle)).toBe('RUNNING');
    await handle.terminate();
  });

  it('whose event log is broken: nothing is ended on its word', async () => {
    const { caseId } = await closed();
    const handle = await leftOver(caseId, await beforeItsEnd(caseId));
    await tamper(
      installation.register,
      'CaseEvent',
      `UPDATE "CaseEvent" SET "data" = "data" || '{"invented": 1}' WHERE "caseId" = $1 AND "seq" = 2`,
      [caseId],
    );
    expect(await run({ repair: true })).toEqual([
      expect.objectContaining({ caseId, kind: 'evidence', repaired: false }),
      expect.objectContaining({ caseId, kind: 'workflow-left-over', repaired: false }),
    ]);
    expect(await statusOf(handle)).toBe('RUNNING');
    await handle.terminate();
  });
});
