import type { PrismaClient } from '../../prisma/generated/client';
import { writeEvents } from './write-events';
import type { RegisterActivities } from './write-request';

/** The register's activities on one database. */
export function registerActivities(prisma: PrismaClient): RegisterActivities {
  return { writeEvents: (request) => writeEvents(prisma, request) };
}
