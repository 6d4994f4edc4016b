import type { CalendarCode } from '../../domain/calendar/calendar';
import type { CalendarChange, Officer, PrismaClient } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CalendarChangeView } from './calendar-schemas';

const withOfficer = { officer: true } as const;

/** A change with how far it has come. @throws NotFoundError */
export async function getCalendarChange(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  revision: number,
): Promise<CalendarChangeView> {
  const change = await prisma.calendarChange.findUnique({ where: { revision }, include: withOfficer });
  if (!change) throw new NotFoundError('calendar change');
  return await viewOf(prisma, change);
}

/** The changes of a calendar, newest first. */
export async function listCalendarChanges(
  { prisma }: Pick<ServiceContext, 'prisma'>,
  calendar: CalendarCode,
  limit: number,
): Promise<CalendarChangeView[]> {
  const changes = await prisma.calendarChange.findMany({
    where: { calendar },
    orderBy: { revision: 'desc' },
    take: limit,
    include: withOfficer,
  });
  return await Promise.all(changes.map((change) => viewOf(prisma, change)));
}

async function viewOf(
  prisma: PrismaClient,
  change: CalendarChange & { officer: Officer },
): Promise<CalendarChangeView> {
  const { revision, calendar, changedAt, reason, edits, officer } = change;
  const counted = await prisma.calendarDelivery.groupBy({
    by: ['status'],
    where: { revision },
    _count: true,
  });
  const delivery = { waiting: 0, delivered: 0, closed: 0, missing: 0 };
  for (const { status, _count } of counted) delivery[status] = _count;
  return {
    revision,
    calendar,
    changedAt: changedAt.toISOString(),
    changedBy: officer.name,
    reason,
    edits: edits as CalendarChangeView['edits'],
    delivery,
  };
}
