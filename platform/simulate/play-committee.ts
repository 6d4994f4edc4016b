import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { CommitteeCase } from '../demo/committee-case';
import { readCommitteeSample, type SampleVotes } from '../demo/committee-sample';
import { throwIfInterrupted } from './interrupted';
import type { Watched } from './play-script';
import { servicesDesk } from './services-desk';
import type { SkippedTime } from './skipped-time';

export type CommitteeBranch = 'adopted' | 'all-spoken' | 'tie' | 'too-few';

/** The committee is in Baghdad. */
export const committeeZones = ['Asia/Baghdad'] as const;

const chair = 'seat.01';
const hourMs = 3_600_000;

/** What the seats say in a branch; the sample's own votes come to their end with the deadline. */
const branchVotes: Readonly<Record<CommitteeBranch, (sample: SampleVotes) => Omit<SampleVotes, 'absent'>>> = {
  adopted: (sample) => sample,
  'all-spoken': (sample) => ({ ...sample, abstain: sample.abstain + sample.absent }),
  tie: () => ({ for: 6, against: 6, abstain: 0, recused: 1 }),
  'too-few': () => ({ for: 3, against: 1, abstain: 1, recused: 2 }),
};

/** Plays a branch of the sample resolution from today on, and returns it at its end. */
export async function playCommittee(
  context: ServiceContext,
  time: SkippedTime,
  branch: CommitteeBranch,
  { report, signal }: Watched,
): Promise<CaseView> {
  const { resolution, votes } = await readCommitteeSample();
  const item = new CommitteeCase(servicesDesk(context), report);
  const ballotWith = async (said: Omit<SampleVotes, 'absent'>) => {
    throwIfInterrupted(signal);
    const { opensAt, closesAt } = await item.invite();
    await time.passUntil(new Date(Date.parse(opensAt) + hourMs));
    await item.vote(said);
    if ((await item.ballot()).outcome === null) await time.passUntil(new Date(Date.parse(closesAt) + hourMs));
    await counted(item);
  };
  await item.open(resolution);
  await ballotWith(branchVotes[branch](votes));
  if (branch === 'too-few') {
    await item.decide('secretary', 'no-quorum-follow-up', 'new-ballot');
    await ballotWith(votes);
  }
  if (branch === 'tie') await item.decide(chair, 'chair-decision', 'adopted');
  await item.minutes((await time.now()).toISOString());
  return await item.read();
}

const tries = 200;
const pauseMs = 25;

/** What the clock keeper does when time is up is written a moment later. */
async function counted(item: CommitteeCase): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    if ((await item.ballot()).outcome !== null) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error('the ballot is not counted');
}
