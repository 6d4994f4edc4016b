import type { KeptBy } from '../../domain/case/events';
import type { ServiceContext } from '../context';

/** A legal limit that nobody has dealt with yet; `dueAt` in ISO 8601 is the instant at which it is over. */
export interface RunningLimit {
  readonly key: string;
  readonly rule: string;
  readonly dueAt: string;
  readonly expired: boolean;
}

/** The legal limits of a case that run or passed unsettled, by the step whose fact keeps them, soonest first. */
export async function limitsByStep(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  caseId: string,
): Promise<Map<string, RunningLimit[]>> {
  const clocks = await prisma.clock.findMany({
    where: { caseId, stepKey: null, settledAt: null, status: { in: ['running', 'expired'] } },
    orderBy: { dueAt: 'asc' },
  });
  const found = new Map<string, RunningLimit[]>();
  if (clocks.length === 0) return found;
  const keptBy = await stepsThatKeep(prisma, caseId);
  for (const { key, rule, dueAt, status } of clocks) {
    const step = keptBy.get(key);
    if (step === undefined) continue;
    const limit = { key, rule, dueAt: dueAt.toISOString(), expired: status === 'expired' };
    found.set(step, [...(found.get(step) ?? []), limit]);
  }
  return found;
}

/** Only the event that started a clock says which step keeps it. */
async function stepsThatKeep(prisma: ServiceContext['prisma'], caseId: string): Promise<Map<string, string>> {
  const events = await prisma.caseEvent.findMany({
    where: { caseId, type: 'clockStarted' },
    orderBy: { seq: 'asc' },
    select: { data: true },
  });
  const started = events.map(({ data }) => data as unknown as { key: string; keptBy: KeptBy | null });
  return new Map(started.flatMap(({ key, keptBy }) => (keptBy ? [[key, keptBy.step] as const] : [])));
}
