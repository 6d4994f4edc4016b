import { sampleAccounts } from '../../services/officers/sample-officers';
import type { Config } from '../config';
import { startEmbedded } from '../embedded';
import { abortOnSignal, untilAborted } from '../shutdown';

/** Brings up the embedded parts and keeps them up until Ctrl-C. */
export async function run(config: Config): Promise<void> {
  const signal = abortOnSignal();
  const parts = await startEmbedded(config, { accounts: sampleAccounts(), report: console.error, signal });
  console.log(`ready ${config.dataDir}`);
  await untilAborted(signal);
  console.error('stopping');
  await parts.stop();
}
