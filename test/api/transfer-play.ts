import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseView } from '../../services/cases/get-case';
import type { TaskView } from '../../services/tasks/task-view';
import { type Answer, type Caller, good, type Problem } from './caller';
import { uploadProof } from './case-play';
import { baghdad, erbil, type Office, protocolOf, transferOpening } from './transfer-samples';

/** How far a transfer can be played, in the order in which it goes. */
export const points = [
  'opened',
  'approved',
  'transmitted',
  'received',
  'checked-there',
  'endorsed',
  'agreed',
  'arrested',
  'detained',
  'prepared',
  'half-signed',
  'handed-over',
  'presented',
  'closed',
] as const;
export type Point = (typeof points)[number];

export type CaseAnswer = Answer<CaseSummary & Problem>;

const hour = 3_600_000;
const minute = 60_000;

/**
 * Plays a transfer through the API, every step by the side whose it is. What a side writes for itself holds the words
 * `secret of <agency>`, and what it sends `word of <agency>`, so that a test can look for them.
 */
export class TransferPlay {
  #clock = Date.now() - 10 * hour;
  #passed = 0;
  /** The hour of the handover, which both sides write down. */
  signedAt = '';

  private constructor(
    readonly caller: Caller,
    readonly caseId: string,
    readonly requesting: Office,
    readonly requested: Office,
  ) {}

  static async open(
    caller: Caller,
    requesting: Office = baghdad,
    changes: object = {},
  ): Promise<TransferPlay> {
    const requested = requesting === baghdad ? erbil : baghdad;
    const opening = transferOpening(requesting, changes);
    const { id } = good(await caller.post<CaseSummary>(requesting.liaison, '/cases', opening));
    return new TransferPlay(caller, id, requesting, requested);
  }

  /** Goes on to a point; one that is behind is passed over. */
  async to(point: Point): Promise<this> {
    for (const next of points.slice(this.#passed + 1, points.indexOf(point) + 1)) {
      await this.#steps[next]();
      this.#passed += 1;
    }
    return this;
  }

  /** An instant a minute after the last one. */
  now(): string {
    this.#clock += minute;
    return new Date(this.#clock).toISOString();
  }

  async read(office: Office): Promise<CaseView> {
    return good(await this.caller.get<CaseView>(office.liaison, `/cases/${this.caseId}`));
  }

  /** The task by which a step is open for a side, or was open last. */
  async task(office: Office, step: string): Promise<TaskView> {
    const task = (await this.read(office)).tasks.filter((candidate) => candidate.step === step).at(-1);
    if (!task) throw new Error(`${office.agency} has no task ${step}`);
    return task;
  }

  async decide(office: Office, officer: string, step: string, outcome: string): Promise<CaseAnswer> {
    const { contentHash } = await this.read(office);
    const { id } = await this.task(office, step);
    const reason = `secret of ${office.agency}: why ${step}`;
    return await this.caller.post(officer, `/tasks/${id}/decision`, { outcome, contentHash, reason });
  }

  /** Records a fact with a proof of its own; `changes` replace members of the body. */
  async record(office: Office, step: string, outcome: string, changes: object = {}): Promise<CaseAnswer> {
    return await this.caller.post(office.liaison, `/cases/${this.caseId}/facts`, {
      step,
      outcome,
      occurredAt: this.now(),
      proof: [await uploadProof(this.caller, office.liaison, `secret of ${office.agency} ${step}`)],
      ...changes,
    });
  }

  /** Sends what a step is there to send, or whatever `said` says. */
  async send(
    office: Office,
    said: { step: string } | { kind: string },
    changes: object = {},
  ): Promise<CaseAnswer> {
    const { contentHash } = await this.read(office);
    const way =
      'step' in said ? { stepKey: (await this.task(office, said.step)).stepKey, contentHash } : said;
    return await this.caller.post(office.liaison, `/cases/${this.caseId}/messages`, {
      ...way,
      text: `word of ${office.agency}`,
      ...changes,
    });
  }

  /** One side's signature under a protocol. */
  async sign(office: Office, step: string, changes: object = {}): Promise<CaseAnswer> {
    return await this.record(office, step, step.endsWith('given') ? 'handed-over' : 'taken-over', {
      occurredAt: this.signedAt,
      details: protocolOf(office),
      ...changes,
    });
  }

  readonly #steps: Record<Point, () => Promise<void>> = {
    opened: async () => {},
    approved: async () => {
      const { requesting } = this;
      good(await this.decide(requesting, requesting.liaison, 'cross-check', 'nobody-known'));
      await this.#approve(requesting, 'request');
    },
    transmitted: async () => {
      good(await this.send(this.requesting, { step: 'transmission' }));
    },
    received: async () => {
      good(await this.decide(this.requested, this.requested.liaison, 'receipt', 'received'));
    },
    'checked-there': async () => {
      good(await this.decide(this.requested, this.requested.liaison, 'cross-check-there', 'nobody-known'));
    },
    endorsed: async () => {
      await this.#requested('endorsement', 'endorsed', { court: 'secret court', orderNumber: '1' });
    },
    agreed: async () => await this.#approve(this.requested, 'transfer'),
    arrested: async () => await this.#requested('arrest', 'arrested', { place: 'Erbil' }),
    detained: async () => {
      await this.#requested('register-entry', 'entered', { number: 'R-1' });
      await this.#requested('reasons-told', 'told', { language: 'ckb' });
      await this.#requested('counsel', 'chosen', {});
      await this.#requested('interpreter', 'not-needed', {});
      await this.#requested('family-informed', 'informed', {});
      await this.#requested('papers-to-judge', 'detained', { court: 'court' });
      await this.#requested('detention-order', 'ordered', { court: 'court', orderNumber: '2' });
    },
    prepared: async () => {
      const officers = [{ name: 'escort' }];
      await this.#requested('medical-check', 'fit', { doctor: 'doctor' });
      await this.#requested('belongings', 'listed', { items: ['watch'], signedByPerson: true, officers });
      await this.#requested('escort-order', 'ordered', { vehicle: 'car', route: 'road', officers });
    },
    'half-signed': async () => {
      this.signedAt = this.now();
      good(await this.sign(this.requested, 'handover-given'));
    },
    'handed-over': async () => {
      good(await this.sign(this.requesting, 'handover-taken'));
    },
    presented: async () => {
      good(await this.record(this.requesting, 'presentation', 'presented'));
    },
    closed: async () => {
      good(await this.send(this.requesting, { step: 'court-receipt' }));
      good(await this.decide(this.requested, this.requested.liaison, 'court-receipt-received', 'received'));
    },
  };

  /** Records a fact of the requested side, whose details nobody else is to read. */
  async #requested(step: string, outcome: string, details: object): Promise<void> {
    const secret = `secret of ${this.requested.agency}: details of ${step}`;
    const said = Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${value}, ${secret}` : value,
    ]);
    good(await this.record(this.requested, step, outcome, { details: Object.fromEntries(said) }));
  }

  async #approve(office: Office, what: 'request' | 'transfer'): Promise<void> {
    if (office.side === 'KRG') {
      good(await this.decide(office, office.reviewer, `${what}-regional-approval`, 'approved'));
      return;
    }
    good(await this.decide(office, office.reviewer, `${what}-legal-review`, 'approved'));
    good(await this.decide(office, office.approver, `${what}-approval`, 'approved'));
  }
}
