import { readFile } from 'node:fs/promises';
import type { NativeConnectionOptions } from '@temporalio/worker';
import type { Config } from '../config';

type TemporalSettings = Pick<Config, 'temporalApiKey' | 'temporalTlsCert' | 'temporalTlsKey'>;

/** How to reach Temporal: plain on loopback, with an API key, or with a client certificate. */
export async function temporalConnection(
  address: string,
  settings: TemporalSettings,
): Promise<NativeConnectionOptions> {
  const { temporalApiKey, temporalTlsCert, temporalTlsKey } = settings;
  if (temporalTlsCert && temporalTlsKey) {
    const [crt, key] = await Promise.all([readFile(temporalTlsCert), readFile(temporalTlsKey)]);
    return { address, tls: { clientCertPair: { crt, key } } };
  }
  return temporalApiKey ? { address, apiKey: temporalApiKey, tls: true } : { address };
}
