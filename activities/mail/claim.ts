import type { Language } from '../../locales';
import { Prisma, type PrismaClient } from '../../prisma/generated/client';

/** A row of the outbox that no other process takes until its lease ends. */
export interface ClaimedMail {
  readonly id: bigint;
  readonly messageId: string;
  readonly template: string;
  readonly params: unknown;
  /** Null for what is about no case. */
  readonly caseId: string | null;
  /** How often sending has begun, this time included; of an interrupted one the last time that never ended. */
  readonly attempts: number;
  /** The last attempt has not recorded how it ended: not to be sent before `claimSilentMail`. */
  readonly interrupted: boolean;
  readonly email: string;
  readonly language: Language;
  readonly disabledAt: Date | null;
}

/** What `lastError` says while an attempt runs, and for ever if its process died. */
const UNFINISHED = 'unfinished';

const columns = Prisma.sql`
  "Mail"."id", "Mail"."messageId", "Mail"."template", "Mail"."params", "Mail"."caseId", "Mail"."attempts",
  "Officer"."email", "Officer"."language"::text AS "language", "Officer"."disabledAt"`;

/**
 * Claims up to `limit` mails that are due at `now`, the longest due first, by moving their next attempt to
 * `leaseUntil`. SKIP LOCKED passes over rows that another dispatcher is claiming, so no row is claimed twice. The
 * lease holds the row rather than an open transaction: a lost connection to the register must not release a mail
 * that is being sent. Of a row whose last attempt never ended only the lease is moved: that attempt may still be
 * recorded.
 */
export async function claimDueMails(
  prisma: PrismaClient,
  claim: { readonly now: Date; readonly leaseUntil: Date; readonly limit: number },
): Promise<ClaimedMail[]> {
  return prisma.$queryRaw<ClaimedMail[]>`
    WITH due AS MATERIALIZED (
      SELECT "id", "lastError" IS NOT DISTINCT FROM ${UNFINISHED} AS "interrupted" FROM "Mail"
      WHERE "status" = 'waiting' AND "nextAttemptAt" <= ${claim.now}
      ORDER BY "nextAttemptAt", "id"
      LIMIT ${claim.limit}
      FOR UPDATE SKIP LOCKED
    )
    UPDATE "Mail" SET
      "nextAttemptAt" = ${claim.leaseUntil},
      "attempts" = "Mail"."attempts" + CASE WHEN due."interrupted" THEN 0 ELSE 1 END,
      "lastError" = ${UNFINISHED}
    FROM due, "Officer"
    WHERE "Mail"."id" = due."id" AND "Officer"."id" = "Mail"."officerId"
    RETURNING ${columns}, due."interrupted"`;
}

/** True while the last attempt has not recorded how it ended. */
export async function isUnfinished(prisma: PrismaClient, mail: ClaimedMail): Promise<boolean> {
  const { id, attempts } = mail;
  const where = { id, attempts, status: 'waiting', lastError: UNFINISHED } as const;
  return (await prisma.mail.count({ where })) > 0;
}

/**
 * Claims an interrupted mail for sending; undefined when its last attempt has been recorded after all, or another
 * dispatcher was first. From then on that attempt can only be recorded as sent or not at all.
 */
export async function claimSilentMail(
  prisma: PrismaClient,
  mail: ClaimedMail,
  leaseUntil: Date,
): Promise<ClaimedMail | undefined> {
  const [claimed] = await prisma.$queryRaw<ClaimedMail[]>`
    UPDATE "Mail" SET "nextAttemptAt" = ${leaseUntil}, "attempts" = "Mail"."attempts" + 1
    FROM "Officer"
    WHERE "Mail"."id" = ${mail.id} AND "Mail"."status" = 'waiting' AND "Mail"."attempts" = ${mail.attempts}
      AND "Mail"."lastError" = ${UNFINISHED} AND "Officer"."id" = "Mail"."officerId"
    RETURNING ${columns}, true AS "interrupted"`;
  return claimed;
}
