import { randomUUID } from 'node:crypto';
import { batchSchema } from '../services/batches/batch-input';
import { getBatchSummary } from '../services/batches/get-batch';
import { openBatch } from '../services/batches/open-batch';
import type { ServiceContext } from '../services/context';
import { findCurrentOfficer } from '../services/officers/current-officer';
import { type Figures, measure } from './measure';
import { caseWork } from './work';

/** What a batch takes, and what it takes from an officer who works on a single case beside it. */
export interface BatchFigures {
  readonly persons: number;
  readonly seconds: number;
  /** Decisions of one officer after another, before the batch and while its persons are opened. */
  readonly quiet: Figures;
  readonly beside: Figures;
}

const persons = 500;
const quietUnits = 20;

/** Opens a batch of 500, and meanwhile one case after another, each opened and signed by four. */
export async function measureBatch(context: ServiceContext): Promise<BatchFigures> {
  const quiet = await measure(1, quietUnits, caseWork(context, []));
  const liaison = await findCurrentOfficer(context, 'liaison.baghdad');
  const began = performance.now();
  const { id } = await openBatch(context, liaison, randomUUID(), input());
  const isWaiting = async () => (await getBatchSummary(context, liaison, id)).progress?.waiting !== 0;
  const work = caseWork(context, []);
  const beside = await measure(1, 1, async (timed) => {
    while (await isWaiting()) await work(timed);
  });
  return { persons, seconds: (performance.now() - began) / 1_000, quiet, beside };
}

function input() {
  return batchSchema.parse({
    from: 'KRG',
    to: 'FED',
    reference: 'BENCH',
    persons: Array.from({ length: persons }, (_, number) => ({
      names: [{ script: 'Latn', family: 'SAMPLE', given: `Person ${number}` }],
      birth: { date: '1985-04-12' },
      nationalities: ['IQ'],
      warrant: { court: 'Sample court', number: `SAMPLE-${number}`, date: '2025-11-02', article: 'sample' },
    })),
  });
}
