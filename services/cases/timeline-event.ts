import type { EventBody } from '../../domain/case/events';
import { outcomeOfEvent } from '../../domain/permissions/event-outcome';
import type { CaseReading } from './read-as';

/** What a reader is shown of an event. */
export interface ShownEvent {
  readonly data: Record<string, unknown>;
  /** Something of it is the other side's and left out. */
  readonly partial: boolean;
  /** The text that was written with it may be read. */
  readonly withNote: boolean;
}

/** An event as the reader of its case sees it; null for one that is no concern of his side. */
export function showEvent(
  { eyes, log, isSealed, isSealedHour }: CaseReading,
  seq: number,
  body: EventBody,
): ShownEvent | null {
  const { agencyCode, internal } = log.author(seq);
  if (eyes(agencyCode) === 'own') return withoutHour(isSealedHour, body, { partial: false, withNote: true });
  const outcome = internal ? null : outcomeOfEvent(body);
  if (outcome === null) return null;
  if (body.type === 'factRecorded' && isSealed(body.key)) {
    const { type, key, step } = body;
    return { data: { type, key, step }, partial: true, withNote: false };
  }
  // What was sent was sent to be read.
  const withNote = body.type === 'messageSent' && eyes(body.to) === 'own';
  const partial = !wholeToBoth.includes(body.type);
  return withoutHour(isSealedHour, { ...outcome, type: body.type }, { partial, withNote });
}

/** Events of which nothing is left out. */
const wholeToBoth: readonly EventBody['type'][] = [
  'statusChanged',
  'caseClosed',
  'custodyBegan',
  'custodyEnded',
  'clockStarted',
  'clockRecomputed',
  'clockWarned',
  'clockMet',
  'clockExpired',
  'clockStopped',
];

/** A limit that a signature keeps would tell the hour under which the other side has signed. */
function withoutHour(
  isSealedHour: CaseReading['isSealedHour'],
  body: Readonly<Record<string, unknown>> & { readonly type: string },
  shown: Omit<ShownEvent, 'data'>,
): ShownEvent {
  const { at, ...data } = body;
  if (body.type !== 'clockMet' || typeof at !== 'string' || !isSealedHour(at)) {
    return { ...shown, data: { ...body } };
  }
  return { ...shown, data, partial: true };
}
