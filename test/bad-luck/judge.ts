import { Client, Connection } from '@temporalio/client';
import { eventHash, genesisHash } from '../../domain/case/chain';
import { foldAll } from '../../domain/case/fold';
import { eventOfRow } from '../../domain/case/stored-event';
import type { PrismaClient } from '../../prisma/generated/client';
import { commandIdOf } from '../../services/commands/idempotency';
import { caseWorkflowId, stateQuery } from '../../workflows/messages';
import type { Request } from './persistent-caller';
import type { TornInstallation } from './torn-installation';

/** The events of a case in the register, in their order. */
async function eventsOf(prisma: PrismaClient, caseId: string) {
  return await prisma.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
}

/**
 * The register's own account of a case holds: events without a gap, each chained to the one before, the head where
 * the last is, the events of a command together, and as many decisions as were made, none of them twice.
 */
export async function expectSoundCase(prisma: PrismaClient, caseId: string): Promise<void> {
  const rows = await eventsOf(prisma, caseId);
  const item = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_row, index) => index + 1));
  const hashes = [genesisHash(caseId), ...rows.map((row) => row.hash)];
  expect(rows.map((row) => row.prevHash)).toEqual(hashes.slice(0, -1));
  expect(rows.map((row) => eventHash(caseId, eventOfRow(row), row.prevHash))).toEqual(hashes.slice(1));
  expect({ seq: item.seq, headHash: item.headHash }).toEqual({ seq: rows.length, headHash: hashes.at(-1) });

  const turns = rows.filter((row, index) => row.commandId !== rows[index - 1]?.commandId);
  expect(new Set(turns.map((row) => row.commandId)).size).toBe(turns.length);
  const made = rows.filter((row) => row.type === 'decisionMade').length;
  const decisions = await prisma.decision.findMany({ where: { caseId } });
  expect(decisions).toHaveLength(made);
  expect(new Set(decisions.map((decision) => decision.stepKey)).size).toBe(made);
}

/** How many decisions the register holds under a request's key. */
export async function decisionsUnder(prisma: PrismaClient, { officer, key }: Request): Promise<number> {
  const { id } = await prisma.officer.findUniqueOrThrow({ where: { subject: officer } });
  const commandId = commandIdOf({ officerId: id, key });
  return await prisma.caseEvent.count({ where: { commandId, type: 'decisionMade' } });
}

/** What the workflow remembers of a case is what its events in the register say. */
export async function expectWorkflowAgrees(installation: TornInstallation, caseId: string): Promise<void> {
  const connection = await Connection.connect({ address: installation.addresses.temporalAddress });
  try {
    const client = new Client({ connection, namespace: 'default' });
    const state = await client.workflow.getHandle(caseWorkflowId(caseId)).query(stateQuery);
    const rows = await eventsOf(installation.prisma, caseId);
    expect(state).toEqual(foldAll(caseId, null, rows.map(eventOfRow)));
  } finally {
    await connection.close();
  }
}
