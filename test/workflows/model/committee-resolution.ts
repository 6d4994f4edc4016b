import type { Voice } from '../../../domain/committee/ballot';
import type { Standing } from '../../../domain/committee/committee';

/** What a seat says, as it is tried. */
export interface TriedVote {
  readonly seat: number;
  readonly standing: Standing;
  readonly voice: Voice;
  readonly hasReason: boolean;
  readonly isStale: boolean;
}

type Phase = 'invitation' | 'voting' | 'chair' | 'no-quorum' | 'minutes' | 'closed';

const stepOfPhase: Readonly<Record<Phase, string | null>> = {
  invitation: 'committee-invitation',
  voting: 'committee-ballot',
  chair: 'chair-decision',
  'no-quorum': 'no-quorum-follow-up',
  minutes: 'committee-minutes',
  closed: null,
};

/** Seats and rules as they are shipped, said once more and not read from there. */
const seats = 23;
const quorum = 12;

/** A resolution as the rules of the committee say it, kept apart from the engine. */
export class CommitteeModel {
  phase: Phase = 'invitation';
  round = 1;
  suspended = false;
  outcome: string | null = null;
  /** Outcome with which the minutes will close it. */
  decided: string | null = null;
  said = new Map<number, { voice: Voice; standing: Standing }>();
  hours = { opensAt: '', closesAt: '' };
  countedAt = '';

  get openStep(): string | null {
    return stepOfPhase[this.phase];
  }

  /** The seats are asked; when is read from the log, and held against the calendar elsewhere. */
  call(hours: { opensAt: string; closesAt: string }): void {
    this.phase = 'voting';
    this.said = new Map();
    this.hours = hours;
  }

  refusesVote({ seat, standing, voice, hasReason, isStale }: TriedVote, now: string): boolean {
    const earlier = this.said.get(seat);
    if (this.suspended || this.phase !== 'voting') return true;
    if (now < this.hours.opensAt || now >= this.hours.closesAt) return true;
    if (seat > seats || isStale || earlier?.voice === 'recused') return true;
    if (voice === 'recused') return standing === 'deputy' || !hasReason;
    return standing === 'deputy' && earlier?.standing === 'member';
  }

  vote({ seat, standing, voice }: TriedVote, now: string): void {
    this.said.set(seat, { voice, standing });
    if (this.said.size === seats) this.count(now);
  }

  /** The clock keeper comes along. */
  keepTime(now: string): void {
    if (this.phase === 'voting' && now >= this.hours.closesAt) this.count(this.hours.closesAt);
  }

  tally(): Record<Voice | 'absent', number> {
    const tally = { for: 0, against: 0, abstain: 0, recused: 0, absent: seats - this.said.size };
    for (const { voice } of this.said.values()) tally[voice] += 1;
    return tally;
  }

  private count(at: string): void {
    const { for: yes, against: no, abstain } = this.tally();
    const isTie = yes === no && yes > 0 && this.said.get(1)?.voice !== 'recused';
    this.countedAt = at;
    if (yes + no + abstain < quorum) this.phase = 'no-quorum';
    else if (isTie) this.phase = 'chair';
    else this.decide(yes > no ? 'adopted' : 'not-adopted');
  }

  askAnew(): void {
    this.phase = 'invitation';
    this.round += 1;
    this.said = new Map();
    this.decided = null;
  }

  decide(outcome: string): void {
    this.phase = 'minutes';
    this.decided = outcome;
  }

  close(outcome: string | null): void {
    this.phase = 'closed';
    this.outcome = outcome;
  }
}
