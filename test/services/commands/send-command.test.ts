import { ServiceError } from '@temporalio/client';
import { sendCommand } from '../../../services/commands/send-command';
import type { ServiceContext } from '../../../services/context';
import { UnavailableError } from '../../../services/errors';

const resourceExhausted = 8;

/** What Temporal's client throws when so many Updates of a workflow are in flight as it allows. */
function full(): Error {
  const cause = Object.assign(new Error('full'), { code: resourceExhausted, details: '', metadata: {} });
  return new ServiceError('Workflow Update failed', { cause });
}

/** A Temporal whose workflow has no place for the first so many tries; nothing else of it is asked. */
function contextOf(fullTries: number, commandTimeoutMs = 5_000) {
  let tries = 0;
  const deadlines: number[] = [];
  const context = {
    prisma: { caseEvent: { findFirst: async () => null } },
    temporal: {
      workflow: {
        getHandle: () => ({
          executeUpdate: async () => {
            tries += 1;
            if (tries <= fullTries) throw full();
          },
        }),
      },
      withDeadline: async (deadline: number, work: () => Promise<unknown>) => {
        deadlines.push(deadline);
        return await work();
      },
    },
    commandTimeoutMs,
  } as unknown as ServiceContext;
  return { context, deadlines, tries: () => tries };
}

const command = {
  type: 'castVote',
  commandId: 'command-1',
  officerId: 'officer-1',
  key: null,
  seat: 'S01',
  standing: 'member',
  voice: 'for',
  reason: null,
  contentHash: 'hash-1',
} as const;

describe('a command for a workflow that has all its places taken', () => {
  it('is sent again until there is one, within one deadline', async () => {
    const { context, deadlines, tries } = contextOf(2);
    await sendCommand(context, 'case-1', 'key-1', command);
    expect(tries()).toBe(3);
    expect(new Set(deadlines).size).toBe(1);
  });

  it('is answered with what to repeat when there is none in time', async () => {
    const { context, tries } = contextOf(Number.POSITIVE_INFINITY, 700);
    const sent = sendCommand(context, 'case-1', 'key-1', command);
    await expect(sent).rejects.toThrow(UnavailableError);
    await expect(sent).rejects.toMatchObject({ params: { idempotencyKey: 'key-1' } });
    expect(tries()).toBeGreaterThan(1);
  });
});
