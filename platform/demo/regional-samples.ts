import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { direction, transferredPersonSchema } from '../../domain/procedures/suspect-transfer/request';
import { projectRoot } from '../config';

/** The sample has beside the rest what a request says under `person`; its notes are for its readers. */
const personSample = z
  .looseObject({ warrant: z.unknown(), arrest: z.unknown(), note: z.string().optional() })
  .transform(({ warrant, arrest, note: _forReaders, ...person }) =>
    transferredPersonSchema.parse({ person, warrant, arrest }),
  );

const batchSample = z.looseObject({
  ...direction.shape,
  reference: z.string(),
  persons: z.array(personSample),
});

export type TransferredPerson = z.infer<typeof transferredPersonSchema>;
export type BatchSample = z.infer<typeof batchSample>;

/** The sample batch from the Region to the federal side. */
export async function readBatchSample(): Promise<BatchSample> {
  return batchSample.parse(await readSample('regional-transfer-batch.json'));
}

/** Custody and judgments that are known before the batch arrives; `{ records }`. */
export async function readEarlierRecords(): Promise<unknown> {
  return await readSample('earlier-records.json');
}

/** The sample's persons the other way: their courts and places stay what they are. */
export function reversed(batch: BatchSample): BatchSample {
  return { ...batch, from: batch.to, to: batch.from };
}

async function readSample(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(projectRoot, 'samples', name), 'utf8'));
}
