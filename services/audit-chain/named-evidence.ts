import type { DocumentRef, NoteRef } from '../../domain/case/events';

/** A version of the content as an event names it. */
export interface ContentRef extends NoteRef {
  readonly version: number;
  readonly documents: readonly DocumentRef[];
}

/** What an event names of the register outside the event log, by id and hash. */
export interface NamedEvidence {
  readonly notes: readonly NoteRef[];
  readonly documents: readonly DocumentRef[];
  readonly contents: readonly ContentRef[];
}

/**
 * Finds what an event names, wherever in its body it stands, so that no type of event is forgotten: an id with
 * `sha256` is a document, an id with a hash and a version is a content, an id with a hash alone is a note.
 */
export function evidenceIn(body: unknown): NamedEvidence {
  const found = { notes: [] as NoteRef[], documents: [] as DocumentRef[], contents: [] as ContentRef[] };
  collect(body, found);
  return found;
}

interface Found {
  readonly notes: NoteRef[];
  readonly documents: DocumentRef[];
  readonly contents: ContentRef[];
}

function collect(value: unknown, found: Found): void {
  if (typeof value !== 'object' || value === null) return;
  const { id, hash, sha256, version, documents = [] } = value as Record<string, unknown>;
  if (typeof id === 'string' && typeof sha256 === 'string') found.documents.push({ id, sha256 });
  if (typeof id === 'string' && typeof hash === 'string') {
    if (typeof version !== 'number') found.notes.push({ id, hash });
    else found.contents.push({ id, hash, version, documents: documents as DocumentRef[] });
  }
  for (const inner of Object.values(value)) collect(inner, found);
}
