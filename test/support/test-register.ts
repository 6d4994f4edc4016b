import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { connectRegister } from '../../platform/compose/register';
import type { PrismaClient } from '../../prisma/generated/client';
import { sharedParts } from './shared-parts';

export interface TestRegister {
  readonly prisma: PrismaClient;
  readonly databaseUrl: string;
  /** As the owner of the tables: may do what the application may not. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * A database of the suite's own: a copy of the one that the global setup migrated and put the sample officers in. It
 * goes with the cluster at the end of the run.
 */
export async function createTestRegister(): Promise<TestRegister> {
  const shared = sharedParts();
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  // Asked from another database: PostgreSQL does not copy one that somebody is connected to, and two suites that
  // start at once would wait for each other in it until both are refused.
  await asOwner(onDatabase(shared.ownerUrl, 'postgres'), `CREATE DATABASE ${name} TEMPLATE taslim`);
  const [ownerUrl, databaseUrl] = [shared.ownerUrl, shared.databaseUrl].map((url) =>
    onDatabase(url, name),
  ) as [string, string];
  const prisma = connectRegister(databaseUrl);
  return {
    prisma,
    databaseUrl,
    ownerUrl,
    async stop() {
      await prisma.$disconnect();
    },
  };
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
