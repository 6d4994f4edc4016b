import { calendarCodes } from '../../domain/calendar/calendar';
import { shippedDays, shippedYears } from '../../domain/calendar/shipped-days';
import type { PrismaClient } from '../../prisma/generated/client';

const timeout = 60_000;

/**
 * Puts the shipped days of every year that the register does not know yet into it. A year that is there is the
 * administrators': it stays as they keep it, whatever a later release ships.
 *
 * @returns the number of years that were put in
 */
export async function seedCalendars(prisma: PrismaClient): Promise<number> {
  const known = new Set(
    (await prisma.calendarYear.findMany()).map(({ calendar, year }) => `${calendar} ${year}`),
  );
  let seeded = 0;
  for (const calendar of calendarCodes) {
    for (let { from: year } = shippedYears; year <= shippedYears.to; year++) {
      if (!known.has(`${calendar} ${year}`)) seeded += await seedYear(prisma, calendar, year);
    }
  }
  return seeded;
}

/** Of two starts at once, the one whose row is first puts the days in. */
async function seedYear(
  prisma: PrismaClient,
  calendar: (typeof calendarCodes)[number],
  year: number,
): Promise<number> {
  return await prisma.$transaction(
    async (tx) => {
      const { count } = await tx.calendarYear.createMany({ data: { calendar, year }, skipDuplicates: true });
      const days = shippedDays(calendar, year);
      if (count === 1)
        await tx.calendarDay.createMany({ data: days.map((day) => ({ ...day, addedRevision: 0 })) });
      return count;
    },
    { timeout },
  );
}
