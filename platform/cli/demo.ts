import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { connectRegister } from '../compose/register';
import type { Config } from '../config';
import { ApiClient } from '../demo/api-client';
import { apiDesk } from '../demo/api-desk';
import { readCommitteeSample } from '../demo/committee-sample';
import { playSwedenCase } from '../demo/play';
import { playResolution } from '../demo/play-committee';
import { playIncoming } from '../demo/play-incoming';
import { playInformation } from '../demo/play-information';
import { playBatch } from '../demo/play-regional';
import { readBatchSample, readEarlierRecords, reversed } from '../demo/regional-samples';
import { requestToken } from '../embedded/identity-token';
import { UserError } from '../errors';
import { resolveConnections } from '../running';

const say = (line: string) => console.log(line);

/**
 * Plays the sample case through the running API as the sample officers, with a line of progress each; the finished
 * case is JSON on the last line.
 */
export async function run(config: Config): Promise<void> {
  const finished = await playSwedenCase(await connect(config), say);
  console.log(JSON.stringify(finished));
}

/**
 * Plays the sample batch between the federal side and the Kurdistan Region through the running API as the officers of
 * both; the finished cases are a JSON list on the last line. What is known of the persons is put into the register
 * first.
 */
export async function runRegional(
  config: Config,
  { reverse = false }: { readonly reverse?: boolean },
): Promise<void> {
  const api = await connect(config);
  const { imported, known } = await putInEarlierRecords(config);
  say(`earlier records: ${imported} put in, ${known} were there already`);
  const batch = await readBatchSample();
  const finished = await playBatch(apiDesk(api), reverse ? reversed(batch) : batch, say);
  console.log(JSON.stringify(finished));
}

/**
 * Plays the sample request for information through the running API as the officers of both sides; the finished case and
 * its questions are JSON on the last line.
 */
export async function runInformation(config: Config): Promise<void> {
  console.log(JSON.stringify(await playInformation(await connect(config), say)));
}

/**
 * Plays the sample request of a foreign State through the running API, which stops at the nationality of the person; the
 * finished case is JSON on the last line.
 */
export async function runIncoming(config: Config): Promise<void> {
  console.log(JSON.stringify(await playIncoming(apiDesk(await connect(config)), say)));
}

/**
 * Plays the sample resolution of the committee through the running API as its secretary and seats; the case and its
 * ballot are JSON on the last line.
 */
export async function runCommittee(
  config: Config,
  { allSpeak = false }: { readonly allSpeak?: boolean },
): Promise<void> {
  const api = await connect(config);
  const played = await playResolution(apiDesk(api), await readCommitteeSample(), allSpeak, say);
  console.log(JSON.stringify(played));
}

/** Calls the running API as the sample officers. @throws UserError when it does not answer */
async function connect(config: Config): Promise<ApiClient> {
  const { oidcIssuer: issuer } = resolveConnections(config);
  await assertServed(config.publicUrl);
  return new ApiClient(config.publicUrl, (subject) =>
    requestToken({ issuer, dataDir: config.dataDir, subject }),
  );
}

async function putInEarlierRecords(config: Config) {
  const prisma = connectRegister(resolveConnections(config).databaseUrl);
  try {
    return await importEarlierRecords({ prisma }, await readEarlierRecords());
  } finally {
    await prisma.$disconnect();
  }
}

async function assertServed(publicUrl: string): Promise<void> {
  const answers = await fetch(`${publicUrl}/health/live`).then(
    (response) => response.ok,
    () => false,
  );
  if (!answers)
    throw new UserError(`the API does not answer on ${publicUrl}`, 'Run npm start in another terminal');
}
