import { catalogue } from '../../domain/law/catalogue/catalogue';
import { sampleAccounts } from '../../services/officers/sample-officers';
import { createLog } from '../compose/log';
import { pages } from '../compose/pages';
import { prepareRegister } from '../compose/prepare-register';
import { runApi } from '../compose/run-api';
import { runWorker } from '../compose/run-worker';
import type { Running } from '../compose/serve';
import type { Config } from '../config';
import { startEmbedded } from '../embedded';
import { assertPortFree } from '../ports';
import { abortOnSignal, stopInOrder, untilAborted } from '../shutdown';
import { startTracing } from '../tracing';

/**
 * Everything in one process: the embedded parts that the configuration gives no address for, the worker and the API.
 * Returns after a signal, when all of it has ended.
 *
 * @throws UserError
 */
export async function run(config: Config): Promise<void> {
  // A broken catalogue of the law ends the start before anything runs on it.
  catalogue();
  const log = createLog(config.logLevel);
  const report = (line: string) => console.log(line);
  const signal = abortOnSignal();
  await assertPortFree(config.port, config.host);
  const embedded = await startEmbedded(config, { accounts: sampleAccounts(), report, signal });
  const running: Running[] = [embedded];
  try {
    await prepareRegister(config, embedded, report);
    report('worker and API: starting');
    const tracing = startTracing(config, 'taslim', log);
    if (tracing) running.unshift(tracing);
    const worker = await runWorker(config, embedded, log, tracing);
    running.unshift(worker);
    running.unshift(
      await runApi(config, embedded, log, {
        pages: pages(config, embedded),
        metrics: [worker.metrics],
        tracing,
      }),
    );
    report(`ready ${config.publicUrl}`);
    await Promise.race([untilAborted(signal), worker.done]);
    report('stopping');
  } finally {
    await stopInOrder(running.map((part) => () => part.stop()));
  }
}
