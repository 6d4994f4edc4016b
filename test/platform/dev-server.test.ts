import { createServer } from 'node:net';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { loadConfig } from '../../platform/config';
import { choosePorts, portOf } from '../../platform/ports';
import { resolveTemporalCli } from '../../platform/temporal-server/cli';
import { type DevServer, startDevServer } from '../../platform/temporal-server/dev-server';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
let binary: string;

beforeAll(async () => {
  binary = await resolveTemporalCli({ cacheDir: loadConfig().cacheDir, report: console.error });
}, 1_200_000);

async function start(): Promise<DevServer> {
  const ports = await choosePorts({ port: 0, uiPort: 0 });
  return startDevServer({
    binary,
    ...ports,
    dbFile: join(folder, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  });
}

describe('the embedded Temporal server', () => {
  it('answers when its start returns, keeps what it was given, and is gone after its stop', async () => {
    const first = await start();
    const connection = await Connection.connect({ address: first.address });
    await connection.workflowService.registerNamespace({
      namespace: 'kept',
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    await connection.close();
    await first.stop();
    expect(() => process.kill(first.pid, 0)).toThrow();

    const second = await start();
    const again = await Connection.connect({ address: second.address });
    const { namespaceInfo } = await again.workflowService.describeNamespace({ namespace: 'kept' });
    expect(namespaceInfo?.name).toBe('kept');
    await again.close();
    await second.stop();
  });

  it('does not take another server on its port for itself', async () => {
    const other = await start();
    const port = Number(other.address.split(':')[1]);
    const uiPort = (await choosePorts({ any: 0 })).any;
    await expect(
      startDevServer({ binary, port, uiPort, logFile: join(folder, 'second.log') }),
    ).rejects.toThrow(/address already in use/);
    await other.stop();
  });

  it('says what its log says when it cannot start', async () => {
    const busy = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { uiPort } = await choosePorts({ uiPort: 0 });
    const options = { binary, port: portOf(busy), uiPort, logFile: join(folder, 'busy.log') };
    await expect(startDevServer(options)).rejects.toMatchObject({
      name: 'UserError',
      remedy: `See ${options.logFile}`,
    });
    await new Promise((resolve) => busy.close(resolve));
  });
});
