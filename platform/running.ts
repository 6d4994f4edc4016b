import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from './config';
import { UserError } from './errors';
import { writePrivateFile } from './folders';
import { startTime } from './processes';

const fileName = 'run.json';

const addressesSchema = z.object({
  databaseUrl: z.string(),
  ownerUrl: z.string(),
  temporalAddress: z.string(),
  temporalUiUrl: z.string().optional(),
  smtpUrl: z.string(),
  /** Folder in which the embedded mail capture keeps what it took. */
  mailStore: z.string().optional(),
  oidcIssuer: z.string(),
});

const runSchema = z.object({ pid: z.number(), startTime: z.string(), addresses: addressesSchema });

/** Where the parts of a running installation are. */
export type Addresses = z.infer<typeof addressesSchema>;

/** Lets the other commands of the same data folder find the embedded parts; readable by this user alone. */
export function writeRunning(dataDir: string, addresses: Addresses): void {
  const run = { pid: process.pid, startTime: startTime(process.pid) ?? '', addresses };
  writePrivateFile(dataDir, fileName, JSON.stringify(run, null, 2));
}

/** Takes the addresses away again: nothing runs from this folder. */
export function removeRunning(dataDir: string): void {
  rmSync(join(dataDir, fileName), { force: true });
}

/** The addresses of the parts that run from this data folder now; undefined when none do. */
export function readRunning(dataDir: string): Addresses | undefined {
  try {
    const run = runSchema.parse(JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')));
    return startTime(run.pid) === run.startTime ? run.addresses : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where every part is: as the environment says, otherwise as the embedded parts of the data folder were started.
 * @throws UserError when a part is neither configured nor running
 */
export function resolveConnections(config: Config): Addresses {
  const running = readRunning(config.dataDir);
  const [databaseUrl, ownerUrl] = [
    config.databaseUrl ?? running?.databaseUrl,
    config.databaseOwnerUrl ?? running?.ownerUrl,
  ];
  const temporalAddress = config.temporalAddress ?? running?.temporalAddress;
  const [smtpUrl, oidcIssuer] = [
    config.smtpUrl ?? running?.smtpUrl,
    config.oidcIssuer ?? running?.oidcIssuer,
  ];
  if (!databaseUrl || !ownerUrl || !temporalAddress || !smtpUrl || !oidcIssuer)
    throw nothingRuns(config.dataDir);
  return {
    databaseUrl,
    ownerUrl,
    temporalAddress,
    smtpUrl,
    oidcIssuer,
    ...(running?.temporalUiUrl === undefined ? {} : { temporalUiUrl: running.temporalUiUrl }),
    ...(running?.mailStore === undefined ? {} : { mailStore: running.mailStore }),
  };
}

/** The error of a command that needs what `npm start` brings up. */
export function nothingRuns(dataDir: string): UserError {
  return new UserError(
    `nothing is running from ${dataDir}`,
    'Run npm start (or npm run embedded), or set DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL and OIDC_ISSUER',
  );
}
