import type { ImportCase } from '../../domain/case/commands';
import type { NoteRef } from '../../domain/case/events';
import type { PastItem } from '../../domain/case/past';
import type { Prisma } from '../../prisma/generated/client';
import { partiesOf } from '../cases/case-parties';
import { summariseContent } from '../cases/stage-content';
import { noteRefOf } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { refuseUnseenLink } from '../links/linked-case';
import type { CurrentOfficer } from '../officers/current-officer';
import { procedureOf } from '../procedures';
import { noteKey, rowId } from './import-ids';
import type { ImportItem, ImportRow } from './import-row';
import { type DocumentFinder, rowDocuments } from './row-documents';

/** A text of a row, kept in the register before the command that names it is sent. */
export interface RowNote {
  readonly key: string;
  readonly body: Prisma.InputJsonValue;
}

/** A command without what is found out by rehearsing it. */
export type UnrehearsedImport = Omit<ImportCase, 'expected' | 'commandId'>;

export interface RowCommand {
  readonly command: UnrehearsedImport;
  readonly notes: readonly RowNote[];
}

/**
 * The command that a row becomes, and the texts that it names. Nothing is stored.
 *
 * @throws InvalidInputError when a document, or a case that it names, may not be used here
 */
export async function rowCommand(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  row: ImportRow,
): Promise<RowCommand> {
  const { source, reference, procedure, request } = row;
  await refuseUnseenLink(context, officer, procedure, request);
  const base = rowId(caseId, officer, row);
  const find = await rowDocuments(context, officer, caseId, row);
  const staging = { caseId, commandId: base, officerId: officer.id, procedure, version: 1, request };
  const content = await summariseContent(context, staging);
  const parties = await partiesOf(context, officer, procedure, request);
  const notes: RowNote[] = [];
  const note = (part: string, body: Prisma.InputJsonValue): NoteRef => {
    const key = noteKey(base, part);
    notes.push({ key, body });
    return noteRefOf(key, body);
  };
  const command: UnrehearsedImport = {
    type: 'importCase',
    officerId: officer.id,
    agencyCode: officer.agencyCode,
    ...(parties === undefined ? {} : { parties }),
    content,
    source,
    reference: note('reference', { source, reference }),
    past: row.past.map((item, index) =>
      pastItemOf(procedure, item, find, (body) => note(`past/${index}`, body)),
    ),
  };
  return { command, notes };
}

function pastItemOf(
  procedure: string,
  item: ImportItem,
  find: DocumentFinder,
  note: (body: Prisma.InputJsonValue) => NoteRef,
): PastItem {
  const noteIfAny = (body: Prisma.InputJsonValue | undefined) => (body === undefined ? null : note(body));
  switch (item.kind) {
    case 'fact': {
      const { step, conditions: codes, details, proof, ...said } = item.fact;
      const { occurredAt, zone, outcome, limitDate } = said;
      const signs = procedureOf(procedure).signedWith?.(item.fact);
      const signature = signs === undefined ? {} : { signs };
      const fact = { occurredAt, zone, outcome, codes, limitDate, ...signature };
      return {
        kind: 'fact',
        step,
        fact,
        details: noteIfAny(details as Prisma.InputJsonValue | undefined),
        proof: proof.map(find),
      };
    }
    case 'sign-off': {
      const { kind, step, outcome, decidedAt, proof } = item;
      return { kind, step, outcome, decidedAt, note: note(item.note), proof: proof.map(find) };
    }
    case 'request': {
      const { question, proof, ...asked } = item.request;
      return { kind: 'request', ...asked, details: noteIfAny(question), proof: proof.map(find) };
    }
    case 'answer': {
      const { items, occurredAt } = item.answer;
      const sent = items.map((entry) => ({ item: entry.item, document: find(entry.documentId) }));
      return { kind: 'answer', step: item.step, items: sent, occurredAt };
    }
  }
}
