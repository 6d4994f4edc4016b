import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { incomingExtraditionSteps } from '../../domain/procedures/incoming-extradition/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import { sampleOfficers } from '../../services/officers/sample-officers';
import type { TaskView } from '../../services/tasks/task-view';
import { projectRoot } from '../config';
import type { Desk } from './desk';
import { samplePdf } from './sample-files';

const agency = 'AHTD-BAGHDAD';
const registrar = 'liaison.baghdad';
const waits = 100;
const waitMs = 100;

/** One thing that happens in an incoming case. */
export interface IncomingEvent {
  /** ISO 8601 with its offset. A decision is made when it is played, whatever this says. */
  readonly at: string;
  readonly step: keyof typeof incomingExtraditionSteps;
  readonly outcome: string;
  readonly reason?: string;
  readonly details?: object;
  readonly conditions?: readonly string[];
}

const sampleSchema = z
  .looseObject({ procedure: z.literal('incoming-extradition'), expect: z.string() })
  .transform(({ procedure, expect: _forReaders, ...request }) => ({ procedure, request }));

/** The sample request of a foreign State for somebody who is an Iraqi too. */
export async function readIncomingSample() {
  const path = join(projectRoot, 'samples', 'incoming-nationality-gate.json');
  return sampleSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** Plays an incoming case at a desk, each step as the sample officer whose it is. */
export class IncomingCase {
  #summary: CaseSummary | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly say: (line: string) => void,
  ) {}

  private get summary(): CaseSummary {
    if (!this.#summary) throw new Error('the case is not open');
    return this.#summary;
  }

  async open(opening: object): Promise<void> {
    this.#summary = await this.desk.open(registrar, opening);
    this.tell(`registered by ${registrar}; missing: ${this.summary.gaps.join(', ')}`);
  }

  /** Does what an event says, in the way of its step's kind. */
  async play(event: IncomingEvent): Promise<void> {
    const { kind } = declarationOf(event.step);
    if (kind === 'fact') await this.record(event);
    else await this.decide(event);
  }

  private async record({ at, step, outcome, details, conditions }: IncomingEvent): Promise<void> {
    const officer = officerOf(step);
    const proof = [await this.desk.upload(officer, `${step}.pdf`, samplePdf(`proof of ${step}`))];
    const more = { ...(details ? { details } : {}), ...(conditions ? { conditions } : {}) };
    const body = { step, outcome, occurredAt: at, proof, ...more };
    this.#summary = await this.desk.record(officer, this.summary.id, body);
    this.tell(`${step}: ${outcome} at ${at}, recorded by ${officer}`);
  }

  private async decide({ step, outcome, reason }: IncomingEvent): Promise<void> {
    const officer = officerOf(step);
    const { id } = await this.taskOf(officer, step);
    const { contentHash } = this.summary;
    const body = { outcome, contentHash, ...(reason === undefined ? {} : { reason }) };
    this.#summary = await this.desk.decide(officer, id, body);
    this.tell(`${step}: ${outcome} by ${officer}${reason === undefined ? '' : ` (${reason})`}`);
  }

  /** The whole case as the officer who registered it reads it. */
  async finished(): Promise<CaseView> {
    return await this.desk.read(registrar, this.summary.id);
  }

  /** A limit that has passed opens its task a moment later. */
  private async taskOf(officer: string, step: string): Promise<TaskView> {
    for (let tried = 0; tried < waits; tried++) {
      const tasks = await this.desk.tasks(officer);
      const task = tasks.find((known) => known.caseId === this.summary.id && known.step === step);
      if (task) return task;
      await delay(waitMs);
    }
    throw new Error(`${officer} has no task ${step} of ${this.summary.reference}`);
  }

  private tell(line: string): void {
    this.say(`${this.summary.reference}  ${line}`);
  }
}

function declarationOf(step: IncomingEvent['step']): StepDeclaration {
  return incomingExtraditionSteps[step];
}

/** A sample officer of the unit, or of the federal body that signs. */
function officerOf(step: IncomingEvent['step']): string {
  const { role } = declarationOf(step);
  const able = sampleOfficers.filter(({ roles }) => roles.includes(role));
  const found = able.find(({ agencyCode }) => agencyCode === agency) ?? able[0];
  if (!found) throw new Error(`no sample officer acts on ${step}`);
  return found.subject;
}
