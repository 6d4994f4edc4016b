import { catalogue } from '../../domain/law/catalogue/catalogue';
import { createLog } from '../compose/log';
import { pages } from '../compose/pages';
import { runApi } from '../compose/run-api';
import type { Config } from '../config';
import { resolveConnections } from '../running';
import { abortOnSignal, stopInOrder, untilAborted } from '../shutdown';
import { startTracing } from '../tracing';

/** The API alone, on the parts that the environment names or that run from the same data folder. */
export async function run(config: Config): Promise<void> {
  // A broken catalogue of the law ends the start before anything runs on it.
  catalogue();
  const signal = abortOnSignal();
  const connections = resolveConnections(config);
  const log = createLog(config.logLevel);
  const tracing = startTracing(config, 'taslim-api', log);
  const served = await runApi(config, connections, log, { pages: pages(config, connections), tracing });
  console.log(`ready ${config.publicUrl}`);
  await untilAborted(signal);
  await stopInOrder([() => served.stop(), async () => tracing?.stop()]);
}
