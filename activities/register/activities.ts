import { ApplicationFailure } from '@temporalio/common';
import type { PrismaClient } from '../../prisma/generated/client';
import { writeEvents } from './write-events';
import type { RegisterActivities, WriteResult } from './write-request';

/** How a write step ended; one that failed is tried again. */
export type WriteOutcome = WriteResult['outcome'] | 'refused' | 'failed';

/** Is told of every write step how it ended, and the time it took. */
export type WriteObserver = (outcome: WriteOutcome, seconds: number) => void;

/** The register's activities on one database. */
export function registerActivities(prisma: PrismaClient, observe?: WriteObserver): RegisterActivities {
  return {
    async writeEvents(request) {
      const began = performance.now();
      const end = (outcome: WriteOutcome) => observe?.(outcome, (performance.now() - began) / 1_000);
      try {
        const result = await writeEvents(prisma, request);
        end(result.outcome);
        return result;
      } catch (error) {
        end(error instanceof ApplicationFailure ? 'refused' : 'failed');
        throw error;
      }
    },
  };
}
