import { createLog } from '../compose/log';
import { runWorker } from '../compose/run-worker';
import type { Config } from '../config';
import { resolveConnections } from '../running';
import { abortOnSignal, untilAborted } from '../shutdown';

/** A worker alone, on the parts that the environment names or that run from the same data folder. */
export async function run(config: Config): Promise<void> {
  const signal = abortOnSignal();
  const running = await runWorker(config, resolveConnections(config), createLog(config.logLevel));
  console.log('worker polls');
  // A worker that dies by itself ends the process with a failure, so that whoever watches it starts another.
  await Promise.race([untilAborted(signal), running.done]).finally(() => running.stop());
}
