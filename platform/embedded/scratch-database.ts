import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports';
import { type EmbeddedPostgres, startPostgres } from './postgres';

/**
 * Runs `work` with an empty PostgreSQL of its own, which is gone afterwards. Takes about two seconds and needs
 * nothing else to run.
 */
export async function withScratchDatabase<Result>(
  work: (postgres: EmbeddedPostgres) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'taslim-scratch-'));
  try {
    const postgres = await startPostgres({ dataDir, port: await freePort(), report: () => {} });
    try {
      return await work(postgres);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
