import { randomUUID } from 'node:crypto';
import type { BatchSummary } from '../../../services/batches/batch-view';
import { resumeBatches } from '../../../services/batches/start-batch';
import { transferBatchWorkflow, transferBatchWorkflowId } from '../../../workflows/messages';
import { batches, caseIdsOf, endCase, readBatch, untilBatch } from '../../api/batch-play';
import { Caller, good } from '../../api/caller';
import { decide, liaison, openCase, readCase } from '../../api/case-play';
import { type Installation, startInstallation } from '../../support/installation';
import { batchOf, personOf } from '../../support/sample-batch';

const manager = 'manager.baghdad';
/** The openings are paced: 500 take longer than a run of all tests has patience for. LONG_LIFE=1 asks for them. */
const many = process.env.LONG_LIFE ? 500 : 40;
const batch = (set: string, count: number) =>
  batchOf(
    Array.from({ length: count }, (_, number) => personOf(number, {}, set)),
    set,
  );

describe('a large batch of transfers', () => {
  let installation: Installation;
  let caller: Caller;

  beforeEach(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
  });
  afterEach(() => installation.stop());

  const send = async (body: unknown, key: string = randomUUID()) =>
    good(await caller.post<BatchSummary>(liaison, batches, body, { 'idempotency-key': key }));
  const until = (id: string, isSo: (opened: number, waiting: number) => boolean, limitMs = 300_000) =>
    untilBatch(
      caller,
      liaison,
      id,
      ({ progress }) => isSo(progress?.opened ?? 0, progress?.waiting ?? 0),
      limitMs,
    );

  /** Events of openings by case: each case is opened once. */
  async function expectOpenedOnce(batchId: string, count: number): Promise<void> {
    const { prisma } = installation.context;
    const cases = await prisma.case.findMany({ where: { batchId }, select: { id: true, warrantKey: true } });
    expect(new Set(cases.map(({ warrantKey }) => warrantKey)).size).toBe(count);
    const openings = await prisma.caseEvent.findMany({
      where: { case: { batchId }, type: 'caseOpened' },
      select: { caseId: true },
    });
    expect(openings.map(({ caseId }) => caseId).sort()).toEqual(cases.map(({ id }) => id).sort());
    expect(cases.length).toBe(count);
  }

  it(`of ${many} persons is opened with growing progress, while others work`, async () => {
    await installation.startWorker();
    const began = performance.now();
    const { id } = await send(batch('many', many));
    await until(id, (opened) => opened > 0);
    const urgent = await openCase(caller, { urgency: 'provisional-arrest-requested' });
    good(await decide(caller, 'approver.legal', urgent.id, 'urgent-approval'));
    const during = await readBatch(caller, liaison, id);
    expect(during.progress?.waiting).toBeGreaterThan(0);
    expect(during.cases.total).toBeLessThan(many);
    expect((await readCase(caller, urgent.id)).status).not.toBe('draft');
    const done = await until(id, (_opened, waiting) => waiting === 0);
    if (!process.env.LONG_LIFE) console.log('LONG_LIFE=1 opens 500, which takes minutes on a busy machine');
    console.log(`${many} persons opened: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    expect(done.progress).toEqual({ waiting: 0, opened: many, refused: 0 });
    expect(done.cases.total).toBe(many);
    await expectOpenedOnce(id, many);
  }, 400_000);

  it('loses and doubles nobody when workers go in the middle of it, or its workflow does', async () => {
    const first = await installation.startWorker();
    const key = randomUUID();
    const { id } = await send(batch('killed', 24), key);
    await until(id, (opened) => opened > 5);
    await first.stop();
    const half = await readBatch(caller, liaison, id);
    expect(half.progress?.waiting).toBeGreaterThan(0);
    // One died between the case and the line about it, another before the case.
    const { prisma, temporal } = installation.context;
    const [opened] = caseIdsOf(half);
    await prisma.transferBatchItem.updateMany({
      where: { batchId: id, caseId: opened ?? '' },
      data: { status: 'waiting' },
    });
    await temporal.workflow.getHandle(transferBatchWorkflowId(id)).terminate('a test');
    await resumeBatches(installation.context);
    await installation.startWorker();
    const done = await until(id, (_opened, waiting) => waiting === 0);
    expect(done.progress).toEqual({ waiting: 0, opened: 24, refused: 0 });
    await expectOpenedOnce(id, 24);
  }, 120_000);

  it('continues as new before its history grows long, and hears of every case that closes', async () => {
    const { context } = installation;
    await installation.startWorker({ maxCachedWorkflows: 0 });
    const { id } = await send(batch('runs', 24));
    const handle = context.temporal.workflow.getHandle(transferBatchWorkflowId(id));
    await handle.terminate('it is started again with short runs');
    await context.temporal.workflow.start(transferBatchWorkflow, {
      workflowId: transferBatchWorkflowId(id),
      taskQueue: context.taskQueue,
      args: [{ batchId: id, after: -1, eventsPerRun: 20 }],
    });
    const { runId } = await handle.describe();
    const opened = await until(id, (_opened, waiting) => waiting === 0);
    const caseIds = caseIdsOf(opened);
    const ending = caseIds.values();
    const end = async () => {
      for (const caseId of ending) await endCase(caller, manager, caseId);
    };
    await Promise.all([end(), end(), end()]);
    await untilBatch(caller, liaison, id, ({ finishedAt }) => finishedAt !== null);
    await handle.result();
    const over = await handle.describe();
    expect([over.status.name, over.runId === runId]).toEqual(['COMPLETED', false]);
    expect(over.historyLength).toBeLessThan(60);
  }, 120_000);
});
