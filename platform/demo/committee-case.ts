import { tallied } from '../../domain/committee/ballot';
import type { BallotView } from '../../services/ballots/ballot-schema';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { CommitteeSample, SampleVotes } from './committee-sample';
import type { Desk } from './desk';
import { samplePdf } from './sample-files';

const secretary = 'secretary';
const auditor = 'auditor';

/** A seat's sample officer, by its number. */
const memberOf = (seat: number) => `seat.${String(seat).padStart(2, '0')}`;

/** Plays a resolution at a desk: the secretary's steps, and the seats' votes, all at once. */
export class CommitteeCase {
  #summary: CaseSummary | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly say: (line: string) => void,
  ) {}

  get summary(): CaseSummary {
    if (!this.#summary) throw new Error('the resolution is not open');
    return this.#summary;
  }

  async open({ title, openFrom, openForWorkingDays }: CommitteeSample['resolution']): Promise<void> {
    const text = 'Invented: both sides meet every month and agree on the transfers of the next.';
    const request = { title, text, openFrom, openForWorkingDays };
    this.#summary = await this.desk.open(secretary, { procedure: 'committee-resolution', request });
    this.say(`${this.summary.reference}  opened by the secretary: ${title}`);
  }

  /** Decides what waits for an officer at a step. */
  async decide(officer: string, step: string, outcome: string, reason?: string): Promise<void> {
    const task = (await this.desk.tasks(officer)).find(
      (open) => open.caseId === this.summary.id && open.step === step,
    );
    if (!task) throw new Error(`${step} does not wait for ${officer}`);
    const { contentHash } = this.summary;
    this.#summary = await this.desk.decide(officer, task.id, { outcome, contentHash, reason });
    this.say(`${step}: ${outcome}, by ${officer}`);
  }

  async invite(): Promise<BallotView> {
    await this.decide(secretary, 'committee-invitation', 'invited');
    const ballot = await this.ballot();
    const { seats, opensAt, closesAt } = ballot;
    this.say(`${seats.length} seats are asked; voting is open from ${opensAt} until ${closesAt}`);
    return ballot;
  }

  /** The seats speak, in their order and all at once; as many as are absent say nothing. */
  async vote(votes: Omit<SampleVotes, 'absent'>): Promise<void> {
    const said = (['for', 'against', 'abstain', 'recused'] as const).flatMap((choice) =>
      Array.from({ length: votes[choice] }, () => choice),
    );
    const { id, contentHash } = this.summary;
    await Promise.all(
      said.map((choice, index) => {
        const reason = choice === 'recused' ? 'Invented: the seat has an interest in the matter' : undefined;
        return this.desk.vote(memberOf(index + 1), id, { choice, contentHash, reason });
      }),
    );
    this.say(`${said.length} seats have spoken`);
  }

  async ballot(): Promise<BallotView> {
    return await this.desk.ballot(auditor, this.summary.id);
  }

  /** @param at when the committee's minutes were signed, ISO 8601 */
  async minutes(at: string): Promise<void> {
    const proof = [await this.desk.upload(secretary, 'minutes.pdf', samplePdf('Minutes of the committee'))];
    const fact = { step: 'committee-minutes', outcome: 'recorded', occurredAt: at, proof };
    this.#summary = await this.desk.record(secretary, this.summary.id, fact);
    this.say('minutes recorded by the secretary');
  }

  async read(): Promise<CaseView> {
    return await this.desk.read(secretary, this.summary.id);
  }
}

/** A count in words: '13 for, 3 against, ...'. */
export function tallyText({ tally }: BallotView): string {
  return tally === null ? 'not counted' : tallied.map((voice) => `${tally[voice]} ${voice}`).join(', ');
}
