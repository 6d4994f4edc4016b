import type { PrismaClient } from '../../prisma/generated/client';

/** A Prisma client inside one transaction. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;
