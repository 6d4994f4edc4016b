import type { Config } from '../config';
import { requestToken } from '../embedded/identity-token';
import { UserError } from '../errors';
import { nothingRuns, readRunning } from '../running';

/** Prints a bearer token of a sample officer, and nothing else, on standard output. */
export async function run(config: Config, officer: string): Promise<void> {
  if (config.oidcIssuer !== undefined) {
    throw new UserError(
      'OIDC_ISSUER is set',
      'Get the token from that provider, or unset OIDC_ISSUER for a sample officer',
    );
  }
  const running = readRunning(config.dataDir);
  if (running === undefined) throw nothingRuns(config.dataDir);
  console.log(await requestToken({ issuer: running.oidcIssuer, dataDir: config.dataDir, subject: officer }));
}
