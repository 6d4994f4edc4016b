import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { writeEvents } from '../../../activities/register/write-events';
import { verifyCase } from '../../../services/audit-chain/verify-case';
import { CaseDriver } from '../../support/case-driver';
import { type Installation, startInstallation } from '../../support/installation';

let installation: Installation;

beforeAll(async () => {
  installation = await startInstallation();
  await installation.startWorker();
});
afterAll(async () => {
  await installation.context.prisma.$disconnect();
  await untilNobodyIsConnected();
  await installation.stop();
});

/** A database that was written to so much is vacuumed at once, and only an idle one can be dropped by its owner. */
async function untilNobodyIsConnected(): Promise<void> {
  const client = new Client({ connectionString: installation.register.ownerUrl });
  await client.connect();
  const others = `SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  for (let left = 40; left > 0 && (await client.query(others)).rows[0].n > 0; left -= 1) await wait(250);
  await client.end();
}

async function openedCase(): Promise<string> {
  const item = new CaseDriver(installation.context);
  await item.open();
  return item.caseId;
}

describe('fifty writers on one case', () => {
  it('make one chain: each command once, none between another’s events', async () => {
    const { prisma } = installation.context;
    const caseId = await openedCase();
    const before = await lastEvent(caseId);
    const commands = Array.from({ length: 50 }, () => randomUUID());
    await Promise.all(commands.map((commandId) => writeUntilWritten(caseId, before, commandId)));
    const rows = await prisma.caseEvent.findMany({
      where: { caseId, seq: { gt: before } },
      orderBy: { seq: 'asc' },
    });
    expect(rows).toHaveLength(100);
    for (const [index, row] of rows.entries()) {
      if (index % 2 === 1) expect(row.commandId).toBe(rows[index - 1]?.commandId);
    }
    expect(new Set(rows.map((row) => row.commandId))).toEqual(new Set(commands));
    expect((await verifyCase(prisma, caseId, null)).breaks).toEqual([]);
  }, 120_000);

  const lastEvent = (caseId: string) => installation.context.prisma.caseEvent.count({ where: { caseId } });

  /** As a workflow does: applies what came first and decides again; an error that is no refusal is tried again. */
  async function writeUntilWritten(caseId: string, knownSeq: number, commandId: string): Promise<void> {
    const events = ['negotiation', 'preparation'].map(
      (status) => ({ type: 'statusChanged', status }) as const,
    );
    for (let expectedSeq = knownSeq; ; ) {
      const at = new Date().toISOString();
      const personal = { actorId: null, actingForId: null, role: null };
      const request = { caseId, expectedSeq, commandId, ...personal, at, events };
      const result = await writeEvents(installation.context.prisma, request).catch(() => null);
      if (result?.outcome === 'written') return;
      expectedSeq += result?.events.length ?? 0;
    }
  }
});
