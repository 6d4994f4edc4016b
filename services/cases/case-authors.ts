import type { CaseEvent } from '../../domain/case/events';
import { eventOfRow } from '../../domain/case/stored-event';
import { authorsOf, type EventAuthor } from '../../domain/permissions/event-authors';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';

/** The events of a case between two sides, and whose each is. */
export interface AuthoredLog {
  readonly events: readonly CaseEvent[];
  author(seq: number): EventAuthor;
  /** The agency whose step it is; null for the owner's. */
  stepOf(stepKey: string): string | null;
  /** The agency for which it was closed last; null for the owner's. */
  closedFor(stepKey: string): string | null;
}

const owners: EventAuthor = { agencyCode: null, actingFor: null, internal: false };
const nobodyElses: AuthoredLog = {
  events: [],
  author: () => owners,
  stepOf: () => null,
  closedFor: () => null,
};

/** Reads whose the events of a case are. One that an agency has alone is its owner's throughout, and not read. */
export async function authoredLog(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  { id, counterpartCode }: Pick<Case, 'id' | 'counterpartCode'>,
): Promise<AuthoredLog> {
  if (counterpartCode === null) return nobodyElses;
  const rows = await prisma.caseEvent.findMany({ where: { caseId: id }, orderBy: { seq: 'asc' } });
  const events = rows.map(eventOfRow);
  const authors = authorsOf(events);
  const steps = events.flatMap(({ body }) =>
    body.type === 'stepOpened' ? [[body.key, body.agencyCode ?? null] as const] : [],
  );
  const agencies = new Map(steps);
  const closed = events.flatMap(({ seq, body }) =>
    body.type === 'stepClosed' ? [[body.key, authors.get(seq)?.actingFor ?? null] as const] : [],
  );
  const closers = new Map(closed);
  return {
    events,
    author: (seq) => authors.get(seq) ?? owners,
    stepOf: (stepKey) => agencies.get(stepKey) ?? null,
    closedFor: (stepKey) => closers.get(stepKey) ?? null,
  };
}
