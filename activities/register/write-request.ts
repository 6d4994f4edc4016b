import type { CaseEvent, EventBody } from '../../domain/case/events';
import type { SeatClaim } from '../../domain/case/parties';
import type { Role } from '../../domain/permissions/roles';

/** What a workflow asks the write step to commit: one command's events, guarded by the expected sequence number. */
export interface WriteRequest {
  readonly caseId: string;
  /** Sequence number of the last event that the workflow has applied; 0 before the case is open. */
  readonly expectedSeq: number;
  readonly commandId: string;
  /** Null for the clock keeper. */
  readonly actorId: string | null;
  readonly actingForId: string | null;
  /** Role that the register must find with the actor; null for the clock keeper. */
  readonly role: Role | null;
  /** Roles that will do as well. */
  readonly orRoles?: readonly Role[];
  /** The agency in which he must hold it; null for the one that owns the case. Older workers do not say. */
  readonly agencyCode?: string | null;
  /** The seat of the committee that he must hold, where it is a seat's to do. */
  readonly seat?: SeatClaim;
  /** The workflow's time of the command, ISO 8601 in UTC: the events' recordedAt. */
  readonly at: string;
  readonly events: readonly EventBody[];
}

/**
 * `written`: these events are the command's own, now or from an earlier try. `behind`: another command was first;
 * apply these events and decide again.
 */
export interface WriteResult {
  readonly outcome: 'written' | 'behind';
  readonly events: readonly CaseEvent[];
}

/** The activities of the register, as workflows see them. */
export interface RegisterActivities {
  writeEvents(request: WriteRequest): Promise<WriteResult>;
}
