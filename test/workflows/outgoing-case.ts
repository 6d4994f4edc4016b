import type { ContentSummary, EventBody, FactRecord } from '../../domain/case/events';
import { boundTo, type Parties } from '../../domain/case/parties';
import { stepsOfEveryVersion } from '../../domain/procedures/outgoing-extradition/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import { whoActs } from '../../domain/procedures/who-acts';
import type { Procedure } from '../../workflows/engine/procedure';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { contentSummary, document, InMemoryCase } from './in-memory-case';
import { baghdad, erbil, officerOf } from './transfer-case';

const table: Readonly<Record<string, StepDeclaration>> = stepsOfEveryVersion;

/** A request of the Region asks Baghdad; a federal one has no sides. */
export const regional: Parties = { requesting: erbil, requested: baghdad };

/** The procedure as cases of its first version go on in it. */
export const firstVersion: Procedure<typeof stepsOfEveryVersion> = {
  ...outgoingExtraditionProcedure,
  version: 1,
};

export interface OutgoingOptions {
  readonly procedure?: Procedure<typeof stepsOfEveryVersion>;
  readonly parties?: Parties;
}

const requestedState = 'SE';
const levels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'];

/** An outgoing extradition in memory, whose steps are done by the officers whose they are. */
export class OutgoingCase extends InMemoryCase {
  readonly parties: Parties | undefined;

  constructor(
    readonly options: OutgoingOptions = {},
    now = '2026-02-20T06:00:00.000Z',
  ) {
    super(options.procedure ?? outgoingExtraditionProcedure, now);
    this.parties = options.parties;
    if (this.parties === undefined) return;
    this.completion = {
      agency: { code: 'IQ-KR', province: null },
      counterpart: { code: 'IQ', province: null },
    };
  }

  override open(changes: Partial<ContentSummary> = {}): EventBody[] {
    const { agencyCode } = this.parties?.requesting ?? baghdad;
    const editorId = officerOf('liaison', agencyCode);
    return this.take({
      type: 'openCase',
      officerId: editorId,
      agencyCode,
      ...(this.parties ? { parties: this.parties } : {}),
      content: contentSummary({ editorId, requestedState, ...changes }),
      reopens: null,
    });
  }

  /** Does an open step in the way of its kind, a minute after what came before. */
  do(key: string, outcome: string, more: Partial<FactRecord> = {}): EventBody[] {
    const state = this.current.steps[key];
    const declared = table[state?.step ?? ''];
    if (!state || !declared) throw new Error(`${key} is not open`);
    const { role, agencyCode } = whoActs(declared, this.parties);
    const officerId = officerOf(role, boundTo(role, state.agencyCode ?? agencyCode));
    this.later();
    if (declared.kind === 'fact') return this.happen(key, outcome, officerId, more);
    if (declared.kind === 'message') return this.send(key, officerId, state.agencyCode ?? '');
    if (declared.kind === 'documentRequest') return [...this.ask(state.step), ...this.answer(key)];
    return this.decide(key, outcome, officerId, { reasonId: 'note-1' });
  }

  /**
   * Takes one open step after another, each with its first outcome or the one that is named: 'receipt',
   * 'decision refused', 'decision granted speciality' with its codes. Returns what the last one caused.
   */
  go(...path: readonly string[]): EventBody[] {
    return path.reduce<EventBody[]>((_, entry) => {
      const [step = '', outcome, ...codes] = entry.split(' ');
      const key = this.openKey(step);
      return this.do(key, outcome ?? this.current.steps[key]?.outcomes[0] ?? '', { codes });
    }, []);
  }

  /** The open visit of a step. */
  openKey(step: string): string {
    return this.openSteps().find((key) => key.replace(/#.*/, '') === step) ?? step;
  }

  get pathToReceipt(): string[] {
    const through = this.parties ? ['regional-approval', 'regional-transmission', 'regional-receipt'] : [];
    return [...through, ...levels, 'transmission', 'receipt'];
  }

  /** The other side asks for a photograph, by a day three weeks on. */
  ask(step = 'supplementary-information', days = 21): EventBody[] {
    const answerBy = new Date(Date.parse(this.now) + days * 86_400_000).toISOString().slice(0, 10);
    const common = { officerId: officerOf('liaison', baghdad.agencyCode), occurredAt: this.now, zone: 'UTC' };
    const request = { step, items: ['photograph'], answerBy, details: null, proof: [] };
    return this.take({ type: 'requestDocuments', ...common, ...request });
  }

  answer(key: string): EventBody[] {
    return this.take({
      type: 'provideDocuments',
      officerId: officerOf('liaison', baghdad.agencyCode),
      occurredAt: this.now,
      step: { key, openedSeq: this.current.steps[key]?.openedSeq ?? -1 },
      items: [{ item: 'photograph', document }],
    });
  }

  private happen(key: string, outcome: string, officerId: string, more: Partial<FactRecord>): EventBody[] {
    const step = this.current.steps[key]?.step ?? '';
    const setDay = new Date(Date.parse(this.now) + 20 * 86_400_000).toISOString().slice(0, 10);
    const limitDate = table[step]?.limitDate === 'required' ? setDay : null;
    const fact = { occurredAt: this.now, zone: 'Europe/Stockholm', outcome, codes: [], limitDate, ...more };
    return this.take({ type: 'recordFact', officerId, step, fact, details: null, proof: [document] });
  }

  private send(key: string, officerId: string, agencyCode: string): EventBody[] {
    return this.take({
      type: 'sendMessage',
      officerId,
      agencyCode,
      step: { key, openedSeq: this.current.steps[key]?.openedSeq ?? -1 },
      kind: null,
      note: null,
      documents: [],
      contentHash: this.current.content.hash,
    });
  }

  later(ms = 60_000): void {
    this.now = new Date(Date.parse(this.now) + ms).toISOString();
  }
}
