import { join } from 'node:path';
import type { ChainBreak } from '../../services/audit-chain/chain-break';
import { type ChainTally, verifyRegister } from '../../services/audit-chain/verify-register';
import { openDocumentStore } from '../../services/documents/store';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { nothingRuns, readRunning } from '../running';
import { progressLine } from './progress-line';

/** Words after the command: `json` for a JSON object a line, `files` to read the documents' bytes too. */
export interface AuditVerifyOptions {
  readonly json?: boolean;
  readonly files?: boolean;
}

/**
 * Verifies the hash chain of every case and the hashes of what its events name: a line for each break, then one that
 * sums up. The exit code is 1 when anything is broken.
 */
export async function run(
  config: Config,
  { json = false, files = false }: AuditVerifyOptions,
): Promise<void> {
  const databaseUrl = config.databaseUrl ?? readRunning(config.dataDir)?.databaseUrl;
  if (databaseUrl === undefined) throw nothingRuns(config.dataDir);
  const store = files ? await openDocumentStore(join(config.dataDir, 'documents')) : null;
  const prisma = connectRegister(databaseUrl);
  const line = progressLine();
  try {
    const tally = await verifyRegister(prisma, store, {
      found: (found) => line.print(json ? JSON.stringify({ break: found }) : breakText(found)),
      progress: ({ cases, events }) => line.show(`${cases} cases, ${events} events`),
    });
    line.print(json ? JSON.stringify({ intact: tally.breaks === 0, ...tally }) : tallyText(tally));
    if (tally.breaks > 0) process.exitCode = 1;
  } finally {
    await prisma.$disconnect();
  }
}

function breakText({ caseId, seq, fault, detail }: ChainBreak): string {
  return `BROKEN  case ${caseId} event ${seq}: ${fault}: ${detail}`;
}

function tallyText({ cases, events, breaks }: ChainTally): string {
  const verdict = breaks === 0 ? 'intact' : `BROKEN in ${breaks} places`;
  return `${verdict}: ${cases} cases, ${events} events`;
}
