import { createLog } from '../compose/log';
import { pages } from '../compose/pages';
import { runApi } from '../compose/run-api';
import type { Config } from '../config';
import { resolveConnections } from '../running';
import { abortOnSignal, untilAborted } from '../shutdown';

/** The API alone, on the parts that the environment names or that run from the same data folder. */
export async function run(config: Config): Promise<void> {
  const signal = abortOnSignal();
  const connections = resolveConnections(config);
  const served = await runApi(config, connections, createLog(config.logLevel), pages(connections));
  console.log(`ready ${config.publicUrl}`);
  await untilAborted(signal);
  await served.stop();
}
