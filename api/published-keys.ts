import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const metadataTimeoutMs = 5_000;
/** A key that the provider has taken back opens nothing any more after so long. */
const cacheMaxAgeMs = 10 * 60_000;
/** Tokens with made-up key ids do not make us ask the provider more often than that. */
const cooldownMs = 30_000;

/**
 * The keys that an OpenID provider publishes. They are asked for anew when a token names one that is not known, and
 * when they are ten minutes old: a new key is found and an old one forgotten without a restart.
 *
 * @throws Error when the provider does not answer, or answers for another issuer
 */
export async function publishedKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(metadataTimeoutMs),
  });
  const metadata = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() });
  const { jwks_uri } = metadata.parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri), {
    [customFetch]: fetch,
    cacheMaxAge: cacheMaxAgeMs,
    cooldownDuration: cooldownMs,
  });
}
