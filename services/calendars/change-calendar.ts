import { calendarsFrom, currentCalendars } from '../../activities/register/calendars';
import type { CalendarCode } from '../../domain/calendar/calendar';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import type { CalendarChangeView, CalendarEditInput, CalendarEffect } from './calendar-schemas';
import { startDelivery } from './delivery';
import { editRows } from './edit-rows';
import { effectOfChange } from './effect-of-change';
import { getCalendarChange } from './get-changes';

/** What a change would do, without doing it. @throws InvalidInputError with every fault of the edit */
export async function previewChange(
  context: ServiceContext,
  calendar: CalendarCode,
  edit: CalendarEditInput,
): Promise<CalendarEffect> {
  const { prisma } = context;
  const { days, warnings } = await editRows(prisma, calendar, edit);
  const { calendars: present } = await currentCalendars(prisma, prisma);
  const edited = calendarsFrom(days, (code) => present(code, null).knownYears);
  const effect = await effectOfChange(context, calendar, datesOf(edit), (code, province) =>
    code === calendar ? edited(code, province) : present(code, province),
  );
  return { ...effect, warnings: [...warnings] };
}

/**
 * Changes a calendar in one transaction, and sends the change on its way to the open cases that it moves.
 *
 * @throws InvalidInputError with every fault of the edit; UnavailableError when the change is written and could not be
 * sent on its way: the same request under the same key does that
 */
export async function changeCalendar(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  calendar: CalendarCode,
  edit: CalendarEditInput,
): Promise<CalendarChangeView> {
  const request = { officerId: officer.id, key, route: `changeCalendar:${calendar}`, body: edit };
  return await answerOnce(context, request, async () => {
    const commandId = commandIdOf(request);
    const revision = await writeOnce(context, officer.id, commandId, calendar, edit);
    await startDelivery(context, { revision, commandId }, key);
    return await getCalendarChange(context, revision);
  });
}

async function writeOnce(
  { prisma }: ServiceContext,
  officerId: string,
  commandId: string,
  calendar: CalendarCode,
  edit: CalendarEditInput,
): Promise<number> {
  return await prisma.$transaction(async (tx) => {
    // One change at a time: their numbers are the order in which they took effect.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('taslim:calendars'))::text`;
    const written = await tx.calendarChange.findUnique({ where: { commandId } });
    if (written) return written.revision;
    const { removedIds, added } = await editRows(tx, calendar, edit);
    const { reason } = edit;
    const edits = edit.changes.map(({ action, date, occasion, province = null }) => ({
      action,
      date,
      occasion,
      province,
    }));
    const { revision } = await tx.calendarChange.create({
      data: { commandId, calendar, edits, reason, officerId, changedAt: new Date() },
    });
    await tx.calendarDay.updateMany({
      where: { id: { in: [...removedIds] } },
      data: { removedRevision: revision },
    });
    await tx.calendarDay.createMany({ data: added.map((day) => ({ ...day, addedRevision: revision })) });
    return revision;
  });
}

function datesOf({ changes }: CalendarEditInput): string[] {
  return changes.map(({ date }) => date);
}
