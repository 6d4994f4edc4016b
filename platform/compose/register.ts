import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../prisma/generated/client';

/** A Prisma client for the register. Connects at the first query. */
export function connectRegister(databaseUrl: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A register that stands still is one that does not answer.
    query_timeout: 10_000,
    // The adapter writes instants without an offset: the session must read them as UTC.
    options: '-c TimeZone=UTC',
  });
  return new PrismaClient({ adapter });
}
