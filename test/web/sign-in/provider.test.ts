import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { IdentityUnavailableError, SignInFailedError } from '../../../services/errors';
import { SignInProvider } from '../../../web/sign-in/provider';

const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = own.publicKey.export({ format: 'jwk' });
const wish = { returnTo: '/', maxAgeS: 600, fresh: false };
const options = { clientId: 'taslim-web', clientSecret: undefined, publicUrl: 'https://taslim.example' };

describe('an identity provider', () => {
  let issuer: string;
  let endSession: { readonly end_session_endpoint?: string } = {};
  /** What it answers to a code; null for nothing at all. */
  let answerToCode: { readonly status: number; readonly body: object } | null;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/token' && answerToCode === null) request.socket.destroy();
    else if (request.url === '/jwks')
      response.end(JSON.stringify({ keys: [{ ...publicKey, alg: 'ES256', kid: 'k' }] }));
    else if (request.url === '/token') {
      response.writeHead(answerToCode?.status ?? 500).end(JSON.stringify(answerToCode?.body));
    } else {
      const places = {
        ...{ authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
        id_token_signing_alg_values_supported: ['ES256'],
      };
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks`, ...places, ...endSession }));
    }
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is asked for a code with PKCE, state, nonce and the age of the login', async () => {
    const { url, pending } = await new SignInProvider({ ...options, issuer }).begin(wish);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'taslim-web',
      redirect_uri: 'https://taslim.example/sign-in/callback',
      response_type: 'code',
      scope: 'openid',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      max_age: '600',
    });
    expect(url.href).not.toContain(pending.verifier);
    const again = await new SignInProvider({ ...options, issuer }).begin({ ...wish, fresh: true });
    expect(again.url.searchParams.get('prompt')).toBe('login');
    expect([again.pending.state, again.pending.nonce, again.pending.verifier]).not.toEqual([
      ...[pending.state, pending.nonce, pending.verifier],
    ]);
  });

  it('that does not answer is told apart from one that refuses', async () => {
    const away = new SignInProvider({ ...options, issuer: 'http://127.0.0.1:1' });
    await expect(away.begin(wish)).rejects.toThrow(IdentityUnavailableError);
    const provider = new SignInProvider({ ...options, issuer });
    const { pending } = await provider.begin(wish);
    const search = `?code=1&state=${pending.state}`;
    answerToCode = null;
    await expect(provider.complete(search, pending)).rejects.toThrow(IdentityUnavailableError);
    answerToCode = { status: 400, body: { error: 'invalid_grant' } };
    await expect(provider.complete(search, pending)).rejects.toThrow(SignInFailedError);
    answerToCode = { status: 200, body: { access_token: 'a', token_type: 'bearer' } };
    await expect(provider.complete(search, pending)).rejects.toThrow(SignInFailedError);
  });

  describe('says who it is', () => {
    const now = () => Math.floor(Date.now() / 1000);

    /** The end of a sign-in to which the provider answers with an ID token that says this. */
    async function told(claims: object, key: KeyObject = own.privateKey) {
      const provider = new SignInProvider({ ...options, issuer });
      const { pending } = await provider.begin(wish);
      const usual = {
        iss: issuer,
        aud: 'taslim-web',
        sub: 'admin',
        nonce: pending.nonce,
        auth_time: now() - 60,
      };
      const token = new SignJWT({ ...usual, iat: now(), exp: now() + 60, ...claims });
      const id_token = await token.setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(key);
      answerToCode = { status: 200, body: { access_token: 'a', token_type: 'bearer', id_token } };
      return await provider.complete(`?code=1&state=${pending.state}`, pending);
    }

    it('and since when', async () => {
      const at = now() - 60;
      expect(await told({ auth_time: at })).toEqual({
        subject: 'admin',
        authenticatedAt: new Date(at * 1000),
      });
    });

    it.each([
      ['to another client', { aud: 'another' }],
      ['as another provider', { iss: 'http://127.0.0.1:1' }],
      ['in answer to another request', { nonce: 'another' }],
      ['too late', { exp: 1 }],
      ['of a login that is too old', { auth_time: 1 }],
      ['without the time of the login', { auth_time: undefined }],
    ])('%s: nobody is signed in', async (_name, claims) => {
      await expect(told(claims)).rejects.toThrow(SignInFailedError);
    });

    it('by a key that it did not publish: nobody is signed in', async () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      await expect(told({}, privateKey)).rejects.toThrow(SignInFailedError);
    });
  });

  it('is left alone at the sign-out where it has no place for it', async () => {
    expect(await new SignInProvider({ ...options, issuer }).endSessionUrl()).toBeNull();
    endSession = { end_session_endpoint: `${issuer}/end` };
    const url = await new SignInProvider({ ...options, issuer }).endSessionUrl();
    expect(url?.href).toBe(
      `${issuer}/end?post_logout_redirect_uri=https%3A%2F%2Ftaslim.example%2F&client_id=taslim-web`,
    );
  });
});
