import type { CaseEvent, EventBody } from '../../domain/case/events';

/** A row of the event log, as the register holds it. */
export interface StoredEvent {
  readonly seq: number;
  readonly commandId: string;
  readonly actorId: string | null;
  readonly recordedAt: Date;
  readonly type: string;
  readonly data: unknown;
  readonly prevHash: string;
  readonly hash: string;
}

/** The event that a row holds. */
export function eventIn({ seq, commandId, actorId, recordedAt, data }: StoredEvent): CaseEvent {
  return { seq, commandId, actorId, recordedAt: recordedAt.toISOString(), body: data as EventBody };
}
