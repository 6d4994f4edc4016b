import type { Note } from '../../prisma/generated/client';

/** The text or details that an id stands for; null for none. Who may read it is asked before. */
export type NoteOf = (id: string | null) => unknown;

export function noteReader(notes: readonly Note[]): NoteOf {
  const bodies = new Map(notes.map((note) => [note.id, note.body]));
  return (id) => (id === null ? null : (bodies.get(id) ?? null));
}
