import { z } from 'zod';
import { seatOfOfficer } from '../../activities/register/committee';
import { voices } from '../../domain/committee/ballot';
import { prose, sha256 } from '../../domain/input';
import type { CaseSummary } from '../cases/case-summary';
import { runPersonCommand } from '../commands/person-command';
import { storeNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { findBallotCase } from './find-ballot-case';

export const voteSchema = z
  .strictObject({
    stepKey: z
      .string()
      .min(1)
      .max(80)
      .optional()
      .describe('The ballot, where the case has several; otherwise the one that is open'),
    choice: z
      .enum(voices)
      .describe('`recused` takes no part; the member says so for his seat, with the reason'),
    reason: prose.optional(),
    contentHash: sha256.describe('`contentHash` of the case as it was read: the vote is on it'),
  })
  .meta({ id: 'VoteInput' });

/**
 * Votes for the officer's seat, as its member or his deputy; see `castVote` of workflows/commands for what is refused.
 *
 * @throws NotFoundError, RefusedError (voting-not-open, voting-closed, not-your-seat, ...), UnavailableError
 */
export async function castVote(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.infer<typeof voteSchema>,
): Promise<CaseSummary> {
  // Who asks again whether his vote was taken is answered, also when it was the last and he reads the case no more.
  const request = { caseId, key, route: 'castVote', body: input, find: findBallotCase };
  return await runPersonCommand(context, officer, request, async (commandId) => {
    const held = await seatOfOfficer(context.prisma, officer.id);
    if (!held) throw new RefusedError({ code: 'not-your-seat', params: {} });
    return {
      type: 'castVote',
      key: input.stepKey ?? null,
      seat: held.code,
      standing: held.standing,
      voice: input.choice,
      reason: await storeNote(context, caseId, officer.id, commandId, input.reason),
      contentHash: input.contentHash,
    };
  });
}
