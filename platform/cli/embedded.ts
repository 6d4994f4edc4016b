import { sampleAccounts } from '../../services/officers/sample-officers';
import { prepareRegister } from '../compose/prepare-register';
import type { Config } from '../config';
import { startEmbedded } from '../embedded';
import { abortOnSignal, untilAborted } from '../shutdown';

/** Brings up the embedded parts, with the newest schema and the sample officers, and keeps them up until Ctrl-C. */
export async function run(config: Config): Promise<void> {
  const signal = abortOnSignal();
  const parts = await startEmbedded(config, { accounts: sampleAccounts(), report: console.error, signal });
  try {
    await prepareRegister(config, parts, console.error);
    console.log(`ready ${config.dataDir}`);
    await untilAborted(signal);
    console.error('stopping');
  } finally {
    await parts.stop();
  }
}
