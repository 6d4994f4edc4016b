import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createApp } from '../../api/app';
import { tokenVerifier } from '../../api/authenticate';
import { connectRegister } from '../../platform/compose/register';
import { freePort, portOf } from '../../platform/ports';
import { type Installation, silentLog, startInstallation } from '../support/installation';
import { sharedParts } from '../support/shared-parts';
import { Caller, expectProblem } from './caller';
import { liaison, openingOf } from './case-play';

describe('an installation whose register is away', () => {
  let installation: Installation;
  let server: Server;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    const prisma = connectRegister(`postgresql://nobody:none@127.0.0.1:${await freePort()}/taslim`);
    const context = { ...installation.context, prisma };
    const verify = tokenVerifier(sharedParts().oidcIssuer, 'taslim-api');
    const app = createApp({ context, verify, log: silentLog, probes: {}, pages: [] });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    caller = new Caller({ ...installation, url: `http://127.0.0.1:${portOf(server)}` });
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await installation.stop();
  });

  it('tells who writes the key under which to repeat the request: his own', async () => {
    const key = randomUUID();
    const answer = await caller.post(liaison, '/cases', await openingOf(), { 'idempotency-key': key });
    expect(expectProblem(answer, 503, 'register-unavailable').idempotencyKey).toBe(key);
    expect(answer.headers.get('idempotency-key')).toBe(key);
  });

  it('tells it also to who gave none', async () => {
    const answer = await caller.post(liaison, '/cases', await openingOf());
    const problem = expectProblem(answer, 503, 'register-unavailable');
    expect(problem.idempotencyKey).toMatch(/^[\da-f-]{36}$/);
    expect(problem.idempotencyKey).toBe(answer.headers.get('idempotency-key'));
  });

  it('repeats no key that is not one', async () => {
    const answer = await caller.post(liaison, '/cases', await openingOf(), {
      'idempotency-key': 'two words',
    });
    expect(expectProblem(answer, 503, 'register-unavailable')).not.toHaveProperty('idempotencyKey');
  });

  it('tells none to who only reads', async () => {
    const answer = await caller.get(liaison, '/cases', { 'idempotency-key': randomUUID() });
    expect(expectProblem(answer, 503, 'register-unavailable')).not.toHaveProperty('idempotencyKey');
    expect(answer.headers.get('idempotency-key')).toBeNull();
  });
});
