import type { RegisterReader } from '../../activities/register/calendars';
import type { Calendars } from '../../domain/calendar/calendar';
import { calendarOfLabel } from '../../domain/calendar/calendar-label';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { ComputedClock } from '../../domain/law/clock/clock-terms';
import { computeClock } from '../../domain/law/clock/compute-clock';
import { expectedDaysOf } from '../../domain/law/clock/reasoning';
import { type Within, withinSet } from '../../domain/law/clock/within';
import type { Clock, Prisma } from '../../prisma/generated/client';

/** A running limit, and what it becomes by a changed calendar. */
export interface AffectedClock {
  readonly clock: Clock;
  readonly computed: ComputedClock;
}

/** Days beyond its end that can matter to a limit: the last day may roll over a long feast. */
const reachDays = 15;
const dayMs = 86_400_000;
const pageSize = 2_000;

/**
 * The limits of open cases that come out otherwise with `calendars`, where they were computed with `calendar` and the
 * changed `dates` (ISO) touch them. Read page by page, so that a register of any size needs the same memory.
 *
 * @param beforeRevision only limits computed before this change; all without one
 */
export async function* affectedClocks(
  tx: RegisterReader,
  {
    calendar,
    dates,
    beforeRevision,
  }: { readonly calendar: string; readonly dates: readonly string[]; readonly beforeRevision?: number },
  calendars: Calendars,
): AsyncGenerator<AffectedClock> {
  const where = touchedBy(calendar, dates, beforeRevision);
  for (let last: Clock | undefined; ; ) {
    const clocks: Clock[] = await tx.clock.findMany({
      where: { AND: [where, after(last)] },
      orderBy: [{ caseId: 'asc' }, { key: 'asc' }],
      take: pageSize,
    });
    for (const clock of clocks) {
      const computed = computedAnew(clock, calendars);
      if (isOf(calendar, computed.calendar) && isMoved(clock, computed)) yield { clock, computed };
    }
    last = clocks.at(-1);
    if (!last || clocks.length < pageSize) return;
  }
}

/** By value and not by a cursor: the last limit of a page may be settled before the next page is read. */
function after(last: Clock | undefined): Prisma.ClockWhereInput {
  if (!last) return {};
  const { caseId, key } = last;
  return { OR: [{ caseId: { gt: caseId } }, { caseId, key: { gt: key } }] };
}

/** Such a limit names no calendar. One that asks none says at least how it was counted. */
const fromBeforeTheLawWasData: Prisma.ClockWhereInput = { calendar: null, reasoning: { equals: [] } };

function touchedBy(
  calendar: string,
  dates: readonly string[],
  beforeRevision: number | undefined,
): Prisma.ClockWhereInput {
  const sorted = [...dates].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  return {
    settledAt: null,
    case: { closedAt: null },
    OR: [{ calendar }, { calendar: { startsWith: `${calendar}:` } }, fromBeforeTheLawWasData],
    dueAt: { gte: new Date(Date.parse(first) - reachDays * dayMs) },
    trigger: { lte: new Date(Date.parse(last) + reachDays * dayMs) },
    ...(beforeRevision === undefined ? {} : { calendarRevision: { lt: beforeRevision } }),
  };
}

function computedAnew(clock: Clock, calendars: Calendars): ComputedClock {
  const { rule, ruleVersion, trigger, zone, limitDate } = clock;
  const within = (clock.within ?? undefined) as Within | undefined;
  const input = {
    rule: withinSet(catalogue().rule(rule, ruleVersion), within),
    trigger: trigger.toISOString(),
    zone,
    ...(limitDate === null ? {} : { limitDate }),
    ...(clock.calendar === null ? {} : { calendar: calendarOfLabel(clock.calendar) }),
  };
  return computeClock(input, calendars, { onUnknownYear: 'weekends-only' });
}

function isOf(calendar: string, label: string | null): boolean {
  return label !== null && calendarOfLabel(label).code === calendar;
}

function isMoved(clock: Clock, computed: ComputedClock): boolean {
  const warnings = clock.warnings as { code: string; at: string }[];
  const marks = expectedDaysOf(clock.reasoning as unknown as ComputedClock['reasoning']);
  const told = (list: readonly { code: string; at: string }[]) =>
    JSON.stringify(list.map(({ code, at }) => [code, at]));
  return (
    clock.dueAt.toISOString() !== computed.dueAt ||
    told(warnings) !== told(computed.warnings) ||
    JSON.stringify(marks) !== JSON.stringify(expectedDaysOf(computed.reasoning))
  );
}
