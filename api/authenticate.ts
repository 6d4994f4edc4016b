import type { Request } from 'express';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { IdentityUnavailableError, NotSignedInError } from '../services/errors';
import { publishedKeys } from './published-keys';

/** Whom a token was issued for, and when he had logged in; null where the token does not say so. */
export interface Principal {
  readonly subject: string;
  readonly authenticatedAt: Date | null;
}

/** Checks a bearer token. @throws NotSignedInError, IdentityUnavailableError */
export type TokenVerifier = (token: string) => Promise<Principal>;

/**
 * The `typ` of access tokens: what RFC 9068 says, so that no other token of the provider passes for one, or what
 * providers that are older than it write.
 */
export type TokenType = 'at+jwt' | 'JWT';

/** A shared secret is never a key: whoever knows the public one would sign with it (RFC 8725 section 3.1). */
const asymmetric = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** Clocks of two machines differ. */
const clockSkewS = 10;

/**
 * Verifies access tokens of one OpenID provider: type, signature against its published keys, issuer, audience, and that
 * they are of now. Nothing else that a token claims is believed: roles and agency are the directory's.
 *
 * The provider is asked for its metadata at the first token, so that it may start later than the API.
 */
export function tokenVerifier(issuer: string, audience: string, typ: TokenType = 'at+jwt'): TokenVerifier {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  return async (token) => {
    keys ??= publishedKeys(issuer).catch((error) => {
      keys = null;
      throw error;
    });
    const published = await keys.catch(() => {
      throw new IdentityUnavailableError('no metadata');
    });
    try {
      const { payload } = await jwtVerify(token, published, {
        issuer,
        audience,
        typ,
        algorithms: asymmetric,
        clockTolerance: clockSkewS,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      return principalOf(payload);
    } catch (error) {
      if (isTokenFault(error)) throw new NotSignedInError(error.code, true);
      if (error instanceof NotSignedInError) throw error;
      throw new IdentityUnavailableError('no keys');
    }
  };
}

/** @throws NotSignedInError for a token from the future, which the library does not look at */
function principalOf({ sub, iat = 0, auth_time }: JWTPayload): Principal {
  if (!sub) throw new NotSignedInError('no subject', true);
  if (iat > Date.now() / 1000 + clockSkewS) throw new NotSignedInError('issued in the future', true);
  const said = typeof auth_time === 'number' && Number.isFinite(auth_time);
  return { subject: sub, authenticatedAt: said ? new Date(auth_time * 1000) : null };
}

/** A fault of the token, and not of fetching the keys that it is checked against. */
function isTokenFault(error: unknown): error is errors.JOSEError {
  const fetching = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  const generic = error instanceof errors.JOSEError && error.code === errors.JOSEError.code;
  return error instanceof errors.JOSEError && !fetching && !generic;
}

/** The bearer token of a request. @throws NotSignedInError when there is none */
export function bearerTokenOf(request: Request): string {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new NotSignedInError('no bearer token', false);
  return token;
}
