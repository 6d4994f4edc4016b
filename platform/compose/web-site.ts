import { requestIdOf } from '../../api/request-id';
import type { ServiceContext } from '../../services/context';
import { SiteCookies } from '../../web/session/cookies';
import { SignInProvider } from '../../web/sign-in/provider';
import type { Site } from '../../web/site';
import type { Config } from '../config';
import { webClientId } from '../embedded/web-client';
import type { Addresses } from '../running';
import { readSecrets } from '../secrets';

/** What the pages are composed of; with the embedded identity provider they are its own client. */
export function webSite(
  config: Config,
  { oidcIssuer: issuer }: Pick<Addresses, 'oidcIssuer'>,
  context: ServiceContext,
): Site {
  const { publicUrl } = config;
  return {
    context,
    publicUrl,
    requestIdOf,
    cookies: new SiteCookies(publicUrl),
    provider: new SignInProvider({ issuer, publicUrl, ...webClient(config) }),
  };
}

function webClient({ oidcIssuer, oidcClientId, oidcClientSecret, dataDir }: Config) {
  if (oidcIssuer !== undefined) return { clientId: oidcClientId, clientSecret: oidcClientSecret };
  return { clientId: webClientId, clientSecret: readSecrets(dataDir)?.webClientSecret };
}
