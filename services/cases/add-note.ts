import { z } from 'zod';
import { id, prose } from '../../domain/input';
import { runPersonCommand } from '../commands/person-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { documentRefs } from '../documents/document-refs';
import type { CurrentOfficer } from '../officers/current-officer';
import { sideOfOfficer } from './case-parties';
import type { CaseSummary } from './case-summary';

export const noteSchema = z
  .strictObject({ text: prose, documents: z.array(id).max(50).default([]) })
  .meta({ id: 'NoteInput' });

/**
 * Adds a note for the officer's own side. It is never changed or taken back.
 *
 * @throws NotFoundError, RefusedError (wrong-role, document-unknown, case-closed), UnavailableError
 */
export async function addNote(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  caseId: string,
  input: z.output<typeof noteSchema>,
): Promise<CaseSummary> {
  const request = { caseId, key, route: 'addNote', body: input };
  return await runPersonCommand(context, officer, request, async (commandId) => ({
    type: 'addNote',
    agencyCode: await sideOfOfficer(context, officer, caseId),
    note: await requireNote(context, caseId, officer.id, commandId, input.text),
    documents: await documentRefs(context, officer, input.documents),
  }));
}
