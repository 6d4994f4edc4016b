import type { Side } from '../../domain/case/parties';
import {
  type InformationExchangeStep,
  informationExchangeSteps,
} from '../../domain/procedures/information-exchange/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import { whoActs } from '../../domain/procedures/who-acts';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import { sampleOfficers } from '../../services/officers/sample-officers';
import type { TaskView } from '../../services/tasks/task-view';
import type { Desk } from './desk';
import { samplePdf } from './sample-files';

/** One thing that happens in an exchange of information. */
export interface InformationEvent {
  /** ISO 8601 with its offset. A decision is made when it is played, whatever this says. */
  readonly at: string;
  readonly step: InformationExchangeStep;
  readonly outcome?: string;
  /** Of a question, from 1 on. */
  readonly number?: number;
  /** What is said: an answer, a reason. */
  readonly text?: string;
  readonly codes?: readonly string[];
  /** Whether a document goes with it. */
  readonly document?: boolean;
  readonly limitDate?: string;
}

/** The side that asks and the side that is asked; 'abroad' for an authority of another State. */
export interface Ends {
  readonly from: Side | 'abroad';
  readonly to: Side | 'abroad';
}

const agencyOf = { FED: 'AHTD-BAGHDAD', KRG: 'AHTD-ERBIL' } as const;

/** Plays an exchange of information at a desk, each step as the officer whose it is, of the side whose it is. */
export class InformationCase {
  #summary: CaseSummary;

  constructor(
    private readonly desk: Desk,
    private readonly say: (line: string) => void,
    private readonly ends: Ends,
    opened: CaseSummary,
  ) {
    this.#summary = opened;
  }

  /** Opens the case as the liaison officer of the side that asks, or of the federal side for one from abroad. */
  static async open(
    desk: Desk,
    say: (line: string) => void,
    request: Ends & Readonly<Record<string, unknown>>,
  ): Promise<InformationCase> {
    const liaison = officerFor('transmission', request);
    const opened = await desk.open(liaison, { procedure: 'information-exchange', request });
    const item = new InformationCase(desk, say, request, opened);
    item.tell(`opened by ${liaison}`);
    return item;
  }

  /** Does what an event says, in the way of its step's kind. */
  async play(event: InformationEvent): Promise<void> {
    switch (declarationOf(event.step).kind) {
      case 'question':
        return await this.answer(event);
      case 'fact':
        return await this.record(event);
      case 'message':
        return await this.send(event);
      default:
        return event.step === 'message-receipt' ? await this.acknowledge() : await this.decide(event);
    }
  }

  /** The whole case as the officer of the side that asks reads it. */
  async finished(): Promise<CaseView> {
    return await this.desk.read(officerFor('transmission', this.ends), this.#summary.id);
  }

  private async answer({
    step,
    number = 1,
    outcome = 'answered',
    text,
    codes = [],
    document,
  }: InformationEvent) {
    const officer = officerFor(step, this.ends);
    const documents = document ? [await this.upload(officer, `answer-${number}`)] : [];
    const body = { outcome, codes, documents, ...(text === undefined ? {} : { text }) };
    this.#summary = await this.desk.answerQuestion(officer, this.#summary.id, number, body);
    this.tell(`question ${number}: ${outcome} by ${officer}`);
  }

  private async send({ step, number = 1, outcome, text, codes, limitDate }: InformationEvent): Promise<void> {
    const officer = officerFor(step, this.ends);
    const { stepKey } = await this.taskOf(officer, step, number);
    const { id, contentHash } = this.#summary;
    const said = {
      ...(outcome ? { outcome } : {}),
      ...(codes ? { codes } : {}),
      ...(limitDate ? { limitDate } : {}),
    };
    const words = text === undefined ? {} : { text };
    this.#summary = await this.desk.send(officer, id, { stepKey, contentHash, ...said, ...words });
    this.tell(`${stepKey}: ${outcome ?? 'sent'} by ${officer}`);
  }

  private async decide({ step, number = 1, outcome = 'received', text }: InformationEvent): Promise<void> {
    const officer = officerFor(step, this.ends);
    const { id } = await this.taskOf(officer, step, number);
    const { contentHash } = this.#summary;
    const body = { outcome, contentHash, ...(text === undefined ? {} : { reason: text }) };
    this.#summary = await this.desk.decide(officer, id, body);
    this.tell(`${step}: ${outcome} by ${officer}`);
  }

  /** Each side says that it has what the other gave it. */
  private async acknowledge(): Promise<void> {
    for (const agencyCode of Object.values(agencyOf)) {
      const officer = subjectOf('liaison', agencyCode);
      for (const task of await this.tasksOf(officer, 'message-receipt')) {
        const { contentHash } = this.#summary;
        this.#summary = await this.desk.decide(officer, task.id, { outcome: 'received', contentHash });
        this.tell(`${task.stepKey}: received by ${officer}`);
      }
    }
  }

  private async record({
    at,
    step,
    number,
    outcome,
    codes = [],
    limitDate,
  }: InformationEvent): Promise<void> {
    const officer = officerFor(step, this.ends);
    const proof = [await this.upload(officer, step)];
    const visit = number === undefined ? {} : { visit: number };
    const set = limitDate === undefined ? {} : { limitDate };
    const body = { step, ...visit, outcome, occurredAt: at, conditions: codes, ...set, proof };
    this.#summary = await this.desk.record(officer, this.#summary.id, body);
    this.tell(
      `${step}${number === undefined ? '' : ` ${number}`}: ${outcome} at ${at}, recorded by ${officer}`,
    );
  }

  private async upload(officer: string, what: string): Promise<string> {
    return await this.desk.upload(officer, `${what}.pdf`, samplePdf(what));
  }

  private async taskOf(officer: string, step: InformationExchangeStep, number: number): Promise<TaskView> {
    const tasks = await this.tasksOf(officer, step);
    const task = tasks.find(({ stepKey }) => stepKey === `${step}#${number}`) ?? tasks[0];
    if (!task) throw new Error(`${officer} has no task ${step} of ${this.#summary.reference}`);
    return task;
  }

  private async tasksOf(officer: string, step: InformationExchangeStep): Promise<TaskView[]> {
    const tasks = await this.desk.tasks(officer);
    return tasks.filter((known) => known.caseId === this.#summary.id && known.step === step);
  }

  private tell(line: string): void {
    this.say(`${this.#summary.reference}  ${line}`);
  }
}

/** The sample officer whose step it is; everything with an authority abroad is the federal side's. */
function officerFor(step: InformationExchangeStep, { from, to }: Ends): string {
  const isAbroad = from === 'abroad' || to === 'abroad';
  if (isAbroad) return subjectOf(declarationOf(step).role, agencyOf.FED);
  const requesting = { agencyCode: agencyOf[from], side: from };
  const { role, agencyCode } = whoActs(declarationOf(step), {
    requesting,
    requested: { agencyCode: agencyOf[to], side: to },
  });
  return subjectOf(role, agencyCode ?? agencyOf[from]);
}

function subjectOf(role: string, agencyCode: string): string {
  const found = sampleOfficers.find(
    (officer) => officer.agencyCode === agencyCode && (officer.roles as readonly string[]).includes(role),
  );
  if (!found) throw new Error(`no sample officer is ${role} in ${agencyCode}`);
  return found.subject;
}

function declarationOf(step: InformationExchangeStep): StepDeclaration {
  return informationExchangeSteps[step];
}
