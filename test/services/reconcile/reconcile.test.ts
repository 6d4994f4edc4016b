import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CaseState, ClockState, PendingCorrection } from '../../../domain/case/state';
import type { ServiceContext } from '../../../services/context';
import { readCaseLog } from '../../../services/reconcile/case-log';
import { caseWorkflowId, stateQuery } from '../../../workflows/messages';
import { sharedParts } from '../../support/shared-parts';
import { tamper } from '../audit-chain/tamper';
import { richCase, writeBehindItsBack } from './planted-case';
import {
  forget,
  installation,
  lists,
  opened,
  owner,
  run,
  untouchable,
  useRegister,
  workflowOf,
} from './register-under-test';

useRegister();

describe('a healthy register', () => {
  it('shows no drift, and a repair changes nothing', async () => {
    const item = await richCase(installation);
    await opened();
    const before = { ...(await untouchable()), ...(await lists(item.caseId)) };
    expect(await run({})).toEqual([]);
    expect(await run({ repair: true })).toEqual([]);
    expect({ ...(await untouchable()), ...(await lists(item.caseId)) }).toEqual(before);
  });
});

describe('the command line', () => {
  async function onCommandLine(...args: string[]): Promise<{ code: unknown; lines: string[] }> {
    const { databaseUrl, ownerUrl } = installation.register;
    const { temporalAddress, smtpUrl, oidcIssuer } = sharedParts();
    const addresses = { TEMPORAL_ADDRESS: temporalAddress, SMTP_URL: smtpUrl, OIDC_ISSUER: oidcIssuer };
    const program = join(__dirname, '../../../bin/taslim.js');
    const child = spawn(process.execPath, [program, 'reconcile', ...args], {
      env: { ...process.env, ...addresses, DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl },
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    const [code] = await once(child, 'close');
    return { code, lines: out.trim().split('\n') };
  }

  it('ends with 0 where there is no drift', async () => {
    expect(await onCommandLine()).toEqual({ code: 0, lines: ['no drift: 2 open cases'] });
  });

  it('gives a line for each drift and ends with 1, and with 0 where all was repaired', async () => {
    const { caseId } = await opened();
    const removed = await owner.clock.deleteMany({ where: { caseId } });
    const { code, lines } = await onCommandLine('--json');
    expect(code).toBe(1);
    const [drift, ...more] = lines.map((line) => JSON.parse(line));
    expect(drift).toMatchObject({ drift: { caseId, kind: 'projection', repaired: false } });
    expect(more.at(-1)).toEqual({ fits: false, cases: 3, drift: removed.count, repaired: 0 });
    const repaired = await onCommandLine('--repair');
    expect(repaired.code).toBe(0);
    expect(repaired.lines[0]).toMatch(/^repaired {2}case .*: projection: Clock .* is missing$/);
  });
});

describe('a case whose workflow is gone', () => {
  it('is found and carried on from what the events say', async () => {
    const item = await opened();
    await workflowOf(item.caseId).terminate();
    const missing = {
      caseId: item.caseId,
      kind: 'workflow-missing',
      detail: expect.stringContaining('terminated'),
    };
    expect(await run({})).toEqual([{ ...missing, repaired: false }]);
    expect(await run({ repair: true })).toEqual([{ ...missing, repaired: true }]);
    expect(await run({})).toEqual([]);
    await item.decide('urgent-approval', 'approved');
    const { state } = await readCaseLog(installation.context.prisma, item.caseId);
    expect(await workflowOf(item.caseId).query(stateQuery)).toEqual(state);
  });
});

describe('a case whose workflow is behind', () => {
  const officerId = (subject: string) =>
    installation.context.prisma.officer.findUniqueOrThrow({ where: { subject } }).then(({ id }) => id);

  it.each(['a person’s command', 'the clock keeper’s command'])(
    'adopts what it missed of %s',
    async (whose) => {
      const item = await opened();
      const reviewer = await officerId('approver.legal');
      await writeBehindItsBack(installation, item.caseId, (state) =>
        whose === 'a person’s command'
          ? {
              type: 'decide',
              commandId: randomUUID(),
              officerId: reviewer,
              step: { key: 'legal-review#1', openedSeq: state.steps['legal-review#1']?.openedSeq ?? 0 },
              outcome: 'approved',
              reason: null,
              actingForId: null,
              contentHash: state.content.hash,
            }
          : { type: 'timeReached', commandId: randomUUID(), asOf: '2099-01-01T00:00:00.000Z' },
      );
      const before = { ...(await untouchable()), ...(await lists(item.caseId)) };
      const behind = { caseId: item.caseId, kind: 'workflow-behind', detail: expect.any(String) };
      expect(await run({})).toEqual([{ ...behind, repaired: false }]);
      expect(await run({ repair: true })).toEqual([{ ...behind, repaired: true }]);
      expect({ ...(await untouchable()), ...(await lists(item.caseId)) }).toEqual(before);
      expect(await run({})).toEqual([]);
      await item.decide('urgent-approval', 'approved');
      expect(await run({})).toEqual([]);
    },
  );
});

const fact = {
  occurredAt: '2026-03-04T22:30:00.000Z',
  zone: 'UTC',
  outcome: 'x',
  codes: [],
  limitDate: null,
};
const invented = (officerId: string): PendingCorrection => ({
  factKey: 'provisional-arrest#1',
  officerId,
  fact,
  details: null,
  proof: [],
});
const mapped = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
const later = (clock: ClockState): ClockState => ({
  ...clock,
  terms: clock.terms && { ...clock.terms, dueAt: '2099-01-01T00:00:00.000Z' },
});

describe('a drift that only a person can judge', () => {
  it('is reported of a register that was set back', async () => {
    const item = await opened();
    const { context, register } = installation;
    const was = await context.prisma.case.findUniqueOrThrow({ where: { id: item.caseId } });
    await item.decide('urgent-approval', 'approved');
    await tamper(register, 'CaseEvent', 'DELETE FROM "CaseEvent" WHERE "caseId" = $1 AND "seq" > $2', [
      item.caseId,
      was.seq,
    ]);
    await tamper(register, 'Case', 'UPDATE "Case" SET "seq" = $2, "headHash" = $3 WHERE "id" = $1', [
      item.caseId,
      was.seq,
      was.headHash,
    ]);
    const found = await run({ repair: true });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'register-behind', repaired: false }));
    expect(found).toContainEqual(
      expect.objectContaining({ detail: expect.stringMatching(/^Decision .* is surplus$/), repaired: false }),
    );
    await forget(item);
  });

  it.each<[string, (state: CaseState) => Partial<CaseState>, RegExp]>([
    [
      'its status and all its clocks',
      () => ({ status: 'invented', clocks: {} }),
      /in status, clocks\.SLA-LEGAL-REVIEW:legal-review#1@8, clocks\.[^ ]+/,
    ],
    ['whether it rests', () => ({ suspended: true }), /in suspended$/],
    ['how it is to end', () => ({ ending: 'withdrawn' }), /in ending$/],
    [
      'a correction that waits',
      ({ creatorId }) => ({ corrections: { 'fact-correction#1': invented(creatorId) } }),
      /in corrections\.fact-correction#1$/,
    ],
    [
      'when a limit is over',
      ({ clocks }) => ({ clocks: mapped(clocks, later) }),
      /in clocks\.[^ ]+\.terms(, clocks\.[^ ]+\.terms)*$/,
    ],
  ])('is reported of a workflow that disagrees at the same event in %s', async (_what, changes, names) => {
    const item = await opened();
    const handle = workflowOf(item.caseId);
    const { state } = await readCaseLog(installation.context.prisma, item.caseId);
    await handle.terminate();
    await installation.context.temporal.workflow.start('outgoingExtradition', {
      workflowId: caseWorkflowId(item.caseId),
      taskQueue: installation.context.taskQueue,
      args: [{ caseId: item.caseId, state: { ...state, ...changes(state) }, commandsPerRun: 100 }],
    });
    const found = await run({ repair: true });
    await forget(item);
    expect(found).toEqual([
      {
        caseId: item.caseId,
        kind: 'workflow-differs',
        detail: expect.stringMatching(/^at event \d+ they differ in /),
        repaired: false,
      },
    ]);
    expect(found[0]?.detail).toMatch(names);
  });

  it.each([
    [
      'CaseEvent',
      `UPDATE "CaseEvent" SET "data" = "data" || '{"invented": 1}' WHERE "caseId" = $1 AND "seq" = 2`,
    ],
    ['Case', `UPDATE "Case" SET "headHash" = 'x' WHERE "id" = $1`],
  ])(
    'is reported of an event log that is broken in %s, from which nothing is repaired',
    async (table, statement) => {
      const item = await opened();
      await tamper(installation.register, table, statement, [item.caseId]);
      await owner.clock.deleteMany({ where: { caseId: item.caseId } });
      expect(await run({ repair: true })).toEqual([
        expect.objectContaining({ caseId: item.caseId, kind: 'evidence', repaired: false }),
      ]);
      expect(await owner.clock.count({ where: { caseId: item.caseId } })).toBe(0);
      await forget(item);
    },
  );
});

describe('a workflow that nobody runs', () => {
  it('is reported as silent, and is not started a second time', async () => {
    const item = await opened();
    const { temporal } = installation.context;
    const { state } = await readCaseLog(installation.context.prisma, item.caseId);
    await workflowOf(item.caseId).terminate();
    const { firstExecutionRunId } = await temporal.workflow.start('outgoingExtradition', {
      workflowId: caseWorkflowId(item.caseId),
      taskQueue: `nobody-${randomUUID()}`,
      args: [{ caseId: item.caseId, state, commandsPerRun: 100 }],
    });
    const context: ServiceContext = { ...installation.context, commandTimeoutMs: 2_000 };
    expect(await run({ repair: true, context })).toEqual([
      { caseId: item.caseId, kind: 'workflow-silent', detail: expect.any(String), repaired: false },
    ]);
    expect((await workflowOf(item.caseId).describe()).runId).toBe(firstExecutionRunId);
  });
});
