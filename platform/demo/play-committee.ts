import type { BallotView } from '../../services/ballots/ballot-schema';
import type { CaseView } from '../../services/cases/get-case';
import { CommitteeCase, tallyText } from './committee-case';
import type { CommitteeSample } from './committee-sample';
import type { Desk } from './desk';

export interface PlayedResolution {
  readonly case: CaseView;
  readonly ballot: BallotView;
}

/**
 * Plays the sample resolution. Nobody waits for the next morning: voting opens with the invitation. The seats that are
 * absent in the sample keep the ballot open until its deadline, some days from now; with `allSpeak` they abstain, and it
 * is counted at once.
 */
export async function playResolution(
  desk: Desk,
  { resolution, votes }: CommitteeSample,
  allSpeak: boolean,
  say: (line: string) => void,
): Promise<PlayedResolution> {
  const item = new CommitteeCase(desk, say);
  await item.open({ ...resolution, openFrom: new Date().toISOString() });
  await item.invite();
  const abstain = votes.abstain + (allSpeak ? votes.absent : 0);
  await item.vote({ ...votes, abstain });
  const ballot = await item.ballot();
  if (ballot.outcome === null) {
    const spoken = ballot.seats.filter(({ hasSpoken }) => hasSpoken).length;
    say(`${spoken} of ${ballot.seats.length} seats have spoken: counted on ${ballot.closesAt}`);
  } else {
    say(`${ballot.outcome}: ${tallyText(ballot)}`);
    await item.minutes(new Date().toISOString());
  }
  return { case: await item.read(), ballot: await item.ballot() };
}
