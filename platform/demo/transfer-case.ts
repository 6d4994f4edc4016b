import type { Parties, Side } from '../../domain/case/parties';
import type { StepDeclaration } from '../../domain/procedures/step';
import {
  type SuspectTransferStep,
  suspectTransferSteps,
} from '../../domain/procedures/suspect-transfer/steps';
import { whoActs } from '../../domain/procedures/who-acts';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import { sampleOfficers } from '../../services/officers/sample-officers';
import type { TaskView } from '../../services/tasks/task-view';
import { CandidateCheck, type Known } from './candidate-check';
import type { Desk } from './desk';
import type { TransferredPerson } from './regional-samples';
import { samplePdf } from './sample-files';

/** From the side where the person is to the side whose court issued the warrant. */
export interface Direction {
  readonly from: Side;
  readonly to: Side;
}

/** One thing that happens in a transfer. What comes of a cross-check is not said before: the search tells it. */
export interface TransferEvent {
  /** ISO 8601 with its offset. A decision is made when it is played, whatever this says. */
  readonly at: string;
  readonly step: SuspectTransferStep;
  readonly outcome?: string;
  readonly reason?: string;
  readonly details?: object;
}

/** An opened case with what its officers go by. */
export interface OpenedTransfer {
  readonly summary: CaseSummary;
  readonly direction: Direction;
  readonly person: TransferredPerson;
}

const agencyOf: Readonly<Record<Side, string>> = { FED: 'AHTD-BAGHDAD', KRG: 'AHTD-ERBIL' };

/** Of the two sides' units in the sample. */
export function partiesOf({ from, to }: Direction): Parties {
  return {
    requesting: { agencyCode: agencyOf[to], side: to },
    requested: { agencyCode: agencyOf[from], side: from },
  };
}

/** The sample officer whose step it is. */
export function officerOf(step: SuspectTransferStep, direction: Direction): string {
  const { role, agencyCode } = whoActs(declarationOf(step), partiesOf(direction));
  const found = sampleOfficers.find(
    (officer) => officer.agencyCode === agencyCode && officer.roles.includes(role),
  );
  if (!found) throw new Error(`no sample officer acts on ${step}`);
  return found.subject;
}

/** Plays a transfer at a desk, each step as the officer whose it is, of the side whose it is. */
export class TransferCase {
  #summary: CaseSummary;

  constructor(
    private readonly desk: Desk,
    private readonly say: (line: string) => void,
    private readonly opened: OpenedTransfer,
  ) {
    this.#summary = opened.summary;
  }

  /** Does what an event says, in the way of its step's kind. */
  async play(event: TransferEvent): Promise<void> {
    const { step, outcome = '', reason } = event;
    switch (declarationOf(step).kind) {
      case 'fact':
        return await this.record(event);
      case 'message':
        return await this.send(step);
      case 'crossCheck':
        await this.lookFor(step);
        return;
      default:
        return await this.decide(step, outcome, reason);
    }
  }

  /** Decides every candidate of the cross-check, and then the cross-check by what came of them. */
  async lookFor(step: SuspectTransferStep): Promise<Known> {
    const officer = this.officerOf(step);
    const warrant = this.opened.person.warrant?.number ?? '';
    const check = new CandidateCheck(this.desk, officer, this.#summary.id, warrant);
    for (const line of await check.decideAll()) this.tell(line);
    const { outcome, reason } = check.answer();
    await this.decide(step, outcome, reason);
    return outcome;
  }

  async decide(step: SuspectTransferStep, outcome: string, reason?: string): Promise<void> {
    const officer = this.officerOf(step);
    const { id } = await this.taskOf(officer, step);
    const { contentHash } = this.#summary;
    const body = { outcome, contentHash, ...(reason === undefined ? {} : { reason }) };
    this.#summary = await this.desk.decide(officer, id, body);
    this.tell(`${step}: ${outcome} by ${officer}${reason === undefined ? '' : ` (${reason})`}`);
  }

  private async record({ at, step, outcome, details }: TransferEvent): Promise<void> {
    const officer = this.officerOf(step);
    const proof = [await this.desk.upload(officer, `${step}.pdf`, samplePdf(`proof of ${step}`))];
    const body = { step, outcome, occurredAt: at, proof, ...(details ? { details } : {}) };
    this.#summary = await this.desk.record(officer, this.#summary.id, body);
    this.tell(`${step}: ${outcome} at ${at}, recorded by ${officer}`);
  }

  private async send(step: SuspectTransferStep): Promise<void> {
    const officer = this.officerOf(step);
    const { stepKey } = await this.taskOf(officer, step);
    const { id, contentHash } = this.#summary;
    this.#summary = await this.desk.send(officer, id, { stepKey, contentHash });
    this.tell(`${step}: sent by ${officer}`);
  }

  /** The whole case as the officer of the side that asks reads it. */
  async finished(): Promise<CaseView> {
    return await this.desk.read(this.officerOf('transmission'), this.#summary.id);
  }

  private async taskOf(officer: string, step: SuspectTransferStep): Promise<TaskView> {
    const tasks = await this.desk.tasks(officer);
    const task = tasks.find((known) => known.caseId === this.#summary.id && known.step === step);
    if (!task) throw new Error(`${officer} has no task ${step} of ${this.#summary.reference}`);
    return task;
  }

  private officerOf(step: SuspectTransferStep): string {
    return officerOf(step, this.opened.direction);
  }

  private tell(line: string): void {
    this.say(`${this.#summary.reference}  ${line}`);
  }
}

function declarationOf(step: SuspectTransferStep): StepDeclaration {
  return suspectTransferSteps[step];
}
