import type { Config } from '../config';
import { ApiClient } from '../demo/api-client';
import { playSwedenCase } from '../demo/play';
import { requestToken } from '../embedded/identity';
import { UserError } from '../errors';
import { resolveConnections } from '../running';

/**
 * Plays the sample case through the running API as the sample officers, with a line of progress each; the finished
 * case is JSON on the last line.
 */
export async function run(config: Config): Promise<void> {
  const { oidcIssuer: issuer } = resolveConnections(config);
  await assertServed(config.publicUrl);
  const api = new ApiClient(config.publicUrl, (subject) =>
    requestToken({ issuer, dataDir: config.dataDir, subject }),
  );
  const finished = await playSwedenCase(api, (line) => console.log(line));
  console.log(JSON.stringify(finished));
}

async function assertServed(publicUrl: string): Promise<void> {
  const answers = await fetch(`${publicUrl}/health/live`).then(
    (response) => response.ok,
    () => false,
  );
  if (!answers)
    throw new UserError(`the API does not answer on ${publicUrl}`, 'Run npm start in another terminal');
}
