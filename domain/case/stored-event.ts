import type { CaseEvent, EventBody } from './events';

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

/** The event that a row of the log holds. */
export function eventOfRow({
  seq,
  commandId,
  actorId,
  recordedAt,
  data,
}: Pick<StoredEvent, 'seq' | 'commandId' | 'actorId' | 'recordedAt' | 'data'>): CaseEvent {
  return { seq, commandId, actorId, recordedAt: recordedAt.toISOString(), body: data as EventBody };
}
