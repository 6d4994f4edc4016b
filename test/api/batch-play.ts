import { setTimeout as delay } from 'node:timers/promises';
import type { BatchSummary, BatchView } from '../../services/batches/batch-view';
import { type Caller, good } from './caller';

export const batches = '/transfer-batches';

export async function readBatch(caller: Caller, officer: string, id: string): Promise<BatchView> {
  return good(await caller.get<BatchView>(officer, `${batches}/${id}`));
}

/** Opens a batch and waits until nobody of it waits. */
export async function openBatch(caller: Caller, officer: string, body: unknown): Promise<BatchView> {
  const { id } = good(await caller.post<BatchSummary>(officer, batches, body));
  return await untilBatch(caller, officer, id, ({ progress }) => progress?.waiting === 0);
}

/** Reads a batch again and again until it is as asked. @throws Error that shows it, when it does not come to be so */
export async function untilBatch(
  caller: Caller,
  officer: string,
  id: string,
  isSo: (batch: BatchView) => boolean,
  limitMs = 60_000,
): Promise<BatchView> {
  for (const until = Date.now() + limitMs; ; await delay(100)) {
    const batch = await readBatch(caller, officer, id);
    if (isSo(batch)) return batch;
    if (Date.now() > until) throw new Error(`the batch stays: ${JSON.stringify({ ...batch, items: [] })}`);
  }
}

/** Ids of the cases of a batch, in its order. */
export function caseIdsOf({ items }: BatchView): string[] {
  return items.flatMap((item) => item.case?.id ?? []);
}

/** A manager ends a case before its course is run. */
export async function endCase(caller: Caller, manager: string, caseId: string): Promise<void> {
  good(await caller.post(manager, `/cases/${caseId}/ending`, { outcome: 'withdrawn', reason: 'Invented' }));
}
