import type { Client } from '@temporalio/client';
import type { SignInLimits } from '../domain/identity/limits';
import type { PrismaClient } from '../prisma/generated/client';
import type { DocumentStore } from './documents/store';

/** What the use cases stand on. */
export interface ServiceContext {
  readonly prisma: PrismaClient;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly documents: DocumentStore;
  readonly documentMaxBytes: number;
  /** How long a command may take before the caller is told to repeat it. */
  readonly commandTimeoutMs: number;
  /** How long sessions last and logins count. */
  readonly signIn: SignInLimits;
  /** Commands that one workflow run takes before it continues as new. */
  readonly commandsPerRun: number;
}
