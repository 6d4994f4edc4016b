import { randomUUID } from 'node:crypto';
import { chain } from '../../../domain/case/chain';
import type { CaseCommand } from '../../../domain/case/commands';
import { completeEvents } from '../../../domain/case/complete';
import { foldAll } from '../../../domain/case/fold';
import { eventOfRow } from '../../../domain/case/stored-event';
import { verifyCase } from '../../../services/audit-chain/verify-case';
import { reassignCase } from '../../../services/cases/reassign-case';
import { suspendOrResume } from '../../../services/cases/suspend-case';
import { requireNote } from '../../../services/commands/store-note';
import { findCurrentOfficer } from '../../../services/officers/current-officer';
import { plan } from '../../../workflows/commands/plan';
import { caseWorkflowId, stateQuery } from '../../../workflows/messages';
import { outgoingExtraditionProcedure } from '../../../workflows/outgoing-extradition';
import { CaseDriver } from '../../support/case-driver';
import { shippedCompletion } from '../../support/completion';
import { type Installation, startInstallation } from '../../support/installation';

const inFlight = 8;
/** Two thousand take longer than a run of all tests has patience for: LONG_LIFE=1 asks for them. */
const commands = process.env.LONG_LIFE ? 2_000 : 100;
const commandsPerRun = 20;
const events = 50_000;
/** Temporal warns of larger payloads, and refuses those of 2 MB. */
const payloadBytes = 256 * 1024;

let installation: Installation;

beforeAll(async () => {
  installation = await startInstallation({ commandsPerRun });
  await installation.startWorker();
});
afterAll(() => installation.stop());

const handleOf = (caseId: string) => installation.context.temporal.workflow.getHandle(caseWorkflowId(caseId));
const rowOf = (id: string) => installation.context.prisma.case.findUniqueOrThrow({ where: { id } });
const eventsOf = (caseId: string) =>
  installation.context.prisma.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });

describe('a case with very many commands', () => {
  it('loses none of them over many runs', async () => {
    const { context } = installation;
    const item = new CaseDriver(context);
    await item.open();
    const { caseId } = item;
    const manager = await findCurrentOfficer(context, 'manager.baghdad');
    const reassign = () =>
      reassignCase(context, manager, randomUUID(), caseId, {
        officer: 'liaison.baghdad',
        reason: 'Invented',
      });
    const rest = (type: 'suspend' | 'resume') =>
      suspendOrResume(context, manager, randomUUID(), caseId, type, { reason: 'Invented' });

    const began = performance.now();
    for (let sent = 0; sent < commands; sent += inFlight + 2) {
      await Promise.all(Array.from({ length: inFlight }, reassign));
      await rest('suspend');
      await rest('resume');
    }
    const seconds = (performance.now() - began) / 1_000;
    console.log(`${commands} commands on one case: ${seconds.toFixed(1)} s`);
    if (!process.env.LONG_LIFE) console.log('LONG_LIFE=1 sends 2,000, which takes minutes');

    const rows = await eventsOf(caseId);
    const count = (type: string) => rows.filter((row) => row.type === type).length;
    const rounds = commands / (inFlight + 2);
    expect([count('responsibleChanged'), count('caseSuspended'), count('caseResumed')]).toEqual([
      ...[rounds * inFlight, rounds, rounds],
    ]);
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_row, index) => index + 1));
    expect((await verifyCase(context.prisma, caseId, null)).breaks).toEqual([]);
    const state = await handleOf(caseId).query(stateQuery);
    expect(state).toEqual(foldAll(caseId, null, rows.map(eventOfRow)));
    expect(JSON.stringify(state).length).toBeLessThan(payloadBytes / 8);
    const runs = await runsOf(caseId);
    expect(runs).toBeGreaterThanOrEqual(Math.floor(commands / (commandsPerRun + inFlight)));
  }, 600_000);
});

/** How many runs a case has gone through, by walking back from the first. */
async function runsOf(caseId: string): Promise<number> {
  const { temporal } = installation.context;
  const { raw } = await handleOf(caseId).describe();
  let runId = raw.workflowExecutionInfo?.firstRunId ?? '';
  for (let runs = 1; ; runs += 1) {
    const { events: history } = await temporal.workflow
      .getHandle(caseWorkflowId(caseId), runId)
      .fetchHistory();
    const next = history?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    if (!next) return runs;
    runId = next;
  }
}

const itLong = process.env.LONG_LIFE ? it : it.skip;

