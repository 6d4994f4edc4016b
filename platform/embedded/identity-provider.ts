import type { ClientMetadata, Configuration, KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { Html } from '../../locales/html';
import type { Secrets } from '../secrets';
import { SignInStore } from './identity-store';
import { registerSampleOfficerGrant } from './sample-officer-grant';
import { apiResource, cliClientId, sampleOfficerGrant } from './sample-officer-names';
import { signedOutPage, signOutPage } from './sign-out-pages';
import { webClientId } from './web-client';

/** Taken from beside the package's entry, which prints a warning about Node 20 at every start. */
const { Provider } = require('oidc-provider/lib/provider.js') as typeof import('oidc-provider');
const { InvalidTarget } =
  require('oidc-provider/lib/helpers/errors.js') as typeof import('oidc-provider')['errors'];

export type IdentityProvider = InstanceType<typeof Provider>;

export interface Account {
  /** The `sub` of the tokens. */
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** Where he serves and as what, for whoever chooses among them. */
  readonly agency: string;
  readonly roles: readonly string[];
}

export interface ProviderOptions {
  readonly issuer: string;
  readonly secrets: Secrets;
  readonly accounts: readonly Account[];
  /** The `aud` of access tokens. */
  readonly audience: string;
  /** Where the web pages live; sign-in returns to `<publicUrl>/sign-in/callback`. */
  readonly publicUrl: string;
}

const hourS = 3600;
const officeDayS = 10 * hourS;

/**
 * An OpenID provider for the given accounts, with every setting that the library would otherwise warn about given
 * on purpose. Access tokens are signed JWTs for the API, good for one hour.
 */
export function createProvider({
  issuer,
  secrets,
  accounts,
  audience,
  publicUrl,
}: ProviderOptions): IdentityProvider {
  const bySubject = new Map(accounts.map((account) => [account.subject, account]));
  const configuration: Configuration = {
    adapter: SignInStore,
    clients: [cliClient(secrets), webClient(secrets, publicUrl)],
    cookies: { keys: secrets.cookieKeys },
    jwks: { keys: [secrets.signingKey] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(ctx.get('accept-language'), new Html(form));
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage(ctx.get('accept-language'));
        },
      },
      userinfo: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== apiResource) throw new InvalidTarget();
          return apiServer(audience);
        },
      },
    },
    ttl: {
      AccessToken: hourS,
      IdToken: hourS,
      Interaction: hourS,
      Session: officeDayS,
      Grant: officeDayS,
    },
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email'],
    clientBasedCORS: () => false,
    pkce: { required: () => true },
    renderError: (ctx, out) => {
      ctx.body = out;
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: grantSignIn,
    // A token asked for by name is a login in itself.
    extraTokenClaims: (_ctx, token) =>
      'gty' in token && token.gty === sampleOfficerGrant
        ? { auth_time: Math.floor(Date.now() / 1000) }
        : undefined,
    findAccount: (_ctx, subject) => {
      const account = bySubject.get(subject);
      return account === undefined ? undefined : { accountId: subject, claims: () => claimsOf(account) };
    },
  };
  const provider = new Provider(issuer, configuration);
  registerSampleOfficerGrant(provider, [...bySubject.keys()]);
  return provider;
}

/** Nobody is asked whether the pages of this installation may know who he is. */
async function grantSignIn(ctx: KoaContextWithOIDC) {
  const { provider, session, client } = ctx.oidc;
  const known = session?.grantIdFor(client?.clientId ?? '');
  if (known !== undefined) return await provider.Grant.find(known);
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: client?.clientId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

function claimsOf(account: Account): {
  sub: string;
  name: string;
  preferred_username: string;
  email: string;
} {
  return {
    sub: account.subject,
    name: account.name,
    preferred_username: account.subject,
    email: account.email,
  };
}

function apiServer(audience: string): ResourceServer {
  return {
    scope: 'api',
    audience,
    accessTokenTTL: hourS,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'ES256' } },
  };
}

function webClient(secrets: Secrets, publicUrl: string): ClientMetadata {
  return {
    client_id: webClientId,
    client_secret: secrets.webClientSecret,
    redirect_uris: [`${publicUrl}/sign-in/callback`],
    post_logout_redirect_uris: [`${publicUrl}/`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: 'openid profile email',
  };
}

/** For the command line alone: it has no page to return to and asks for tokens with its secret. */
function cliClient(secrets: Secrets): ClientMetadata {
  return {
    client_id: cliClientId,
    client_secret: secrets.cliClientSecret,
    redirect_uris: [],
    grant_types: [sampleOfficerGrant],
    response_types: [],
  };
}
