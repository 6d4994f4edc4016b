import type { CaseEvent, ClockTerms, EventBody } from '../../domain/case/events';
import { fold } from '../../domain/case/fold';
import type { CaseState } from '../../domain/case/state';

/** Events that a command would cause, each folded into a provisional state as it is added. Nothing is written yet. */
export class Draft {
  readonly events: EventBody[] = [];
  /** Sequence number before the command: what carries a higher one came with it. */
  readonly startSeq: number;
  #state: CaseState | null;

  constructor(
    readonly caseId: string,
    state: CaseState | null,
    /** The workflow's time, ISO 8601 in UTC: the command's moment and the events' recordedAt. */
    readonly now: string,
    private readonly actorId: string | null,
    /** Terms that are known before the write step fills them in: by the key of the clock, of an import only. */
    private readonly expected: Readonly<Record<string, ClockTerms>> = {},
  ) {
    this.#state = state;
    this.startSeq = state?.seq ?? 0;
  }

  /** The provisional state. @throws Error before the case has been opened */
  get state(): CaseState {
    if (!this.#state) throw new Error('the case is not open');
    return this.#state;
  }

  get isOpen(): boolean {
    return this.#state !== null;
  }

  add(planned: EventBody): void {
    const body = this.withExpectedTerms(planned);
    const event: CaseEvent = {
      seq: (this.#state?.seq ?? 0) + 1,
      commandId: '',
      actorId: this.actorId,
      recordedAt: this.now,
      body,
    };
    this.#state = fold(this.caseId, this.#state, event);
    this.events.push(body);
  }

  private withExpectedTerms(body: EventBody): EventBody {
    if (body.type !== 'clockStarted') return body;
    const terms = this.expected[body.key];
    return terms ? { ...body, terms } : body;
  }
}
