import type { CaseEvent, EventBody } from '../../domain/case/events';
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

  add(body: EventBody): void {
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
}
