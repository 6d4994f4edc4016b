import { v5 as uuidv5 } from 'uuid';
import type { ImportCase } from '../../domain/case/commands';
import { hashOf } from '../../domain/hash';
import type { CurrentOfficer } from '../officers/current-officer';
import type { ImportRow } from './import-row';

const namespace = 'b1b6f3f4-4a55-4d7e-8c2f-0d9b6a1e7c33';

/** Id of the case of a row: whoever of the agency imports the same reference of the same source meets the same case. */
export function importedCaseId(agencyCode: string, { source, reference }: ImportRow): string {
  return uuidv5(`case:${hashOf([agencyCode, source, reference])}`, namespace);
}

/** What content and notes of a row are named by: the same for the same row of the same officer. */
export function rowId(caseId: string, { id: officerId }: CurrentOfficer, row: ImportRow): string {
  return uuidv5(`row:${hashOf([caseId, officerId, row])}`, namespace);
}

/** Id of the command: a row that was put right, or whose dates have changed, is another command. */
export function importCommandId(caseId: string, command: Omit<ImportCase, 'commandId'>): string {
  return uuidv5(`command:${hashOf([caseId, command])}`, namespace);
}

/** Id under which the note of an item is kept; `part` is the item's place, or 'reference'. */
export function noteKey(row: string, part: string): string {
  return uuidv5(part, row);
}
