import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { TaskView } from '../../services/tasks/task-view';
import type { Desk } from './desk';
import { samplePdf, samplePng } from './sample-files';
import type { Reply, RequestSample } from './samples';

const baghdad = 'liaison.baghdad';

/** Plays the sample case at a desk, each step as the officer whose it is; `opener`: the side whose request it is. */
export class SwedenCase {
  #summary: CaseSummary | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly say: (line: string) => void,
    private readonly opener: 'liaison.baghdad' | 'liaison.erbil' = baghdad,
  ) {}

  private get summary(): CaseSummary {
    if (!this.#summary) throw new Error('the case is not open');
    return this.#summary;
  }

  /** Uploads the request's documents and opens the case; tells what is missing. */
  async open({ procedure, missingOnPurpose, documents, ...request }: RequestSample): Promise<void> {
    const uploaded = [];
    for (const { item, file, certified = false } of documents) {
      const bytes = file.endsWith('.png') ? samplePng() : samplePdf(file);
      uploaded.push({ item, certified, documentId: await this.desk.upload(this.opener, file, bytes) });
    }
    const body = { procedure, request: { ...request, documents: uploaded } };
    this.#summary = await this.desk.open(this.opener, body);
    this.say(`${this.summary.reference}  opened by ${this.opener}; missing: ${this.summary.gaps.join(', ')}`);
    const missed = missingOnPurpose.filter((item) => !this.summary.gaps.includes(item));
    if (missed.length > 0) throw new Error(`the gap was not reported: ${missed.join(', ')}`);
  }

  /** Decides the open task of a step as an officer who holds it. */
  async decide(officer: string, step: string, outcome: string, reason?: string): Promise<void> {
    const task = await this.taskOf(officer, step);
    const { contentHash } = this.summary;
    const body = { outcome, contentHash, ...(reason ? { reason } : {}) };
    this.#summary = await this.desk.decide(officer, task.id, body);
    this.say(`${this.summary.reference}  ${step}: ${outcome} by ${officer}`);
  }

  /** Records a fact with a proof made for it. */
  async record(
    officer: string,
    step: string,
    outcome: string,
    reply: Reply,
    more: object = {},
  ): Promise<void> {
    const proof = [
      await this.desk.upload(officer, reply.proof ?? `${step}.pdf`, samplePdf(`proof of ${step}`)),
    ];
    const zone = reply.zone ?? zoneOf(reply.at);
    const body = { step, outcome, occurredAt: reply.at, zone, proof, ...more };
    this.#summary = await this.desk.record(officer, this.summary.id, body);
    this.say(`${this.summary.reference}  ${step}: ${outcome} at ${reply.at}, recorded late by ${officer}`);
  }

  /** Sends what an open task is there to send to the other side. */
  async send(officer: string, step: string): Promise<void> {
    const { stepKey } = await this.taskOf(officer, step);
    const { id, contentHash } = this.summary;
    this.#summary = await this.desk.send(officer, id, { stepKey, contentHash });
    this.say(`${this.summary.reference}  ${step}: sent by ${officer}`);
  }

  async ask(reply: Reply): Promise<void> {
    const { items, answerBy, at: occurredAt } = reply;
    const body = { items, answerBy, occurredAt, zone: zoneOf(occurredAt) };
    this.#summary = await this.desk.ask(baghdad, this.summary.id, body);
    this.say(`${this.summary.reference}  supplementary information asked, answer by ${answerBy}`);
  }

  async answer(reply: Reply): Promise<void> {
    const { documentRequests } = await this.finished();
    const request = documentRequests.find((candidate) => candidate.status === 'open');
    const items = [];
    for (const item of reply.items ?? []) {
      const documentId = await this.desk.upload(baghdad, `${item}.pdf`, samplePdf(item));
      items.push({ item, documentId });
    }
    if (!request) throw new Error('nothing is asked');
    const body = { items, occurredAt: reply.at };
    this.#summary = await this.desk.answer(baghdad, this.summary.id, request.id, body);
    this.say(`${this.summary.reference}  supplementary information sent: ${reply.items?.join(', ')}`);
  }

  /** The whole case as the officer of Baghdad reads it, or another one. */
  async finished(officer = baghdad): Promise<CaseView> {
    return await this.desk.read(officer, this.summary.id);
  }

  private async taskOf(officer: string, step: string): Promise<TaskView> {
    const tasks = await this.desk.tasks(officer);
    const task = tasks.find((candidate) => candidate.caseId === this.summary.id && candidate.step === step);
    if (!task) throw new Error(`${officer} has no task ${step}`);
    return task;
  }
}

/** The samples give offsets: +03:00 is Baghdad, the others are Stockholm in winter and summer. */
export function zoneOf(at: string): string {
  return at.endsWith('+03:00') ? 'Asia/Baghdad' : 'Europe/Stockholm';
}
