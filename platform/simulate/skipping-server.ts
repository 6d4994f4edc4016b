import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';
import { msToTs, requiredTsToMs } from '@temporalio/common/lib/time';
import { UserError } from '../errors';
import { freePort } from '../ports';
import { type ServiceProcess, startService } from '../service-process';
import type { SkippedTime } from './skipped-time';

const startTimeoutMs = 60_000;
const answerMs = 2_000;
const pollMs = 100;
const stopGraceMs = 5_000;

export interface SkippingServer {
  readonly address: string;
  readonly connection: Connection;
  readonly time: SkippedTime;
  stop(): Promise<void>;
}

/**
 * Starts a Temporal test server whose time stands still but for the server's own seconds, and can be skipped. The
 * SDK's own test environment is not used: its server is in the terminal's process group, so that Ctrl-C would end it
 * before those who still talk to it.
 *
 * @throws UserError when it ends early or does not answer within a minute
 */
export async function startSkippingServer(command: string, logFile: string): Promise<SkippingServer> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const name = 'Temporal test server';
  const service = await startService({
    name,
    command,
    args: [String(port), '--enable-time-skipping'],
    logFile,
  });
  const options = { [InternalConnectionOptionsSymbol]: { supportsTestService: true } };
  const connection = Connection.lazy({ address, ...options });
  const stop = async () => {
    await connection.close();
    await service.stop('SIGTERM', stopGraceMs);
  };
  try {
    const time = timeOf(connection);
    await untilItAnswers(connection, time, service);
    // It starts unlocked: time would jump whenever everybody waits.
    await connection.testService?.lockTimeSkipping({});
    return { address, connection, time, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function timeOf({ testService }: Connection): SkippedTime {
  if (!testService) throw new Error('the connection knows no test service');
  const nowMs = async () => requiredTsToMs((await testService.getCurrentTime({})).time, 'time');
  return {
    now: async () => new Date(await nowMs()),
    async passUntil(instant) {
      const remainingMs = instant.getTime() - (await nowMs());
      if (remainingMs <= 0) return;
      await testService.unlockTimeSkippingWithSleep({ duration: msToTs(remainingMs) });
    },
  };
}

async function untilItAnswers(
  connection: Connection,
  time: SkippedTime,
  service: ServiceProcess,
): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const answered = connection
      .withDeadline(Date.now() + answerMs, () => time.now())
      .then(
        () => 'answered' as const,
        () => delay(pollMs),
      );
    const first = await Promise.race([answered, service.ended.then((line) => ({ line }))]);
    if (first === 'answered') return;
    const why =
      first?.line ?? (Date.now() > deadline ? 'the Temporal test server does not answer' : undefined);
    if (why !== undefined) throw new UserError(why, 'Run npm run simulate again');
  }
}
