import { UserError } from '../errors';
import { readSecrets } from '../secrets';
import { cliClientId, sampleOfficerGrant, unknownOfficer } from './sample-officer-names';

export interface TokenRequest {
  readonly issuer: string;
  readonly dataDir: string;
  /** Name of a sample officer, such as `liaison.baghdad`. */
  readonly subject: string;
}

/**
 * A bearer token of a sample officer for the API, good for one hour, from the running embedded provider.
 * @throws UserError for an unknown officer (naming those there are), or when the provider is not running
 */
export async function requestToken({ issuer, dataDir, subject }: TokenRequest): Promise<string> {
  const secrets = readSecrets(dataDir);
  if (secrets === undefined)
    throw new UserError(`${dataDir} belongs to no installation`, 'Start one with npm start');
  const response = await post(`${issuer}/token`, {
    headers: {
      authorization: `Basic ${btoa(`${cliClientId}:${secrets.cliClientSecret}`)}`,
      accept: 'application/json',
    },
    body: new URLSearchParams({ grant_type: sampleOfficerGrant, subject }),
  });
  const answer = (await response.json()) as {
    access_token?: string;
    error?: string;
    error_description?: string;
  };
  if (answer.access_token !== undefined) return answer.access_token;
  if (answer.error === unknownOfficer) {
    throw new UserError(
      `there is no sample officer "${subject}"`,
      `Choose one of: ${answer.error_description}`,
    );
  }
  throw new UserError(
    `the identity provider refused: ${answer.error_description ?? answer.error}`,
    'Restart with npm start',
  );
}

async function post(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', ...init });
  } catch (error) {
    throw new UserError(`the identity provider does not answer on ${url}`, 'Start it with npm start', {
      cause: error,
    });
  }
}
