import { createPublicKey, generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import { importJWK, type JWK, type JWTHeaderParameters, SignJWT, UnsecuredJWT } from 'jose';
import { readSecrets } from '../../platform/secrets';
import { sharedParts } from '../support/shared-parts';

/** An identity provider by what makes its tokens its own. */
export interface Signer {
  readonly issuer: string;
  /** Its private key. */
  readonly key: JWK & { readonly kid: string };
}

interface Claims {
  readonly subject?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly issuedIn?: number;
  readonly notBeforeIn?: number;
  /** What else the token says. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
}

type SigningKey = Parameters<SignJWT['sign']>[0];

/** The embedded provider of the test run. */
function sharedSigner(): Signer {
  const { dataDir, oidcIssuer: issuer } = sharedParts();
  const key = readSecrets(dataDir)?.signingKey;
  if (!key) throw new Error('the identity provider has no key');
  return { issuer, key };
}

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

async function tokenOf(
  { issuer, key: { kid } }: Signer,
  key: SigningKey,
  alg: string,
  claims: Claims = {},
): Promise<string> {
  const token = new SignJWT({ ...claims.more })
    .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...claims.header })
    .setSubject(claims.subject ?? 'liaison.baghdad')
    .setIssuer(claims.issuer ?? issuer)
    .setAudience(claims.audience ?? 'taslim-api')
    .setIssuedAt(secondsFromNow(claims.issuedIn ?? 0))
    .setJti(randomUUID())
    .setExpirationTime(secondsFromNow(claims.expiresIn ?? 3600));
  if (claims.notBeforeIn !== undefined) token.setNotBefore(secondsFromNow(claims.notBeforeIn));
  return await token.sign(key);
}

/** A token with these claims, signed with the identity provider's own key. */
export async function genuineToken(claims: Claims = {}, signer = sharedSigner()): Promise<string> {
  const { alg = 'ES256' } = signer.key;
  return await tokenOf(signer, await importJWK(signer.key, alg), alg, claims);
}

/** Authorization headers that must open nothing, by what is wrong with them; undefined for none at all. */
export async function badAuthorizations(
  signer = sharedSigner(),
): Promise<Record<string, string | undefined>> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ownJwk = publicKey.export({ format: 'jwk' });
  const bearer = async (token: string | Promise<string>) => `Bearer ${await token}`;
  const genuine = (claims: Claims) => bearer(genuineToken(claims, signer));
  const forged = (header: Claims['header'] = {}) =>
    bearer(tokenOf(signer, privateKey, 'ES256', { header: { ...header } }));
  const sharedSecret = (secret: string) =>
    bearer(tokenOf(signer, new TextEncoder().encode(secret.padEnd(32)), 'HS256'));
  const publicPem = createPublicKey({ key: signer.key as JsonWebKey, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  return {
    'no header': undefined,
    'another scheme': `Basic ${btoa('liaison.baghdad:secret')}`,
    'no token behind the scheme': 'Bearer',
    'not a token': await bearer('abc.def.ghi'),
    'a forged signature': await forged(),
    'a key of its own in the header': await forged({ jwk: ownJwk as JWK }),
    'an address of keys in the header': await forged({ jku: `${signer.issuer}/other-keys` }),
    'an address of certificates in the header': await forged({ x5u: `${signer.issuer}/other-keys` }),
    'a key id that nobody published': await forged({ kid: 'somebody-else' }),
    'a key id that is a path': await forged({ kid: '../../../../dev/null' }),
    'a changed payload': await bearer(withSubject(await genuineToken({}, signer), 'auditor')),
    'no signature': await bearer(unsecured(signer)),
    'a shared secret for a key': await sharedSecret(signer.key.kid),
    'the public key for a shared secret': await sharedSecret(String(publicPem)),
    expired: await genuine({ expiresIn: -60 }),
    'not valid yet': await genuine({ notBeforeIn: 600 }),
    'issued in the future': await genuine({ issuedIn: 600 }),
    'another audience': await genuine({ audience: 'taslim-web' }),
    'another issuer': await genuine({ issuer: 'http://127.0.0.1:1' }),
    'a token of another kind': await genuine({ header: { typ: 'JWT' } }),
    'no subject': await genuine({ subject: '' }),
  };
}

function withSubject(token: string, sub: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  const changed = Buffer.from(JSON.stringify({ ...claims, sub })).toString('base64url');
  return [header, changed, signature].join('.');
}

function unsecured({ issuer }: Signer): string {
  const token = new UnsecuredJWT({}).setSubject('liaison.baghdad').setAudience('taslim-api');
  return token.setIssuer(issuer).setIssuedAt().setExpirationTime('1h').encode();
}
