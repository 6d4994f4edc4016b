import { z } from 'zod';
import type { Candidate } from '../../services/persons/candidate-view';
import type { Desk } from './desk';

/** What a cross-check is answered with. */
export type Known = 'nobody-known' | 'known' | 'judged-for-this-act';

const judged: readonly Candidate['kind'][] = ['judgment', 'acquittal', 'sentence'];
const recordDetails = z.looseObject({ act: z.string().optional() }).nullable();

/** How a sample officer looks at candidates: whoever the warrant of the case is named with is the same person. */
export class CandidateCheck {
  #same: Candidate[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly officer: string,
    private readonly caseId: string,
    private readonly warrant: string,
  ) {}

  /** Decides each candidate that nobody has decided yet; returns a line for each. */
  async decideAll(): Promise<string[]> {
    const lines: string[] = [];
    for (const candidate of await this.desk.candidates(this.officer, this.caseId)) {
      const isSame = await this.isSame(candidate);
      if (isSame) this.#same.push(candidate);
      if (candidate.decision !== null) continue;
      const outcome = isSame ? 'same' : 'not-same';
      const { personId } = candidate;
      const body = { personId, outcome, reason: this.reasonFor(isSame) };
      await this.desk.decideCandidate(this.officer, this.caseId, body);
      lines.push(`candidate ${nameOf(candidate)} (${candidate.side}, ${candidate.kind}): ${outcome}`);
    }
    return lines;
  }

  /** What the decisions amount to. */
  answer(): { outcome: Known; reason?: string } {
    if (this.#same.length === 0) return { outcome: 'nobody-known' };
    const sentence = this.#same.find(({ kind }) => judged.includes(kind));
    if (sentence)
      return { outcome: 'judged-for-this-act', reason: `An earlier ${sentence.kind} names the act` };
    return { outcome: 'known', reason: 'An earlier case was open on the same warrant' };
  }

  private async isSame({ decision, case: earlier, details }: Candidate): Promise<boolean> {
    if (decision !== null) return decision.outcome === 'same';
    if (earlier === null) return recordDetails.parse(details)?.act?.includes(this.warrant) ?? false;
    const { request } = await this.desk.read(this.officer, earlier.id);
    return 'warrant' in request && request.warrant?.number === this.warrant;
  }

  private reasonFor(isSame: boolean): string {
    return isSame
      ? `What is known of the person names the warrant ${this.warrant}`
      : `Nothing that is known of the person names the warrant ${this.warrant}`;
  }
}

function nameOf({ names: [name] }: Candidate): string {
  return name ? `${name.given} ${name.family}` : 'without a name';
}
