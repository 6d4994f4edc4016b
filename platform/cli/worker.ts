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
  await untilAborted(signal);
  await running.stop();
}
