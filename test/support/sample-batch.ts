import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/config';

type Json = Readonly<Record<string, unknown>>;

/** The sample of a batch, as it is. */
export function sampleBatch(changes: Json = {}): Json & { readonly persons: readonly Json[] } {
  const path = join(projectRoot, 'samples', 'regional-transfer-batch.json');
  return { ...JSON.parse(readFileSync(path, 'utf8')), ...changes };
}

/** An invented person of a batch, whom nobody holds yet; `set` makes the warrants of two batches different ones. */
export function personOf(number: number, changes: Json = {}, set = 'A') {
  return {
    names: [{ script: 'Latn', family: 'SAMPLE', given: `Person ${set} ${number}` }],
    birth: { date: '1985-04-12' },
    nationalities: ['IQ'],
    warrant: {
      court: 'Rusafa Investigation Court',
      number: `SAMPLE-${set}-${number}`,
      date: '2025-11-02',
      article: 'Law 28/2012 art. 6',
    },
    ...changes,
  };
}

/** The body of a batch from Erbil to Baghdad. */
export function batchOf(persons: readonly Json[], reference = 'SAMPLE-BATCH') {
  return { from: 'KRG', to: 'FED', reference, persons };
}
