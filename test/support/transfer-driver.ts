import { randomUUID } from 'node:crypto';
import type { Protocol } from '../../domain/procedures/suspect-transfer/facts';
import type { TransferRequest } from '../../domain/procedures/suspect-transfer/request';
import type { Task } from '../../prisma/generated/client';
import type { CaseSummary } from '../../services/cases/case-summary';
import { openCase } from '../../services/cases/open-case';
import { recordFact } from '../../services/cases/record-fact';
import { sendMessage } from '../../services/cases/send-message';
import type { ServiceContext } from '../../services/context';
import { type CurrentOfficer, findCurrentOfficer } from '../../services/officers/current-officer';
import { rawFactSchema } from '../../services/procedures';
import { decideTask } from '../../services/tasks/decide-task';

/** The sample officers of both sides, by agency and role. */
const officers: Readonly<Record<string, string>> = {
  'AHTD-BAGHDAD liaison': 'liaison.baghdad',
  'AHTD-BAGHDAD legal-reviewer': 'approver.legal',
  'AHTD-BAGHDAD directorate-approver': 'approver.directorate',
  'AHTD-BAGHDAD manager': 'manager.baghdad',
  'AHTD-ERBIL liaison': 'liaison.erbil',
  'AHTD-ERBIL regional-approver': 'approver.erbil',
  'AHTD-ERBIL manager': 'manager.erbil',
};

export const protocol: Protocol = {
  place: 'SAMPLE crossing',
  officers: [{ name: 'Sample officer' }],
  documents: ['warrant'],
  belongings: ['telephone'],
  health: 'SAMPLE: no injuries',
};

/** Drives one transfer through the services, as the officers of both sides whose steps they are. */
export class TransferDriver {
  #summary: CaseSummary | null = null;

  constructor(private readonly context: ServiceContext) {}

  get caseId(): string {
    if (!this.#summary) throw new Error('the case is not open');
    return this.#summary.id;
  }

  async open(request: TransferRequest): Promise<void> {
    const officer = await this.officer(request.to === 'FED' ? 'liaison.baghdad' : 'liaison.erbil');
    const opening = { procedure: 'suspect-transfer' as const, request };
    this.#summary = await openCase(this.context, officer, randomUUID(), opening);
  }

  /** Does one open step after another, in the way of its kind: 'cross-check nobody-known', 'arrest arrested'. */
  async go(...path: readonly string[]): Promise<void> {
    for (const entry of path) {
      const [step = '', outcome = ''] = entry.split(' ');
      await this.do(step, outcome);
    }
  }

  /** `changes`: of the body with which a fact is recorded. */
  async do(step: string, outcome: string, changes: object = {}): Promise<void> {
    const { caseId, context } = this;
    const task = await context.prisma.task.findFirstOrThrow({ where: { caseId, step, status: 'open' } });
    const officer = await this.officer(officers[`${task.agencyCode} ${task.role}`] ?? '');
    this.#summary = await this.act(task, officer, outcome, changes);
  }

  private act(task: Task, officer: CurrentOfficer, outcome: string, changes: object): Promise<CaseSummary> {
    const { caseId, context } = this;
    const { contentHash = '' } = this.#summary ?? {};
    switch (task.kind) {
      case 'fact':
        return this.record(task.step, officer, outcome, changes);
      case 'message':
        return sendMessage(context, officer, randomUUID(), caseId, {
          ...{ stepKey: task.stepKey, contentHash, documents: [] },
        });
      default:
        return decideTask(context, officer, randomUUID(), task.id, {
          outcome,
          contentHash,
          reason: 'SAMPLE',
        });
    }
  }

  private async record(step: string, officer: CurrentOfficer, outcome: string, changes: object) {
    const isSigned = /-(given|taken)$/.test(step);
    const input = rawFactSchema.parse({
      step,
      outcome,
      occurredAt: new Date().toISOString(),
      proof: [await this.proof(officer.id)],
      ...(isSigned ? { details: protocol } : {}),
      ...changes,
    });
    return await recordFact(this.context, officer, randomUUID(), this.caseId, input);
  }

  /** Says or asks something that no step is there for. */
  async say(subject: string, kind: 'information' | 'question'): Promise<void> {
    const officer = await this.officer(subject);
    const input = { kind, text: 'SAMPLE', documents: [] };
    this.#summary = await sendMessage(this.context, officer, randomUUID(), this.caseId, input);
  }

  openSteps(): Promise<string[]> {
    return this.context.prisma.task
      .findMany({ where: { caseId: this.caseId, status: 'open' }, orderBy: { stepKey: 'asc' } })
      .then((tasks) => tasks.map((task) => task.stepKey));
  }

  private officer(subject: string): Promise<CurrentOfficer> {
    return findCurrentOfficer(this.context, subject, new Date());
  }

  /** A document of the officer's own, without a file behind it. */
  private async proof(uploadedById: string): Promise<string> {
    const id = randomUUID();
    const file = { sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf', fileName: 'proof.pdf' };
    await this.context.prisma.document.create({
      data: { id, ...file, uploadedById, uploadedAt: new Date() },
    });
    return id;
  }
}
