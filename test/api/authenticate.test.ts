import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request } from 'express';
import type { JWK } from 'jose';
import { bearerTokenOf, tokenVerifier } from '../../api/authenticate';
import { challengeOf } from '../../api/challenge';
import {
  ForbiddenError,
  IdentityUnavailableError,
  NotSignedInError,
  StepUpNeededError,
} from '../../services/errors';
import { badAuthorizations, genuineToken, type Signer } from './bad-tokens';

const minuteMs = 60_000;

function newKey(): Signer['key'] {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}

const publicPart = ({ d: _secret, ...key }: JWK): JWK => key;

describe('a bearer token', () => {
  let server: Server;
  let issuer: string;
  let published: Signer['key'][];
  let asked: string[];

  beforeEach(async () => {
    published = [newKey()];
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const answer =
        request.url === '/keys'
          ? { keys: published.map(publicPart) }
          : { issuer, jwks_uri: `${issuer}/keys` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    jest.useRealTimers();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });

  const signer = (index = 0): Signer => {
    const key = published[index];
    if (!key) throw new Error('no such key');
    return { issuer, key };
  };
  const asRequest = (authorization: string | undefined) =>
    ({ get: (name: string) => (name === 'authorization' ? authorization : undefined) }) as Request;
  /** Only the date moves: sockets and their timers go on as they are. */
  const moveTo = (ms: number) =>
    jest.useFakeTimers({
      now: ms,
      doNotFake: [
        'nextTick',
        'queueMicrotask',
        'setImmediate',
        'setInterval',
        'setTimeout',
        'performance',
        'hrtime',
      ],
    });

  it('names its subject, and when he logged in where it says so', async () => {
    const verify = tokenVerifier(issuer, 'taslim-api');
    const loggedIn = Math.floor(Date.now() / 1000) - 100;
    const token = await genuineToken({ more: { auth_time: loggedIn } }, signer());
    expect(await verify(token)).toEqual({
      subject: 'liaison.baghdad',
      authenticatedAt: new Date(loggedIn * 1000),
    });
    const silent = { subject: 'liaison.baghdad', authenticatedAt: null };
    expect(await verify(await genuineToken({}, signer()))).toEqual(silent);
    expect(await verify(await genuineToken({ more: { auth_time: 'now' } }, signer()))).toEqual(silent);
  });

  it('says nothing else that is believed: roles and agency are the directory’s', async () => {
    const more = { roles: ['administrator'], realm_access: { roles: ['manager'] }, agency: 'AHTD-ERBIL' };
    const principal = await tokenVerifier(issuer, 'taslim-api')(await genuineToken({ more }, signer()));
    expect(Object.keys(principal).sort()).toEqual(['authenticatedAt', 'subject']);
  });

  it('opens nothing when anything is wrong with it, and its caller is told by which scheme to come', async () => {
    const verify = tokenVerifier(issuer, 'taslim-api');
    await verify(await genuineToken({}, signer()));
    for (const [fault, authorization] of Object.entries(await badAuthorizations(signer()))) {
      const refused = await Promise.resolve()
        .then(() => verify(bearerTokenOf(asRequest(authorization))))
        .then(
          (principal) => ({ fault, principal }),
          (error: unknown) => error,
        );
      expect({ fault, refused }).toEqual({ fault, refused: expect.any(NotSignedInError) });
      expect(challengeOf(refused)).toMatch(/^Bearer( error="invalid_token")?$/);
    }
    // Nothing that a token names was fetched.
    expect(new Set(asked)).toEqual(new Set(['/.well-known/openid-configuration', '/keys']));
  });

  it('is signed by an algorithm of the list, even if the provider publishes a key for another', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-521' });
    const key = { ...privateKey.export({ format: 'jwk' }), kid: 'another', alg: 'ES512' } as Signer['key'];
    published = [...published, key];
    const verify = tokenVerifier(issuer, 'taslim-api');
    await expect(verify(await genuineToken({}, { issuer, key }))).rejects.toThrow(NotSignedInError);
  });

  it('may be of the kind that older providers write, where the configuration says so', async () => {
    const verify = tokenVerifier(issuer, 'taslim-api', 'JWT');
    const older = await genuineToken({ header: { typ: 'JWT' } }, signer());
    expect(await verify(older)).toMatchObject({ subject: 'liaison.baghdad' });
    await expect(verify(await genuineToken({}, signer()))).rejects.toThrow(NotSignedInError);
  });

  it('is known by a key that the provider has only begun to use', async () => {
    const verify = tokenVerifier(issuer, 'taslim-api');
    await verify(await genuineToken({}, signer()));
    published = [newKey(), ...published];
    moveTo(Date.now() + minuteMs);
    expect(await verify(await genuineToken({}, signer(0)))).toMatchObject({ subject: 'liaison.baghdad' });
    expect(await verify(await genuineToken({}, signer(1)))).toMatchObject({ subject: 'liaison.baghdad' });
  });

  it('is worth nothing any more ten minutes after its key was taken back', async () => {
    const verify = tokenVerifier(issuer, 'taslim-api');
    const taken = signer();
    await verify(await genuineToken({}, taken));
    published = [newKey()];
    moveTo(Date.now() + 9 * minuteMs);
    expect(await verify(await genuineToken({}, taken))).toMatchObject({ subject: 'liaison.baghdad' });
    moveTo(Date.now() + 2 * minuteMs);
    await expect(verify(await genuineToken({}, taken))).rejects.toThrow(NotSignedInError);
    expect(await verify(await genuineToken({}, signer()))).toMatchObject({ subject: 'liaison.baghdad' });
  });

  it('cannot be checked when the provider is away, or is another than it says', async () => {
    const token = await genuineToken({}, signer());
    await expect(tokenVerifier('http://127.0.0.1:1', 'taslim-api')(token)).rejects.toThrow(
      IdentityUnavailableError,
    );
    await expect(tokenVerifier(`${issuer}/`, 'taslim-api')(token)).rejects.toThrow(IdentityUnavailableError);
  });
});

describe('who is asked for more', () => {
  it('learns how old his login may be (RFC 9470)', () => {
    expect(challengeOf(new StepUpNeededError(900))).toBe(
      'Bearer error="insufficient_user_authentication", error_description="A fresh login is needed", max_age="900"',
    );
  });

  it('is only he whom a token would help', () => {
    expect(challengeOf(new NotSignedInError('none', false))).toBe('Bearer');
    expect(challengeOf(new ForbiddenError('x'))).toBeNull();
    expect(challengeOf(new Error('x'))).toBeNull();
  });
});
