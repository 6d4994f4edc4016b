import { createInterface } from 'node:readline';
import { taskQueue } from '../../platform/compose/command-queue';
import { createLog } from '../../platform/compose/log';
import { connectRegister } from '../../platform/compose/register';
import { loadConfig } from '../../platform/config';
import { readRunning } from '../../platform/running';
import type { PrismaClient } from '../../prisma/generated/client';
import { bundleWorkflows } from '../../worker/bundle';
import { startWorker } from '../../worker/start-worker';

/** Where a write step can be made to stand still. */
type Point = 'before-write' | 'after-commit';

let heldPoint: Point | null = null;
let release: () => void = () => undefined;

/**
 * A worker as the product's, until a line `hold before-write` or `hold after-commit` comes on standard input: then
 * the write steps stand still there, until the line `go on`. It says `will hold`, and `held` when one stands. Started
 * as a process of its own, so that it can be killed there.
 */
async function main(): Promise<void> {
  const config = loadConfig();
  const running = readRunning(config.dataDir);
  if (!running) throw new Error('nothing runs');
  await startWorker({
    connection: { address: running.temporalAddress },
    namespace: config.temporalNamespace,
    taskQueue,
    workflowBundle: await bundleWorkflows({ cacheDir: config.cacheDir }),
    prisma: holdable(connectRegister(running.databaseUrl)),
    log: createLog('silent'),
  });
  createInterface(process.stdin).on('line', obey);
  console.log('worker polls');
}

function obey(line: string): void {
  if (line === 'go on') {
    heldPoint = null;
    release();
    return;
  }
  heldPoint = line === 'hold before-write' ? 'before-write' : 'after-commit';
  console.log('will hold');
}

/** The same client, whose transactions can be held. */
function holdable(prisma: PrismaClient): PrismaClient {
  const transact: (...args: unknown[]) => Promise<unknown> = prisma.$transaction.bind(prisma) as never;
  const held = async (...args: unknown[]): Promise<unknown> => {
    await standStill('before-write');
    const result = await transact(...args);
    await standStill('after-commit');
    return result;
  };
  return new Proxy(prisma, {
    get: (target, name) => (name === '$transaction' ? held : Reflect.get(target, name, target)),
  });
}

async function standStill(point: Point): Promise<void> {
  if (point !== heldPoint) return;
  console.log('held');
  await new Promise<void>((resolve) => {
    release = resolve;
  });
}

void main();
