import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type EmbeddedIdentity, requestToken, startIdentity } from '../../platform/embedded/identity';
import { freePort } from '../../platform/ports';
import { temporaryFolder } from './temporary-folder';

const dataDir = temporaryFolder();
const serving = { agency: 'Sample agency', roles: ['liaison'] };
const accounts = [
  {
    subject: 'liaison.baghdad',
    name: 'Sample officer',
    email: 'liaison.baghdad@example.invalid',
    ...serving,
  },
  { subject: 'auditor', name: 'Sample auditor', email: 'auditor@example.invalid', ...serving },
];

let port: number;
let identity: EmbeddedIdentity;
const warnings = jest.spyOn(console, 'warn');
const notices = jest.spyOn(console, 'info');

function start(): Promise<EmbeddedIdentity> {
  return startIdentity({
    port,
    dataDir,
    accounts,
    audience: 'taslim-api',
    publicUrl: 'http://127.0.0.1:3000',
  });
}

function verify(token: string, audience = 'taslim-api') {
  return jwtVerify(token, createRemoteJWKSet(new URL(`${identity.issuer}/jwks`)), {
    issuer: identity.issuer,
    audience,
  });
}

function tokenOf(subject: string): Promise<string> {
  return requestToken({ issuer: identity.issuer, dataDir, subject });
}

describe('the embedded identity provider', () => {
  beforeAll(async () => {
    port = await freePort();
    identity = await start();
  });

  afterAll(() => identity.stop());

  it('gives a signed token of a sample officer, for this API, for one hour', async () => {
    const { payload, protectedHeader } = await verify(await tokenOf('liaison.baghdad'));
    expect(payload).toMatchObject({ sub: 'liaison.baghdad', aud: 'taslim-api' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(payload.auth_time).toBe(payload.iat);
    await expect(verify(await tokenOf('auditor'), 'another-api')).rejects.toThrow(/aud/);
  });

  it('publishes where its keys and its sign-in are', async () => {
    const response = await fetch(`${identity.issuer}/.well-known/openid-configuration`);
    expect(await response.json()).toMatchObject({
      issuer: identity.issuer,
      jwks_uri: `${identity.issuer}/jwks`,
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('names the known officers when asked for another', async () => {
    await expect(tokenOf('nobody')).rejects.toMatchObject({
      message: 'there is no sample officer "nobody"',
      remedy: 'Choose one of: liaison.baghdad, auditor',
    });
  });

  it('gives nothing to who does not know the secret in the data folder', async () => {
    const response = await fetch(`${identity.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('taslim-cli:guess')}` },
      body: new URLSearchParams({ grant_type: 'urn:taslim:grant:sample-officer', subject: 'auditor' }),
    });
    expect(response.status).toBe(401);
  });

  it('lets nobody choose an officer who is not on the way from the pages', async () => {
    const address = `${identity.issuer}/interaction/made-up`;
    const sent = { method: 'POST', body: new URLSearchParams({ subject: 'auditor' }) };
    for (const answer of [await fetch(address), await fetch(address, sent)]) {
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('is not open any more'),
      ]);
    }
  });

  it('signs with the same key after a restart: tokens outlive it', async () => {
    const token = await tokenOf('auditor');
    await identity.stop();
    await expect(tokenOf('auditor')).rejects.toThrow(/does not answer/);
    identity = await start();
    expect((await verify(token)).payload.sub).toBe('auditor');
  });

  it('has no setting left to its library, which would warn of it', () => {
    expect([...warnings.mock.calls, ...notices.mock.calls]).toEqual([]);
  });
});
