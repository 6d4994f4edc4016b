import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { healthRouter, type Probe } from '../../api/health';
import { type Installation, startInstallation } from '../support/installation';

const silent: Probe = () => new Promise(() => undefined);

describe('health', () => {
  let installation: Installation;
  let server: Server;
  const probes: Record<string, Probe> = {};

  beforeAll(async () => {
    installation = await startInstallation();
    server = express().use('/health', healthRouter(probes)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await installation.stop();
  });

  async function ready(changes: Record<string, Probe>): Promise<[number, unknown]> {
    for (const name of Object.keys(probes)) delete probes[name];
    Object.assign(probes, changes);
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`);
    return [response.status, await response.json()];
  }

  const register: Probe = () => installation.register.prisma.$queryRaw`SELECT 1`;
  const temporal: Probe = () => installation.context.temporal.connection.ensureConnected();

  it('live is answered without a token and without asking any part', async () => {
    const response = await fetch(`${installation.url}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('ready is 200 when every part answers', async () => {
    const parts = { register: 'ok', temporal: 'ok' };
    expect(await ready({ register, temporal })).toEqual([200, { status: 'ok', parts }]);
  });

  it('ready is 503 and names the part that does not, whether it refuses or says nothing', async () => {
    const broken: Probe = () => installation.register.prisma.$queryRaw`SELECT * FROM "Nothing"`;
    const parts = { register: 'missing', temporal: 'ok', worker: 'missing' };
    expect(await ready({ register: broken, temporal, worker: silent })).toEqual([
      503,
      { status: 'missing', parts },
    ]);
  });

  it('says nothing of why', async () => {
    const secret: Probe = () => Promise.reject(new Error('password of taslim'));
    expect(JSON.stringify(await ready({ register: secret }))).not.toContain('password');
  });
});
