import { createServer, type Server } from 'node:net';
import { UserError } from '../../platform/errors';
import { assertPortFree, choosePorts, freePort, portOf } from '../../platform/ports';

let busy: Server;

beforeAll(async () => {
  busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => busy.close(resolve)));

describe('the ports of the embedded parts', () => {
  it('are the preferred ones when they are free', async () => {
    const free = await freePort();
    expect(await choosePorts({ database: free })).toEqual({ database: free });
  });

  it('are others when the preferred ones are busy, and no two are the same', async () => {
    const port = portOf(busy);
    const chosen = Object.values(await choosePorts({ one: port, two: port, three: port }));
    expect(new Set([...chosen, port]).size).toBe(4);
  });
});

describe('the port of the product itself', () => {
  it('is refused with a remedy when something listens there', async () => {
    await expect(assertPortFree(portOf(busy), '127.0.0.1')).rejects.toThrow(UserError);
    await expect(assertPortFree(await freePort(), '127.0.0.1')).resolves.toBeUndefined();
  });
});
