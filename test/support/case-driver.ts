import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '../../services/cases/case-summary';
import { openCase } from '../../services/cases/open-case';
import { recordFact } from '../../services/cases/record-fact';
import type { ServiceContext } from '../../services/context';
import { findCurrentOfficer } from '../../services/officers/current-officer';
import { rawFactSchema } from '../../services/procedures';
import { decideTask } from '../../services/tasks/decide-task';
import { sampleRequest } from './sample-request';

/** The officer whose decision each step of the outgoing extradition needs. */
const deciders: Readonly<Record<string, string>> = {
  'legal-reviewer': 'approver.legal',
  'directorate-approver': 'approver.directorate',
  'judicial-council-approver': 'approver.council',
  'foreign-ministry-approver': 'approver.foreign',
  manager: 'manager.baghdad',
};

/** Drives one case through the services, as the officers whose steps they are. */
export class CaseDriver {
  #summary: CaseSummary | null = null;

  constructor(
    private readonly context: ServiceContext,
    /** The time that applies: the server's, where it can be skipped. */
    private readonly now: () => Promise<Date> = async () => new Date(),
  ) {}

  get summary(): CaseSummary {
    if (!this.#summary) throw new Error('the case is not open');
    return this.#summary;
  }

  get caseId(): string {
    return this.summary.id;
  }

  async open(): Promise<CaseSummary> {
    const officer = await findCurrentOfficer(this.context, 'liaison.baghdad');
    const opening = { procedure: 'outgoing-extradition' as const, request: sampleRequest() };
    this.#summary = await openCase(this.context, officer, randomUUID(), opening);
    return this.#summary;
  }

  async decide(step: string, outcome: string, reason?: string): Promise<CaseSummary> {
    const task = await this.context.prisma.task.findFirstOrThrow({
      where: { caseId: this.caseId, step, status: 'open' },
    });
    const officer = await findCurrentOfficer(this.context, deciders[task.role] ?? '', new Date());
    const decision = { outcome, contentHash: this.summary.contentHash, ...(reason ? { reason } : {}) };
    this.#summary = await decideTask(this.context, officer, randomUUID(), task.id, decision);
    return this.#summary;
  }

  /** Records that something happened now, or when `changes` say. */
  async record(step: string, outcome: string, changes: object = {}): Promise<CaseSummary> {
    const subject = step.startsWith('provisional-arrest') ? 'liaison.ncb' : 'liaison.baghdad';
    const officer = await findCurrentOfficer(this.context, subject, new Date());
    const input = rawFactSchema.parse({
      step,
      outcome,
      occurredAt: (await this.now()).toISOString(),
      zone: 'Europe/Stockholm',
      proof: [await this.proof(officer.id)],
      ...changes,
    });
    this.#summary = await recordFact(this.context, officer, randomUUID(), this.caseId, input);
    return this.#summary;
  }

  async signAll(): Promise<void> {
    for (const step of ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry']) {
      await this.decide(step, 'approved');
    }
  }

  /** Takes the case from its opening to its end. */
  async liveThrough(): Promise<void> {
    await this.open();
    await this.decide('urgent-approval', 'approved');
    await this.record('provisional-arrest-request', 'sent');
    await this.record('provisional-arrest', 'arrested');
    await this.signAll();
    await this.record('transmission', 'transmitted');
    await this.record('receipt', 'received');
    await this.record('opinion', 'no-obstacle');
    await this.record('judgment', 'no-obstacle');
    await this.record('decision', 'granted', { conditions: ['speciality'] });
    await this.decide('conditions-review', 'accepted');
    await this.record('notice-of-decision', 'notified');
    await this.record('escort-order', 'ordered');
    await this.record('surrender', 'surrendered');
    await this.record('arrival', 'arrived', { zone: 'Asia/Baghdad' });
    await this.record('before-judge', 'presented', { zone: 'Asia/Baghdad' });
    await this.record('reasons-told', 'told', { zone: 'Asia/Baghdad' });
    await this.record('counsel', 'appointed', { zone: 'Asia/Baghdad' });
    await this.record('interpreter', 'not-needed', { zone: 'Asia/Baghdad' });
    await this.record('family-informed', 'informed', { zone: 'Asia/Baghdad' });
    await this.record('deduction', 'told', { zone: 'Asia/Baghdad' });
    await this.decide('speciality-watch', 'ended', 'Invented: the conditions were kept');
  }

  openSteps(): Promise<string[]> {
    return this.context.prisma.task
      .findMany({ where: { caseId: this.caseId, status: 'open' }, orderBy: { stepKey: 'asc' } })
      .then((tasks) => tasks.map((task) => task.stepKey));
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
