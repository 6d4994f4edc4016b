import { currentCalendars } from '../../activities/register/calendars';
import { currentCommittee } from '../../activities/register/committee';
import type { CalendarCode } from '../../domain/calendar/calendar';
import type { Completion } from '../../domain/case/complete';
import type { Parties } from '../../domain/case/parties';
import { Refusal } from '../../domain/case/refusal';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { type InputFault, InvalidInputError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { type RowCommand, rowCommand } from './import-command';
import { importedCaseId } from './import-ids';
import type { ImportRow } from './import-row';
import { type Rehearsal, rehearse } from './rehearse';

/** What is known of a row before anything is written. */
export type PreparedRow =
  | { readonly kind: 'imported-before'; readonly item: Case }
  | { readonly kind: 'faulty'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'refused'; readonly refusal: Pick<Refusal, 'code' | 'params'> }
  | ({ readonly kind: 'ready'; readonly caseId: string; readonly rehearsal: Rehearsal } & RowCommand);

/** Finds out what would come of a row, by the code that would write it. Nothing is stored. */
export async function prepareRow(
  context: ServiceContext,
  officer: CurrentOfficer,
  row: ImportRow,
): Promise<PreparedRow> {
  const caseId = importedCaseId(officer.agencyCode, row);
  const item = await context.prisma.case.findUnique({ where: { id: caseId } });
  if (item && item.seq > 0) return { kind: 'imported-before', item };
  // A draft keeps who began it, and what it was begun with: only he can bring it to its end.
  if (item && (item.createdById !== officer.id || item.procedure !== row.procedure)) {
    return { kind: 'faulty', faults: [{ pointer: '/reference', code: 'import-begun' }] };
  }
  try {
    const { command, notes } = await rowCommand(context, officer, caseId, row);
    const completion = await completionNow(context, officer, command.parties);
    const rehearsal = rehearse({ caseId, procedure: row.procedure, command }, completion);
    return { kind: 'ready', caseId, command, notes, rehearsal };
  } catch (error) {
    if (error instanceof InvalidInputError) return { kind: 'faulty', faults: error.faults };
    if (error instanceof Refusal) return { kind: 'refused', refusal: error };
    throw error;
  }
}

/** What the write step would know now of a case of the officer's agency. */
async function completionNow(
  { prisma }: ServiceContext,
  { agencyCode: code }: CurrentOfficer,
  parties: Parties | undefined,
): Promise<Completion> {
  const { revision: calendarRevision, calendars } = await currentCalendars(prisma, prisma);
  const calendarOf = async (agencyCode: string) => {
    const found = await prisma.agency.findUniqueOrThrow({ where: { code: agencyCode } });
    return { code: found.calendar as CalendarCode, province: found.province };
  };
  return {
    at: new Date().toISOString(),
    catalogue: catalogue(),
    calendars,
    calendarRevision,
    committee: await currentCommittee(prisma),
    agency: await calendarOf(code),
    counterpart: parties ? await calendarOf(parties.requested.agencyCode) : null,
  };
}
