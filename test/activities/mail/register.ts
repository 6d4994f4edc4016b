import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import { readGrants, readMigrations } from '../../../platform/database/migrations';
import { startPostgres } from '../../../platform/embedded/postgres';
import { freePort } from '../../../platform/ports';
import { type Mail, PrismaClient } from '../../../prisma/generated/client';

export interface TestRegister {
  readonly prisma: PrismaClient;
  /** As the owner of the tables, who may take them away for a moment. */
  readonly owner: PrismaClient;
  /** Ends PostgreSQL; its clients stay. */
  takeAway(): Promise<void>;
  /** Starts PostgreSQL again where it was. */
  bringBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A real PostgreSQL with the product's schema and rights, gone afterwards. */
export async function startRegister(): Promise<TestRegister> {
  const dataDir = mkdtempSync(join(tmpdir(), 'taslim-mail-'));
  const start = (port: number) => startPostgres({ dataDir, port, report: () => {} });
  let postgres = await start(await freePort());
  const { port } = postgres;
  const bringBack = async () => {
    postgres = await start(port);
    if (postgres.port !== port) throw new Error(`port ${port} was taken meanwhile`);
  };
  const connect = (url: string) => new PrismaClient({ adapter: new PrismaPg(url) });
  const [prisma, owner] = [connect(postgres.databaseUrl), connect(postgres.ownerUrl)];
  const stop = async () => {
    await Promise.all([prisma.$disconnect(), owner.$disconnect()]);
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await createSchema(postgres.ownerUrl, new URL(postgres.databaseUrl).username);
    await prisma.agency.create({
      data: { code: 'FED', name: 'Sample agency', side: 'FED', zone: 'Asia/Baghdad', calendar: 'IQ' },
    });
    return { prisma, owner, takeAway: () => postgres.stop(), bringBack, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// The statements themselves: Prisma's engine is an ES module, which jest does not load.
async function createSchema(ownerUrl: string, appRole: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const { migrationFile } of readMigrations().migrationDirectories) {
      if (migrationFile.content.tag === 'ok') await client.query(migrationFile.content.value);
    }
    await client.query((readGrants() ?? '').replaceAll(':app_role', appRole));
  } finally {
    await client.end();
  }
}

/** An officer with a case, and so many mails that wait since `at`. */
export async function writeMails(
  prisma: PrismaClient,
  wanted: {
    count: number;
    at: Date;
    email?: string;
    language?: 'en' | 'ar' | 'ckb';
    params?: object;
    disabledAt?: Date;
  },
): Promise<Mail[]> {
  const officerId = await createOfficer(prisma, wanted);
  const caseId = await createCase(prisma, officerId, wanted.at);
  const params = wanted.params ?? { reference: 'TAS-2026-000001', step: 'legal-review' };
  return await prisma.mail.createManyAndReturn({
    data: Array.from({ length: wanted.count }, () => ({
      messageId: `<${randomUUID()}@taslim>`,
      template: 'task-opened',
      params,
      officerId,
      caseId,
      createdAt: wanted.at,
      nextAttemptAt: wanted.at,
    })),
  });
}

async function createOfficer(
  prisma: PrismaClient,
  wanted: { email?: string; language?: 'en' | 'ar' | 'ckb'; disabledAt?: Date },
): Promise<string> {
  const id = randomUUID();
  await prisma.officer.create({
    data: {
      id,
      subject: id,
      name: 'Sample Officer',
      email: wanted.email ?? 'officer@taslim.example',
      language: wanted.language ?? 'en',
      roles: ['liaison'],
      agencyCode: 'FED',
      disabledAt: wanted.disabledAt ?? null,
    },
  });
  return id;
}

async function createCase(prisma: PrismaClient, officerId: string, at: Date): Promise<string> {
  const id = randomUUID();
  await prisma.case.create({
    data: {
      id,
      reference: id,
      procedure: 'outgoingExtradition',
      procedureVersion: 1,
      status: 'draft',
      requestingState: 'IQ',
      requestedState: 'SE',
      urgency: 'ordinary',
      confidential: false,
      agencyCode: 'FED',
      createdById: officerId,
      responsibleOfficerId: officerId,
      contentVersion: 1,
      headHash: '',
      updatedAt: at,
    },
  });
  return id;
}
