import { join } from 'node:path';
import type { Config } from '../config';
import { ensureDataFolder } from '../folders';
import { onFreePorts } from '../ports';
import { type Addresses, removeRunning, writeRunning } from '../running';
import { stopInOrder } from '../shutdown';
import { lockFolder } from './folder-lock';
import { startIdentity } from './identity';
import type { Account } from './identity-provider';
import { startPostgres } from './postgres';
import { startSmtpCapture } from './smtp';
import { startEmbeddedTemporal } from './temporal';

/** Taken when free; otherwise the system chooses. */
const preferredPorts = { postgres: 5433, temporal: { port: 7233, uiPort: 8233 }, smtp: 2525, identity: 3001 };

export interface EmbeddedOptions {
  /** Who can sign in at the embedded identity provider. */
  readonly accounts: readonly Account[];
  /** Takes a line of progress. */
  readonly report: (line: string) => void;
  /** Ends a start that is still fetching or building something. */
  readonly signal?: AbortSignal;
}

/** Every part's address, embedded or configured, and the way to stop the embedded ones. */
export interface Embedded extends Addresses {
  /** Stops what was started here, PostgreSQL last. What was configured is left alone. */
  stop(): Promise<void>;
}

interface Part {
  readonly addresses: Partial<Addresses>;
  readonly stop?: () => Promise<void>;
}

/**
 * Starts those of PostgreSQL, Temporal, mail capture and identity provider that the configuration gives no address
 * for, all at once, from the data folder. Their addresses are written to its run.json while they run.
 * @throws UserError with the first fault; what had started by then is stopped
 */
export async function startEmbedded(config: Config, options: EmbeddedOptions): Promise<Embedded> {
  ensureDataFolder(config.dataDir);
  const leave = embedsSomething(config) ? lockFolder(config.dataDir) : undefined;
  try {
    const parts = await startAll(config, options);
    const addresses = Object.assign({}, ...parts.map((part) => part.addresses)) as Addresses;
    if (leave !== undefined) writeRunning(config.dataDir, addresses);
    const stop = async (): Promise<void> => {
      if (leave !== undefined) removeRunning(config.dataDir);
      await stopParts(parts).finally(leave);
    };
    return { ...addresses, stop };
  } catch (error) {
    leave?.();
    throw error;
  }
}

/** With every part configured elsewhere, any number of processes may share the data folder. */
function embedsSomething(config: Config): boolean {
  return [config.databaseUrl, config.temporalAddress, config.smtpUrl, config.oidcIssuer].includes(undefined);
}

async function startAll(config: Config, options: EmbeddedOptions): Promise<Part[]> {
  const outcomes = await Promise.allSettled([
    identity(config, options),
    mail(config, options),
    temporal(config, options),
    postgres(config, options),
  ]);
  const parts = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure === undefined) return parts;
  await stopParts(parts);
  throw failure.reason;
}

function stopParts(parts: readonly Part[]): Promise<void> {
  return stopInOrder(parts.map((part) => part.stop ?? (() => Promise.resolve())));
}

async function postgres(config: Config, { report }: EmbeddedOptions): Promise<Part> {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseUrl !== undefined)
    return { addresses: { databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl } };
  const started = await startPostgres({ dataDir: config.dataDir, port: preferredPorts.postgres, report });
  report(`PostgreSQL: ready on 127.0.0.1:${started.port}`);
  return { addresses: { databaseUrl: started.databaseUrl, ownerUrl: started.ownerUrl }, stop: started.stop };
}

async function temporal(config: Config, { report, signal }: EmbeddedOptions): Promise<Part> {
  if (config.temporalAddress !== undefined) return { addresses: { temporalAddress: config.temporalAddress } };
  const started = await startEmbeddedTemporal({
    config,
    ports: preferredPorts.temporal,
    report,
    signal,
  });
  report(`Temporal: ready on ${started.address}, its pages on ${started.uiUrl}`);
  return {
    addresses: { temporalAddress: started.address, temporalUiUrl: started.uiUrl },
    stop: started.stop,
  };
}

async function mail(config: Config, { report }: EmbeddedOptions): Promise<Part> {
  if (config.smtpUrl !== undefined) return { addresses: { smtpUrl: config.smtpUrl } };
  const folder = join(config.dataDir, 'mail');
  const started = await onFreePorts({ port: preferredPorts.smtp }, ({ port }) =>
    startSmtpCapture({ port, folder }),
  );
  report(`Mail: caught on ${started.url}, kept in ${folder}`);
  return { addresses: { smtpUrl: started.url, mailStore: folder }, stop: () => started.stop() };
}

async function identity(config: Config, { accounts, report }: EmbeddedOptions): Promise<Part> {
  if (config.oidcIssuer !== undefined) return { addresses: { oidcIssuer: config.oidcIssuer } };
  const { dataDir, oidcAudience: audience, publicUrl } = config;
  const started = await onFreePorts({ port: preferredPorts.identity }, ({ port }) =>
    startIdentity({ port, dataDir, accounts, audience, publicUrl }),
  );
  report(`Identity provider: ready on ${started.issuer} with ${accounts.length} sample officers`);
  return { addresses: { oidcIssuer: started.issuer }, stop: started.stop };
}
