import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { readSecrets } from '../../platform/secrets';
import { sharedParts } from '../support/shared-parts';

interface Claims {
  readonly subject?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
}

type SigningKey = Parameters<SignJWT['sign']>[0];

async function tokenOf(key: SigningKey, alg: string, kid: string, claims: Claims = {}): Promise<string> {
  const { subject = 'liaison.baghdad', issuer = sharedParts().oidcIssuer, audience = 'taslim-api' } = claims;
  return await new SignJWT({})
    .setProtectedHeader({ alg, kid, typ: 'at+jwt' })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setJti(randomUUID())
    .setExpirationTime(Math.floor(Date.now() / 1000) + (claims.expiresIn ?? 3600))
    .sign(key);
}

/** A token with these claims, signed with the identity provider's own key. */
export async function genuineToken(claims: Claims = {}): Promise<string> {
  const signingKey = readSecrets(sharedParts().dataDir)?.signingKey;
  if (!signingKey) throw new Error('the identity provider has no key');
  return await tokenOf(await importJWK(signingKey, 'ES256'), 'ES256', signingKey.kid, claims);
}

/** Authorization headers that must open nothing, by what is wrong with them; undefined for none at all. */
export async function badAuthorizations(): Promise<Record<string, string | undefined>> {
  const kid = readSecrets(sharedParts().dataDir)?.signingKey.kid ?? '';
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const genuine = await genuineToken();
  const bearer = (token: string) => `Bearer ${token}`;
  return {
    'no header': undefined,
    'another scheme': `Basic ${btoa('liaison.baghdad:secret')}`,
    'no token behind the scheme': 'Bearer',
    'not a token': bearer('abc.def.ghi'),
    'a forged signature': bearer(await tokenOf(privateKey, 'ES256', kid)),
    'a changed payload': bearer(withSubject(genuine, 'auditor')),
    'no signature': bearer(unsecured()),
    'a shared secret for a key': bearer(
      await tokenOf(new TextEncoder().encode(kid.padEnd(32)), 'HS256', kid),
    ),
    expired: bearer(await genuineToken({ expiresIn: -60 })),
    'another audience': bearer(await genuineToken({ audience: 'taslim-web' })),
    'another issuer': bearer(await genuineToken({ issuer: 'http://127.0.0.1:1' })),
  };
}

function withSubject(token: string, sub: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, sub })).toString('base64url');
  return [header, changed, signature].join('.');
}

function unsecured(): string {
  const token = new UnsecuredJWT({}).setSubject('liaison.baghdad').setAudience('taslim-api');
  return token.setIssuer(sharedParts().oidcIssuer).setExpirationTime('1h').encode();
}
