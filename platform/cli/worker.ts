import { catalogue } from '../../domain/law/catalogue/catalogue';
import { createLog } from '../compose/log';
import { runWorker } from '../compose/run-worker';
import { serveWorker } from '../compose/serve-worker';
import type { Config } from '../config';
import { resolveConnections } from '../running';
import { abortOnSignal, stopInOrder, untilAborted } from '../shutdown';
import { startTracing } from '../tracing';

/** A worker alone, on the parts that the environment names or that run from the same data folder. */
export async function run(config: Config): Promise<void> {
  // A broken catalogue of the law ends the start before anything runs on it.
  catalogue();
  const signal = abortOnSignal();
  const log = createLog(config.logLevel);
  const connections = resolveConnections(config);
  const tracing = startTracing(config, 'taslim-worker', log);
  const worker = await runWorker(config, connections, log, tracing);
  const stops = [() => worker.stop(), async () => tracing?.stop()];
  try {
    const served = await serveWorker(config, worker);
    stops.unshift(async () => served?.stop());
    console.log('worker polls');
    // A worker that dies by itself ends the process with a failure, so that whoever watches it starts another.
    await Promise.race([untilAborted(signal), worker.done]);
  } finally {
    await stopInOrder(stops);
  }
}
