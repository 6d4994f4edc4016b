import type { StoredEvent } from '../../domain/case/stored-event';
import { hashOf } from '../../domain/hash';
import type { PrismaClient } from '../../prisma/generated/client';
import type { DocumentStore } from '../documents/store';
import type { ChainBreak, ChainFault } from './chain-break';
import { fileFault } from './file-fault';
import { evidenceIn, type NamedEvidence } from './named-evidence';

type Reader = Pick<PrismaClient, 'note' | 'document' | 'caseContent'>;

/** What an event names, beside what the register keeps of it; `computed` is the hash of what is kept. */
interface Named {
  readonly kind: 'note' | 'content' | 'document';
  readonly id: string;
  readonly hash: string;
  readonly kept:
    | { readonly caseId: string | null; readonly hash: string; readonly computed: string }
    | undefined;
}

/**
 * Compares the notes, documents and contents that events name with what the register holds of them; with `files` the
 * bytes of the documents too.
 */
export async function checkEvidence(
  register: Reader,
  files: DocumentStore | null,
  caseId: string,
  rows: readonly StoredEvent[],
): Promise<ChainBreak[]> {
  const events = rows.map((row) => ({ seq: row.seq, evidence: evidenceIn(row.data) }));
  const find = await keptEvidence(
    register,
    events.map((event) => event.evidence),
  );
  const breaks: ChainBreak[] = [];
  for (const { seq, evidence } of events) {
    const report = (fault: ChainFault, detail: string | null) => {
      if (detail !== null) breaks.push({ caseId, seq, fault, detail });
    };
    for (const named of find(evidence)) report(named.kind, faultOf(caseId, named));
    for (const { sha256 } of files ? evidence.documents : []) {
      report('file', files && (await fileFault(files, sha256)));
    }
  }
  return breaks;
}

/** Reads at once what several events name; the function given back finds what one of them does. */
async function keptEvidence(
  register: Reader,
  evidence: readonly NamedEvidence[],
): Promise<(named: NamedEvidence) => Named[]> {
  const where = (kind: keyof NamedEvidence) => ({
    id: { in: evidence.flatMap((named) => named[kind].map((ref) => ref.id)) },
  });
  const notes = byId(await register.note.findMany({ where: where('notes') }));
  const contents = byId(await register.caseContent.findMany({ where: where('contents') }));
  const documents = byId(await register.document.findMany({ where: where('documents') }));
  return (named) => [
    ...named.notes.map((ref) => {
      const row = notes.get(ref.id);
      return { kind: 'note' as const, ...ref, kept: row && { ...row, computed: hashOf(row.body) } };
    }),
    ...named.contents.map(({ id, hash, documents: signed }) => {
      const row = contents.get(id);
      const computed = row && hashOf({ request: row.body, documents: signed });
      return { kind: 'content' as const, id, hash, kept: row && { ...row, computed: computed ?? '' } };
    }),
    ...named.documents.map(({ id, sha256 }) => {
      const row = documents.get(id);
      const kept = row && { caseId: row.caseId, hash: row.sha256, computed: row.sha256 };
      return { kind: 'document' as const, id, hash: sha256, kept };
    }),
  ];
}

function faultOf(caseId: string, { id, hash, kept }: Named): string | null {
  if (!kept) return `${id} is missing`;
  if (kept.caseId !== caseId) return `${id} is kept with another case`;
  if (kept.hash !== hash) return `${id} is kept with hash ${kept.hash}, not ${hash}`;
  return kept.computed === hash ? null : `${id} was changed: it gives ${kept.computed}`;
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
