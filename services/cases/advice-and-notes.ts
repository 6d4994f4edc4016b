import { z } from 'zod';
import type { CaseEvent, EventBody } from '../../domain/case/events';
import { eventOfRow } from '../../domain/case/stored-event';
import type { Decision, Officer } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { NoteOf } from './notes-of-case';
import type { CaseReading } from './read-as';

const instant = z.iso.datetime();

export const noteView = z.object({
  seq: z.int().describe('Number of its event'),
  officer: z.string(),
  addedAt: instant,
  text: z.unknown(),
  documents: z.array(z.string()),
});

export const adviceView = z.object({
  stepKey: z.string(),
  role: z.string().describe('The role that was asked'),
  askedBy: z.string(),
  askedAt: instant,
  question: z.unknown(),
  answer: z.unknown().describe('Null while it has not been given'),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
});

type Body<T extends EventBody['type']> = Extract<EventBody, { type: T }>;
type Signed = Decision & { readonly officer: Officer };

/** Who wrote an event, and when. */
interface Written {
  readonly officer: string;
  readonly at: string;
}

interface AdviceAndNotes {
  readonly notes: z.infer<typeof noteView>[];
  readonly advice: z.infer<typeof adviceView>[];
}

/** What the reader's own side wrote down for itself, and what it asked its own people; of the other side nothing. */
export async function adviceAndNotes(
  { prisma }: ServiceContext,
  { eyes, log }: CaseReading,
  { id: caseId, decisions }: { readonly id: string; readonly decisions: readonly Signed[] },
  text: NoteOf,
): Promise<AdviceAndNotes> {
  const rows = await prisma.caseEvent.findMany({
    where: { caseId, type: { in: ['noteAdded', 'adviceAsked'] } },
    orderBy: { seq: 'asc' },
  });
  const events = rows.map(eventOfRow).filter(({ seq }) => eyes(log.author(seq).agencyCode) === 'own');
  const ids = events.flatMap(({ actorId }) => actorId ?? []);
  const officers = await prisma.officer.findMany({ where: { id: { in: ids } } });
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  const written = ({ actorId, recordedAt: at }: CaseEvent) => ({
    officer: names.get(actorId ?? '') ?? '',
    at,
  });
  return {
    notes: events.flatMap((event) => {
      const { seq, body } = event;
      return body.type === 'noteAdded' ? { seq, ...noteOf(body, written(event), text) } : [];
    }),
    advice: events.flatMap((event) => {
      const { body } = event;
      return body.type === 'adviceAsked' ? adviceOf(body, written(event), decisions, text) : [];
    }),
  };
}

function noteOf({ note, documents }: Body<'noteAdded'>, { officer, at }: Written, text: NoteOf) {
  return { officer, addedAt: at, text: text(note.id), documents: documents.map(({ id }) => id) };
}

function adviceOf(
  { key: stepKey, role, note }: Body<'adviceAsked'>,
  { officer: askedBy, at: askedAt }: Written,
  decisions: readonly Signed[],
  text: NoteOf,
) {
  const given = decisions.find((decision) => decision.stepKey === stepKey);
  return {
    stepKey,
    role,
    askedBy,
    askedAt,
    question: text(note.id),
    answer: text(given?.reasonId ?? null),
    answeredBy: given?.officer.name ?? null,
    answeredAt: given?.decidedAt.toISOString() ?? null,
  };
}
