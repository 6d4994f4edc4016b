import type { Request } from 'express';
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { IdentityUnavailableError, NotSignedInError } from '../services/errors';

/** Checks a bearer token and gives the subject it was issued for. @throws NotSignedInError, IdentityUnavailableError */
export type TokenVerifier = (token: string) => Promise<string>;

const metadataSchema = z.object({ jwks_uri: z.url() });
const asymmetric = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/**
 * Verifies access tokens of one OpenID provider: signature against its published keys, issuer, audience, expiry.
 * The provider is asked for its metadata at the first token, so that it may start later than the API.
 */
export function tokenVerifier(issuer: string, audience: string): TokenVerifier {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | null = null;
  const load = async () => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const { jwks_uri } = metadataSchema.parse(await response.json());
    return createRemoteJWKSet(new URL(jwks_uri), { [customFetch]: fetch });
  };
  return async (token) => {
    keys ??= load().catch((error) => {
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
        algorithms: asymmetric,
        requiredClaims: ['exp', 'sub'],
      });
      return String(payload.sub);
    } catch (error) {
      if (isTokenFault(error)) throw new NotSignedInError(error.code);
      throw new IdentityUnavailableError('no keys');
    }
  };
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
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new NotSignedInError('no bearer token');
  return token;
}
