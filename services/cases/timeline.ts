import { z } from 'zod';
import type { ClockTerms, EventBody, NoteRef } from '../../domain/case/events';
import { secretVotes, spokenOnly } from '../ballots/secret-votes';
import type { ServiceContext } from '../context';
import { withoutHiddenLinks } from '../links/without-hidden-links';
import type { CurrentOfficer } from '../officers/current-officer';
import { getVisibleCase } from './find-case';
import { noteReader } from './notes-of-case';
import { readAs } from './read-as';
import { showEvent } from './timeline-event';

export const timelineSchema = z
  .array(
    z.object({
      seq: z.int(),
      type: z.string(),
      recordedAt: z.iso.datetime(),
      actor: z
        .string()
        .nullable()
        .describe(
          'Who did it, of the other side its agency; null for the clock keeper and a changed calendar',
        ),
      actingFor: z.string().nullable().describe('In whose absence he acted, of the own side'),
      partial: z
        .boolean()
        .describe(
          'What the other side keeps to itself is left out of `data`: `hash` covers more than is shown',
        ),
      data: z.record(z.string(), z.unknown()),
      note: z.unknown().describe('Reason or details, where the event has any'),
      hash: z.string(),
      prevHash: z.string(),
    }),
  )
  .meta({ id: 'Timeline' });

type Recomputed = Extract<EventBody, { type: 'clockRecomputed' }> & { readonly terms: ClockTerms };

/**
 * Everything that happened in a case, in order, with who did it and the reasons given. In a case between two sides of
 * the other side's what came of it: facts, outcomes, messages and the limits of both; numbers that are missing stand for
 * what it keeps to itself. Of a link to a case that the reader may not see there is nothing.
 *
 * @throws NotFoundError
 */
export async function getTimeline(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<z.infer<typeof timelineSchema>> {
  const reading = await readAs(context, officer, await getVisibleCase(context, officer, caseId));
  const { prisma } = context;
  const [log, notes] = await Promise.all([
    prisma.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } }),
    prisma.note.findMany({ where: { caseId } }),
  ]);
  const events = await withoutHiddenLinks(context, officer, log);
  const reasonOf = await reasonsOfChanges(context, caseId, events);
  const actorIds = events.flatMap((event) => [event.actorId, absentOf(event.data)].filter(isId));
  const actors = await prisma.officer.findMany({ where: { id: { in: actorIds } } });
  const nameOf = new Map(actors.map((actor) => [actor.id, actor.name]));
  const note = noteReader(notes);
  const secret = officer.roles.includes('auditor') ? new Set<number>() : secretVotes(events);
  return events.flatMap(({ seq, type, recordedAt, actorId, data, hash, prevHash }) => {
    const body = data as EventBody;
    const shown = showEvent(reading, seq, body);
    if (shown === null) return [];
    if (body.type === 'voteCast' && secret.has(seq)) {
      Object.assign(shown, { data: spokenOnly(body), partial: true, withNote: false });
    }
    const noteId = shown.withNote ? noteOf(body) : null;
    const { actingFor } = reading.log.author(seq);
    const name = (id: string | null) => id && reading.name(actingFor, nameOf.get(id) ?? '');
    return {
      seq,
      type,
      recordedAt: recordedAt.toISOString(),
      actor: name(actorId),
      actingFor: name(absentOf(shown.data)),
      partial: shown.partial,
      data: shown.data,
      note: noteId === null ? (reasonOf.get(seq) ?? null) : note(noteId),
      hash,
      prevHash,
    };
  });
}

/** In whose absence somebody decided, as far as the reader is shown it; null for what he did for himself. */
function absentOf(data: unknown): string | null {
  return (data as { readonly actingForId?: string | null }).actingForId ?? null;
}

function isId(id: string | null): id is string {
  return id !== null;
}

/** The reason, the details or the text of an event, whichever it has. */
function noteOf(body: EventBody): string | null {
  const { reason, details, note } = body as Partial<Record<'reason' | 'details' | 'note', NoteRef | null>>;
  return (reason ?? details ?? note)?.id ?? null;
}

/**
 * Why calendars were changed, by the number of the event, for the limits of the case that a change moved. Where one
 * more change was made before the first had reached the case, one event stands for both.
 */
async function reasonsOfChanges(
  { prisma }: ServiceContext,
  caseId: string,
  events: readonly { seq: number; type: string; data: unknown }[],
): Promise<Map<number, string>> {
  const recomputed = events.filter(({ type }) => type === 'clockRecomputed');
  if (recomputed.length === 0) return new Map();
  const deliveries = await prisma.calendarDelivery.findMany({
    where: { caseId },
    include: { change: true },
    orderBy: { revision: 'asc' },
  });
  return new Map(
    recomputed.map(({ seq, data }) => {
      const { calendarRevision, previous, terms } = data as Recomputed;
      const { calendarRevision: before = 0 } = previous;
      const { calendarRevision: after = calendarRevision } = terms;
      const reasons = deliveries.filter(
        ({ revision }) => revision === calendarRevision || (before < revision && revision <= after),
      );
      return [seq, reasons.map(({ change }) => change.reason).join('\n')];
    }),
  );
}
