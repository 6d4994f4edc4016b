import { Temporal } from 'temporal-polyfill';
import type { CaseEvent } from '../../domain/case/events';
import { eventOfRow } from '../../domain/case/stored-event';
import type { PrismaClient } from '../../prisma/generated/client';
import type { CaseView } from '../../services/cases/get-case';
import { describeEvent, type Names } from './describe-event';
import type { CalendarEntry } from './entry';
import { mailEntries } from './mail-entries';

/** An entry with the days and times of day at which it happened in each place that is shown. */
export interface DatedEntry extends CalendarEntry {
  readonly local: readonly { zone: string; weekday: string; date: string; time: string }[];
}

export interface Calendar {
  readonly procedure: string;
  readonly branch: string;
  readonly reference: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly entries: readonly DatedEntry[];
}

/**
 * Everything that the register holds of a simulated case, in order: its events, and the mails that they caused.
 * @param zones IANA zones of the places whose days and times are shown, that of the days first
 */
export async function calendarOf(
  prisma: PrismaClient,
  branch: string,
  item: CaseView,
  zones: readonly string[],
): Promise<Calendar> {
  const rows = await prisma.caseEvent.findMany({ where: { caseId: item.id }, orderBy: { seq: 'asc' } });
  const events = rows.map(eventOfRow);
  const names = await namesOf(prisma, events);
  const happened: CalendarEntry[] = events.map((event) => ({
    at: event.recordedAt,
    ...describeEvent(event, names),
    data: event.body,
  }));
  const entries = [...happened, ...(await mailEntries(prisma, item.id))];
  // Stable: what one command wrote stays in its order, and its mails follow it.
  entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const { procedure, reference, status, outcome } = item;
  const datedEntries = entries.map((entry) => dated(entry, zones));
  return { procedure, branch, reference, status, outcome, entries: datedEntries };
}

async function namesOf(prisma: PrismaClient, events: readonly CaseEvent[]): Promise<Names> {
  const officers = await prisma.officer.findMany();
  const officerOf = new Map(
    officers.map(({ id, subject, roles }) => [id, `${subject} (${roles.join(', ')})`]),
  );
  const clocks = new Map(
    events.flatMap(({ body }) => (body.type === 'clockStarted' ? [[body.key, body] as const] : [])),
  );
  return {
    officer: (id) => (id === null ? 'the clock' : (officerOf.get(id) ?? id)),
    clock: (key) => clocks.get(key),
    when(instant, zone) {
      const { weekday, date, time } = localTime(instant, zone);
      return `${weekday} ${date} ${time} ${zone}`;
    },
  };
}

function dated(entry: CalendarEntry, zones: readonly string[]): DatedEntry {
  return { ...entry, local: zones.map((zone) => localTime(entry.at, zone)) };
}

function localTime(instant: string, zone: string) {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const weekday = at.toLocaleString('en-GB', { weekday: 'short' });
  return { zone, weekday, date: at.toPlainDate().toString(), time: at.toPlainTime().toString().slice(0, 5) };
}
