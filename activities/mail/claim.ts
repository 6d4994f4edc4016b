import type { Language } from '../../locales';
import type { PrismaClient } from '../../prisma/generated/client';

/** A row of the outbox that this process may send until its lease ends. */
export interface ClaimedMail {
  readonly id: bigint;
  readonly messageId: string;
  readonly template: string;
  readonly params: unknown;
  readonly caseId: string;
  /** How often sending has begun, this time included. */
  readonly attempts: number;
  /** The last attempt never recorded how it ended: the reader may get a second copy. */
  readonly interrupted: boolean;
  readonly email: string;
  readonly language: Language;
  readonly disabledAt: Date | null;
}

/** What `lastError` says while an attempt runs, and for ever if its process died. */
const UNFINISHED = 'unfinished';

/**
 * Claims up to `limit` mails that are due at `now`, the longest due first, by moving their next attempt to
 * `leaseUntil`. SKIP LOCKED passes over rows that another dispatcher is claiming, so no row is claimed twice. The
 * lease holds the row rather than an open transaction: a lost connection to the register must not release a mail
 * that is being sent.
 */
export async function claimDueMails(
  prisma: PrismaClient,
  claim: { readonly now: Date; readonly leaseUntil: Date; readonly limit: number },
): Promise<ClaimedMail[]> {
  return prisma.$queryRaw<ClaimedMail[]>`
    WITH due AS MATERIALIZED (
      SELECT "id", "lastError" FROM "Mail"
      WHERE "status" = 'waiting' AND "nextAttemptAt" <= ${claim.now}
      ORDER BY "nextAttemptAt", "id"
      LIMIT ${claim.limit}
      FOR UPDATE SKIP LOCKED
    )
    UPDATE "Mail" SET
      "nextAttemptAt" = ${claim.leaseUntil}, "attempts" = "Mail"."attempts" + 1, "lastError" = ${UNFINISHED}
    FROM due, "Officer"
    WHERE "Mail"."id" = due."id" AND "Officer"."id" = "Mail"."officerId"
    RETURNING "Mail"."id", "Mail"."messageId", "Mail"."template", "Mail"."params", "Mail"."caseId",
      "Mail"."attempts",
      due."lastError" IS NOT DISTINCT FROM ${UNFINISHED} AS "interrupted",
      "Officer"."email", "Officer"."language"::text AS "language", "Officer"."disabledAt"`;
}
