import type { ImportCase } from '../../domain/case/commands';
import { createDraft } from '../cases/create-draft';
import { stageContent } from '../cases/stage-content';
import { sendOpening } from '../commands/send-command';
import { requireNote } from '../commands/store-note';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { eachRow } from './each-row';
import { importCommandId } from './import-ids';
import type { ImportRow } from './import-row';
import { positionOf } from './position';
import type { PreparedRow } from './prepare-row';
import { type IncomingRow, outcomeOf, type RowOutcome } from './row-outcome';

/**
 * Imports each row as a case of its own, once for its source and reference: repeating it imports what is not there
 * yet. What a row lacks is told with it and stops nobody else.
 *
 * @throws UnavailableError when nobody took a case in time; repeating the import is safe
 */
export async function runImport(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  rows: readonly IncomingRow<ImportRow>[],
): Promise<RowOutcome[]> {
  return await eachRow(context, officer, rows, (ready, row) =>
    importRow(context, officer, { key, row, ready }),
  );
}

interface ReadyRow {
  readonly key: string;
  readonly row: ImportRow;
  readonly ready: Extract<PreparedRow, { kind: 'ready' }>;
}

async function importRow(
  context: ServiceContext,
  officer: CurrentOfficer,
  { key, row, ready }: ReadyRow,
): Promise<RowOutcome> {
  const { caseId, notes, rehearsal } = ready;
  const { parties } = ready.command;
  await createDraft(context, officer, caseId, { ...row, parties });
  await stageContent(context, { caseId, procedure: row.procedure }, ready.command.content, row.request);
  for (const note of notes) await requireNote(context, caseId, officer.id, note.key, note.body);
  const unnamed = { ...ready.command, expected: rehearsal.expected };
  const command: ImportCase = { ...unnamed, commandId: importCommandId(caseId, unnamed) };
  try {
    await sendOpening(context, caseId, key, row.procedure, command);
  } catch (error) {
    return outcomeOf(row, ...(await refusedBy(context, caseId, error)));
  }
  const caseReference = await referenceOf(context, caseId);
  return outcomeOf(row, 'imported', { caseId, caseReference, position: positionOf(rehearsal.state) });
}

/** The same import at the same time elsewhere was first, or the register refuses. Anything else stops the import. */
async function refusedBy(
  context: ServiceContext,
  caseId: string,
  error: unknown,
): Promise<['imported-before' | 'refused', Partial<RowOutcome>]> {
  if (!(error instanceof RefusedError)) throw error;
  const { refusal } = error;
  if (refusal.code !== 'already-open') return ['refused', { refusal }];
  return ['imported-before', { caseId, caseReference: await referenceOf(context, caseId) }];
}

async function referenceOf({ prisma }: ServiceContext, id: string): Promise<string> {
  const { reference } = await prisma.case.findUniqueOrThrow({ where: { id }, select: { reference: true } });
  return reference;
}
