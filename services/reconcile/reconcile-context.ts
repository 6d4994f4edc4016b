import type { ServiceContext } from '../context';

/** What the comparison stands on. */
export type ReconcileContext = Pick<
  ServiceContext,
  'prisma' | 'temporal' | 'taskQueue' | 'commandTimeoutMs' | 'commandsPerRun'
>;
