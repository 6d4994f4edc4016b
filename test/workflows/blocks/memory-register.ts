import { ApplicationFailure } from '@temporalio/common';
import type {
  RegisterActivities,
  WriteRequest,
  WriteResult,
} from '../../../activities/register/write-request';
import { completeEvents } from '../../../domain/case/complete';
import type { CaseEvent, EventBody } from '../../../domain/case/events';
import { Refusal } from '../../../domain/case/refusal';
import type { Catalogue } from '../../../domain/law/catalogue/catalogue';
import { refusalType } from '../../../workflows/messages';
import { shippedCompletion } from '../../support/completion';

/** The write step over an array instead of a database: completes and numbers events as the register does. */
export class MemoryRegister implements RegisterActivities {
  /** False: cases are opened as they were before the law was data. */
  bindsLaw = true;
  readonly #events = new Map<string, CaseEvent[]>();

  constructor(private readonly catalogue: Catalogue) {}

  eventsOf(caseId: string): readonly CaseEvent[] {
    return this.#events.get(caseId) ?? [];
  }

  readonly writeEvents = async (request: WriteRequest): Promise<WriteResult> => {
    const { caseId, expectedSeq, commandId, actorId, at: recordedAt } = request;
    const stored = this.eventsOf(caseId);
    if (stored.length !== expectedSeq) {
      const events = stored.slice(expectedSeq);
      const isOwn = events.some((event) => event.commandId === commandId);
      return { outcome: isOwn ? 'written' : 'behind', events };
    }
    const events = this.complete(request).map((body, index) => ({
      seq: expectedSeq + index + 1,
      commandId,
      actorId,
      recordedAt,
      body,
    }));
    this.#events.set(caseId, [...stored, ...events]);
    return { outcome: 'written', events };
  };

  private complete({ events, at }: WriteRequest): EventBody[] {
    try {
      const completed = completeEvents(events, { ...shippedCompletion(at), catalogue: this.catalogue });
      if (this.bindsLaw) return completed;
      return completed.map((event) => (event.type === 'caseOpened' ? { ...event, law: null } : event));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, params } = error;
      throw ApplicationFailure.nonRetryable(code, refusalType, { code, params });
    }
  }
}
