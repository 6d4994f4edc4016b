import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { IdentityUnavailableError, SignInFailedError } from '../../services/errors';
import { callbackRoute } from './paths';
import type { PendingSignIn } from './pending-sign-in';

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** Without it the pages are a public client. */
  readonly clientSecret: string | undefined;
  readonly publicUrl: string;
}

/** What the provider says of who has signed in; nothing else of it is kept. */
export interface SignedIn {
  readonly subject: string;
  readonly authenticatedAt: Date;
}

interface Wish {
  readonly returnTo: string;
  readonly maxAgeS: number;
  /** Asks for a login even of who is signed in at the provider. */
  readonly fresh: boolean;
}

/**
 * The OpenID provider as the pages use it: code flow with PKCE. It is asked for its metadata at the first sign-in, so that
 * it may start later than the pages.
 */
export class SignInProvider {
  #known: Promise<Configuration> | null = null;

  constructor(private readonly options: ProviderOptions) {}

  /** Begins a sign-in: what the browser keeps, and where it goes. @throws IdentityUnavailableError */
  async begin({ returnTo, maxAgeS, fresh }: Wish): Promise<{ pending: PendingSignIn; url: URL }> {
    const configuration = await this.#configuration();
    const verifier = randomPKCECodeVerifier();
    const pending = { state: randomState(), nonce: randomNonce(), verifier, returnTo, maxAgeS };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback().href,
      scope: 'openid',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // With it a provider has to say when the login was (OpenID Connect Core 3.1.2.1).
      max_age: String(maxAgeS),
      ...(fresh ? { prompt: 'login' } : {}),
    });
    return { pending, url };
  }

  /**
   * Ends a sign-in with what the provider sent the browser back with.
   *
   * @param search the query of that address
   * @throws SignInFailedError, IdentityUnavailableError
   */
  async complete(search: string, { state, nonce, verifier, maxAgeS }: PendingSignIn): Promise<SignedIn> {
    const configuration = await this.#configuration();
    const address = this.#callback();
    address.search = search;
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      maxAge: maxAgeS,
    };
    const tokens = await authorizationCodeGrant(configuration, address, checks).catch((error: unknown) => {
      if (isUnreachable(error)) throw new IdentityUnavailableError('no answer to the code');
      throw new SignInFailedError('the provider did not confirm the sign-in', { cause: error });
    });
    const claims = tokens.claims();
    if (!claims || typeof claims.auth_time !== 'number') throw new SignInFailedError('no time of the login');
    return { subject: claims.sub, authenticatedAt: new Date(claims.auth_time * 1000) };
  }

  /** Where the browser is signed out at the provider, too; null where the provider has no such place. */
  async endSessionUrl(): Promise<URL | null> {
    const configuration = await this.#configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${this.options.publicUrl}/` });
  }

  #callback(): URL {
    return new URL(`${this.options.publicUrl}${callbackRoute}`);
  }

  #configuration(): Promise<Configuration> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = null;
      throw new IdentityUnavailableError('no metadata', { cause: error });
    });
    return this.#known;
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const proof = clientSecret === undefined ? None() : ClientSecretBasic(clientSecret);
    const plain = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    return discovery(new URL(issuer), clientId, undefined, proof, {
      execute: [...plain, enableNonRepudiationChecks],
    });
  }
}

/** The provider did not answer, or not in time; everything else is a fault of the sign-in. */
function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, code, cause } = error as Readonly<Record<string, unknown>>;
  const isAway = name === 'TypeError' && message === 'fetch failed';
  return isAway || code === 'OAUTH_TIMEOUT' || isUnreachable(cause);
}