describe('a run that may take as many commands as it likes', () => {
  itLong(
    'is ended where Temporal suggests it, which takes minutes (LONG_LIFE=1)',
    async () => {
      const context = { ...installation.context, commandsPerRun: 1_000_000 };
      const item = new CaseDriver(context);
      await item.open();
      const manager = await findCurrentOfficer(context, 'manager.baghdad');
      const input = { officer: 'liaison.baghdad', reason: 'Invented' };
      const began = await handleOf(item.caseId).describe();
      // A run is to be ended at 4,096 events of its history; a command makes at least six.
      for (let sent = 0; sent < 4_096 / 6; sent += inFlight) {
        await Promise.all(
          Array.from({ length: inFlight }, () =>
            reassignCase(context, manager, randomUUID(), item.caseId, input),
          ),
        );
      }
      expect((await handleOf(item.caseId).describe()).runId).not.toBe(began.runId);
    },
    600_000,
  );
});

describe(`a case of ${events} events`, () => {
  it('folds, resumes in a workflow and takes the next command', async () => {
    const { context } = installation;
    const { prisma } = context;
    const item = new CaseDriver(context);
    await item.open();
    const { caseId } = item;
    await handleOf(caseId).terminate('it is started again from the register');
    await restAndGoOn(caseId, events);

    const rows = await eventsOf(caseId);
    const state = foldAll(caseId, null, rows.map(eventOfRow));
    expect(state?.seq).toBeGreaterThanOrEqual(events);
    console.log(`state of a case with ${rows.length} events: ${JSON.stringify(state).length} bytes`);
    await context.temporal.workflow.start('outgoingExtradition', {
      workflowId: caseWorkflowId(caseId),
      taskQueue: context.taskQueue,
      args: [{ caseId, state, commandsPerRun }],
    });
    await item.decide('urgent-approval', 'approved');
    const { seq } = await rowOf(caseId);
    expect(seq).toBeGreaterThan(state?.seq ?? 0);
    expect((await handleOf(caseId).query(stateQuery))?.seq).toBe(seq);
    const largest = await largestPayload(caseId);
    expect(largest).toBeGreaterThan(JSON.stringify(state).length);
    expect(largest).toBeLessThan(payloadBytes);
    const verified = await verifyCase(prisma, caseId, null);
    expect(verified).toEqual({ events: seq, breaks: [] });
  }, 600_000);
});

/** Suspends and resumes a case, by the engine and into the register, until it has so many events. */
async function restAndGoOn(caseId: string, until: number): Promise<void> {
  const { context } = installation;
  const { id: officerId } = await findCurrentOfficer(context, 'manager.baghdad');
  const reason = await requireNote(context, caseId, officerId, randomUUID(), 'Invented');
  const rows = (await eventsOf(caseId)).map(eventOfRow);
  let state = foldAll(caseId, null, rows);
  const at = new Date().toISOString();
  for (let head = await rowOf(caseId); (state?.seq ?? 0) < until; ) {
    const batch: object[] = [];
    let { seq, headHash } = head;
    while (batch.length < 1_000) {
      const type = state?.suspended ? 'resume' : 'suspend';
      const commandId = randomUUID();
      const command: CaseCommand = { type, commandId, officerId, reason };
      const planned = plan(outgoingExtraditionProcedure, caseId, state, command, at).events;
      const bodies = completeEvents(planned, shippedCompletion(at));
      const given = { commandId, actorId: officerId, recordedAt: at };
      for (const { event, ...hashes } of chain(caseId, { seq, hash: headHash }, given, bodies)) {
        state = foldAll(caseId, state, [event]);
        const { body, ...columns } = event;
        batch.push({ caseId, ...columns, type: body.type, data: body, ...hashes });
        seq = event.seq;
        headHash = hashes.hash;
      }
    }
    await context.prisma.$executeRaw`INSERT INTO "CaseEvent"
      SELECT * FROM jsonb_populate_recordset(NULL::"CaseEvent", ${JSON.stringify(batch)}::jsonb)`;
    head = await context.prisma.case.update({ where: { id: caseId }, data: { seq, headHash } });
  }
  if (state?.suspended) await restAndGoOn(caseId, state.seq + 1);
}

/** Bytes of the largest payload in the history of a case's last run. */
async function largestPayload(caseId: string): Promise<number> {
  return largestBytes(await handleOf(caseId).fetchHistory());
}

function largestBytes(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(largestBytes));
}
