import { setTimeout as delay } from 'node:timers/promises';
import { transferItems } from '../../domain/procedures/suspect-transfer/request';
import type { BatchView } from '../../services/batches/batch-view';
import type { Desk } from './desk';
import type { BatchSample, TransferredPerson } from './regional-samples';
import { samplePdf, samplePng } from './sample-files';
import { type Direction, type OpenedTransfer, officerOf } from './transfer-case';

const pollMs = 200;

/** Opens the cases of a batch as the liaison officer of the side that asks, with the files of each person. */
export async function openTransfers(desk: Desk, batch: BatchSample): Promise<OpenedTransfer[]> {
  const { from, to, reference } = batch;
  const liaison = officerOf('transmission', batch);
  const persons = [];
  for (const { person, warrant, arrest } of batch.persons) {
    persons.push({ ...person, warrant, arrest, files: await filesOf(desk, liaison) });
  }
  // A batch has a reference of its own, and the demo may be played again.
  const named = `${reference} ${new Date().toISOString()}`;
  const { id } = await desk.openBatch(liaison, { from, to, reference: named, persons });
  const { items } = await whenOpened(desk, liaison, id);
  const opened: OpenedTransfer[] = [];
  for (const [place, person] of batch.persons.entries()) {
    const item = items.find((candidate) => candidate.place === place);
    if (!item?.case) throw new Error(`person ${place} of the batch: ${JSON.stringify(item?.refusal)}`);
    const summary = await desk.read(liaison, item.case.id);
    opened.push({ summary, direction: { from, to }, person });
  }
  return opened;
}

/** Opens the case of one person by itself. */
export async function openTransfer(
  desk: Desk,
  { from, to }: Direction,
  person: TransferredPerson,
): Promise<OpenedTransfer> {
  const liaison = officerOf('transmission', { from, to });
  const documents = await filesOf(desk, liaison);
  const body = { procedure: 'suspect-transfer', request: { from, to, ...person, documents } };
  const summary = await desk.open(liaison, body);
  return { summary, direction: { from, to }, person };
}

async function filesOf(desk: Desk, liaison: string): Promise<{ item: string; documentId: string }[]> {
  const files = [];
  for (const item of transferItems) {
    const bytes = item === 'photograph' ? samplePng() : samplePdf(item);
    const fileName = item === 'photograph' ? `${item}.png` : `${item}.pdf`;
    files.push({ item, documentId: await desk.upload(liaison, fileName, bytes) });
  }
  return files;
}

/** The batch when nobody in it waits any more. */
async function whenOpened(desk: Desk, liaison: string, id: string): Promise<BatchView> {
  for (;;) {
    const batch = await desk.batch(liaison, id);
    if (batch.progress?.waiting === 0) return batch;
    await delay(pollMs);
  }
}
