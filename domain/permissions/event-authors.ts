import type { CaseEvent, EventBody, EventType } from '../case/events';

/** Whose an event is. Null stands for the case itself, and so for its owner. */
export interface EventAuthor {
  /** The agency whose step, limit or word it is. */
  readonly agencyCode: string | null;
  /** The agency for which the command that caused it was given. */
  readonly actingFor: string | null;
  /** A service level of one side, or advice that it asks of its own people: no concern of the other's. */
  readonly internal: boolean;
}

type Told = Pick<CaseEvent, 'seq' | 'commandId' | 'body'>;
type Whose = Pick<EventAuthor, 'agencyCode' | 'internal'>;

/**
 * Whose each event of a case is, by its number. All events are needed, in their order, because an event names its step
 * and not its side. The office in which somebody acted counts, not where he serves today.
 */
export function authorsOf(events: readonly Told[]): ReadonlyMap<number, EventAuthor> {
  const whose = new Whoses(events);
  const acting = new Map<string, string | null>();
  for (const { commandId, body } of events) {
    if (!deeds.includes(body.type) || acting.has(commandId)) continue;
    acting.set(commandId, whose.of(commandId, body).agencyCode);
  }
  return new Map(
    events.map(({ seq, commandId, body }) => [
      seq,
      { ...whose.of(commandId, body), actingFor: acting.get(commandId) ?? null },
    ]),
  );
}

/** What somebody did, and not the steps and limits that opened or closed because of it. */
const deeds: readonly EventType[] = [
  'caseOpened',
  'caseImported',
  'contentRevised',
  'messageSent',
  'answerPrepared',
  'decisionMade',
  'decisionRescinded',
  'voteCast',
  'signOffImported',
  'factRecorded',
  'correctionProposed',
  'documentsRequested',
  'documentsProvided',
  'endingDecided',
  'caseSuspended',
  'caseResumed',
  'responsibleChanged',
  'lawRebound',
  'adviceAsked',
  'noteAdded',
  'caseLinked',
  'caseUnlinked',
];

class Whoses {
  readonly #steps = new Map<string, string | null>();
  readonly #clocks = new Map<string, Whose>();
  readonly #advice = new Set<string>();
  readonly #imports = new Set<string>();

  constructor(events: readonly Told[]) {
    for (const { commandId, body } of events) {
      if (body.type === 'stepOpened') this.#steps.set(body.key, body.agencyCode ?? null);
      if (body.type === 'stepOpened' && body.kind === 'advice') this.#advice.add(body.key);
      if (body.type === 'caseImported') this.#imports.add(commandId);
      if (body.type !== 'clockStarted') continue;
      const ofStep = body.stepKey === null ? null : (this.#steps.get(body.stepKey) ?? null);
      const agencyCode = body.agencyCode ?? ofStep;
      this.#clocks.set(body.key, { agencyCode, internal: body.terms?.class === 'D' });
    }
  }

  of(commandId: string, body: EventBody): Whose {
    // What an import tells of the other side's steps, the owner wrote.
    const byImport = this.#imports.has(commandId) && deeds.includes(body.type);
    if (byImport) return { agencyCode: null, internal: false };
    if (body.type === 'messageSent') return { agencyCode: body.from, internal: false };
    if (body.type === 'noteAdded') return { agencyCode: body.agencyCode ?? null, internal: true };
    if (!('key' in body)) return { agencyCode: null, internal: false };
    const internal = this.#advice.has(body.key);
    const ofStep = { agencyCode: this.#steps.get(body.key) ?? null, internal };
    return this.#clocks.get(body.key) ?? ofStep;
  }
}
