import type { ContentSummary, EventBody, FactRecord } from '../../domain/case/events';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import { bindLaw } from '../../domain/law/catalogue/select';
import { incomingExtraditionSteps } from '../../domain/procedures/incoming-extradition/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import { incomingExtraditionProcedure } from '../../workflows/incoming-extradition';
import { contentSummary, document, InMemoryCase } from './in-memory-case';
import { officerOf } from './transfer-case';

const steps: Readonly<Record<string, StepDeclaration>> = incomingExtraditionSteps;
const agencyCode = 'AHTD-BAGHDAD';
const note = { id: 'note-1', hash: 'hash' };

/** The papers up to the grant, in their order. */
export const toTheCourt = ['receipt', 'cross-check', 'legal-review', 'court-referral', 'hearing'];
export const toTheGrant = [...toTheCourt, 'court-decision', 'judicial-council', 'foreign-ministry'];
/** What is owed to a person who is held, by whom a consul has to be told. */
export const owed = [
  ...['register-entry', 'reasons-told', 'counsel', 'interpreter', 'family-informed', 'consular-notice'],
  ...['papers-to-judge', 'detention-order'],
];
export const toTheSurrender = ['readiness-notice', 'property', 'surrender'];

/** A request of a foreign State in memory, whose steps are done by the officers whose they are. */
export class IncomingCase extends InMemoryCase {
  constructor(now = '2026-04-07T08:20:00.000Z') {
    super(incomingExtraditionProcedure, now);
  }

  /** `changes`: a Jordanian at large, asked for by Jordan, unless they say otherwise. */
  override open(changes: Partial<ContentSummary> = {}): EventBody[] {
    const officerId = officerOf('liaison', agencyCode);
    const states = { requestingState: changes.requestingState ?? 'JO', requestedState: 'IQ' };
    const asked = { procedure: this.procedure.name, ...states, on: this.now.slice(0, 10) };
    return this.take({
      type: 'openCase',
      officerId,
      agencyCode,
      law: bindLaw(catalogue(), asked),
      content: contentSummary({
        ...states,
        urgency: 'ordinary',
        editorId: officerId,
        alreadyHeld: changes.heldSince !== undefined,
        foreignNational: true,
        nationalOfRequestedState: false,
        concurrent: false,
        ...changes,
      }),
      reopens: null,
    });
  }

  /** A new version of the request, by another liaison officer. */
  edit(changes: Partial<ContentSummary>): EventBody[] {
    const { content } = this.current;
    const version = content.version + 1;
    const editorId = officerOf('liaison', 'second desk');
    return this.take({
      type: 'reviseContent',
      officerId: editorId,
      content: { ...content, version, hash: `hash-${version}`, editorId, ...changes },
    });
  }

  /** Does an open step in the way of its kind, a minute after what came before or `at` another time. */
  do(key: string, outcome: string, at?: string): EventBody[] {
    const state = this.current.steps[key];
    const declared = steps[state?.step ?? ''];
    if (!state || !declared) throw new Error(`${key} is not open`);
    if (at === undefined) this.later();
    const occurredAt = at ?? this.now;
    const officerId = officerOf(declared.role, agencyCode);
    if (declared.kind === 'fact') return this.record(state.step, outcome, { occurredAt }, officerId);
    if (declared.kind === 'documentRequest') return this.answerRound(key, officerId);
    return this.decide(key, outcome, officerId, { reasonId: note.id });
  }

  /** One open step after another, each with its first outcome or the one named: 'court-decision refused'. */
  go(...path: readonly string[]): EventBody[] {
    return path.reduce<EventBody[]>((_, entry) => {
      const [step = '', outcome] = entry.split(' ');
      const key = this.openKey(step);
      return this.do(key, outcome ?? this.current.steps[key]?.outcomes[0] ?? '');
    }, []);
  }

  openKey(step: string): string {
    return this.openSteps().find((key) => key.replace(/#.*/, '') === step) ?? step;
  }

  isOpen(step: string): boolean {
    return this.openSteps().includes(this.openKey(step));
  }

  later(ms = 60_000): void {
    this.now = new Date(Date.parse(this.now) + ms).toISOString();
  }

  passHours(hours: number): EventBody[] {
    return this.passTimeUntil(new Date(Date.parse(this.now) + hours * 3_600_000).toISOString());
  }

  record(
    step: string,
    outcome: string,
    changes: Partial<FactRecord> = {},
    officerId = officerOf('liaison', agencyCode),
  ): EventBody[] {
    const fact = { occurredAt: this.now, zone: 'Asia/Baghdad', outcome, codes: [], limitDate: null };
    return this.take({
      type: 'recordFact',
      officerId,
      step,
      fact: { ...fact, ...changes },
      details: null,
      proof: [document],
    });
  }

  private answerRound(key: string, officerId: string): EventBody[] {
    const common = { officerId, occurredAt: this.now };
    const round = { items: ['photograph'], answerBy: '2027-12-31', zone: 'UTC', details: null, proof: [] };
    const step = 'supplementary-information';
    const asked = this.take({ type: 'requestDocuments', ...common, step, ...round });
    const openedSeq = this.current.steps[key]?.openedSeq ?? -1;
    const items = [{ item: 'photograph', document }];
    return [...asked, ...this.take({ type: 'provideDocuments', ...common, step: { key, openedSeq }, items })];
  }
}
