-- Who holds a task, who acts for an absent officer, and when nobody may sign.

-- DropForeignKey
ALTER TABLE "Mail" DROP CONSTRAINT "Mail_caseId_fkey";

-- AlterTable
ALTER TABLE "Mail" ALTER COLUMN "caseId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "claimedAt" TIMESTAMPTZ(3),
ADD COLUMN     "claimedById" UUID;

-- CreateTable
CREATE TABLE "TaskHolding" (
    "taskId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "caseId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "holderId" UUID,
    "officerId" UUID,
    "reasonId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaskHolding_pkey" PRIMARY KEY ("taskId","seq")
);

-- CreateTable
CREATE TABLE "Substitution" (
    "id" UUID NOT NULL,
    "absentId" UUID NOT NULL,
    "substituteId" UUID NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "procedures" TEXT[],
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Substitution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningGap" (
    "taskId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "caseId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningGap_pkey" PRIMARY KEY ("taskId","seq")
);

-- CreateIndex
CREATE INDEX "SigningGap_caseId_idx" ON "SigningGap"("caseId");

-- CreateIndex
CREATE INDEX "TaskHolding_caseId_idx" ON "TaskHolding"("caseId");

-- CreateIndex
CREATE INDEX "Substitution_absentId_untilAt_idx" ON "Substitution"("absentId", "untilAt");

-- CreateIndex
CREATE INDEX "Substitution_substituteId_untilAt_idx" ON "Substitution"("substituteId", "untilAt");

-- CreateIndex
CREATE INDEX "Task_claimedById_status_idx" ON "Task"("claimedById", "status");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskHolding" ADD CONSTRAINT "TaskHolding_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskHolding" ADD CONSTRAINT "TaskHolding_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskHolding" ADD CONSTRAINT "TaskHolding_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningGap" ADD CONSTRAINT "SigningGap_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_absentId_fkey" FOREIGN KEY ("absentId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_substituteId_fkey" FOREIGN KEY ("substituteId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_actingForId_fkey" FOREIGN KEY ("actingForId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who had a task is evidence.
CREATE TRIGGER "task_holding_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "TaskHolding"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "TaskHolding" ADD CONSTRAINT "TaskHolding_act"
  CHECK ("act" IN ('claimed', 'released', 'assigned', 'taken-over', 'returned'));
ALTER TABLE "TaskHolding" ADD CONSTRAINT "TaskHolding_reason"
  CHECK ("act" <> 'taken-over' OR "reasonId" IS NOT NULL);
ALTER TABLE "Task" ADD CONSTRAINT "Task_claimed_since" CHECK (("claimedById" IS NULL) = ("claimedAt" IS NULL));

-- A task has one holder: nobody claims or is assigned what somebody has, only its holder gives it back, and what is
-- not open is nobody's to take. The task itself says what the last row said, because this says it there.
CREATE FUNCTION "hold_task"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Task"%ROWTYPE;
BEGIN
  -- Whoever changes an officer locks him before what he holds.
  PERFORM 1 FROM "Officer" WHERE "id" = NEW."holderId" AND "disabledAt" IS NULL FOR SHARE;
  IF NEW."holderId" IS NOT NULL AND NOT FOUND THEN
    RAISE EXCEPTION 'taslim:officer-disabled: task %', NEW."taskId";
  END IF;
  SELECT * INTO held FROM "Task" WHERE "id" = NEW."taskId" FOR UPDATE;
  IF held."status" IS DISTINCT FROM 'open' OR held."caseId" <> NEW."caseId" THEN
    RAISE EXCEPTION 'taslim:not-open: task %', NEW."taskId";
  END IF;
  IF NEW."seq" <> 1 + (SELECT COALESCE(MAX("seq"), 0) FROM "TaskHolding" WHERE "taskId" = NEW."taskId") THEN
    RAISE EXCEPTION 'taslim:holding-order: task %', NEW."taskId";
  END IF;
  IF NEW."act" IN ('claimed', 'assigned') AND held."claimedById" IS NOT NULL THEN
    RAISE EXCEPTION 'taslim:task-held: task %', NEW."taskId";
  END IF;
  IF NEW."act" = 'released' AND held."claimedById" IS DISTINCT FROM NEW."officerId" THEN
    RAISE EXCEPTION 'taslim:not-your-task: task %', NEW."taskId";
  END IF;
  IF (NEW."act" IN ('released', 'returned')) <> (NEW."holderId" IS NULL) THEN
    RAISE EXCEPTION 'taslim:holding-order: task %', NEW."taskId";
  END IF;
  UPDATE "Task" SET "claimedById" = NEW."holderId",
    "claimedAt" = CASE WHEN NEW."holderId" IS NULL THEN NULL ELSE NEW."at" END
    WHERE "id" = NEW."taskId";
  RETURN NEW;
END;
$$;
CREATE TRIGGER "task_holding_holds" BEFORE INSERT ON "TaskHolding"
  FOR EACH ROW EXECUTE FUNCTION "hold_task"();

-- Who may not act any more, or not as what he took a task for, has none. What is being decided is waited for: it is not
-- open afterwards.
CREATE FUNCTION "return_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held "Task"%ROWTYPE;
BEGIN
  FOR held IN SELECT * FROM "Task" WHERE "claimedById" = NEW."id" AND "status" = 'open' ORDER BY "id" FOR UPDATE LOOP
    INSERT INTO "TaskHolding" ("taskId", "seq", "caseId", "act", "at")
      SELECT held."id", 1 + COALESCE(MAX("seq"), 0), held."caseId", 'returned', now()
      FROM "TaskHolding" WHERE "taskId" = held."id";
  END LOOP;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "officer_returns_tasks" AFTER UPDATE ON "Officer"
  FOR EACH ROW WHEN (
    (NEW."disabledAt" IS NOT NULL AND OLD."disabledAt" IS NULL)
    OR NEW."roles" IS DISTINCT FROM OLD."roles" OR NEW."agencyCode" <> OLD."agencyCode"
  ) EXECUTE FUNCTION "return_tasks"();

-- Of one task there is one such time at a time.
CREATE UNIQUE INDEX "SigningGap_open_key" ON "SigningGap" ("taskId") WHERE "closedAt" IS NULL;

-- Of one officer's absence there is one substitute at a time.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_persons" CHECK ("absentId" <> "substituteId");
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_order" CHECK ("untilAt" > "fromAt");
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_ended_by" CHECK (("endedAt" IS NULL) = ("endedById" IS NULL));
ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_one_at_a_time" EXCLUDE USING gist (
  "absentId" WITH =,
  tstzrange("fromAt", GREATEST("fromAt", LEAST("untilAt", COALESCE("endedAt", "untilAt")))) WITH &&
);

-- A rule is ended once, and is what it was otherwise: decisions rest on it.
CREATE FUNCTION "check_substitution_fixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."endedAt" IS NOT NULL
     OR (to_jsonb(NEW) - 'endedAt' - 'endedById') <> (to_jsonb(OLD) - 'endedAt' - 'endedById') THEN
    RAISE EXCEPTION 'taslim:append-only: a substitution is ended once and not changed otherwise';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "substitution_fixed" BEFORE UPDATE OR DELETE ON "Substitution"
  FOR EACH ROW EXECUTE FUNCTION "check_substitution_fixed"();

-- Nobody decides who keeps people and their roles, or whose account is disabled, nor is anybody's decision made for him.
-- A task that somebody holds is decided by him, or for him. Nobody decides for another without a rule that says so at
-- that moment, for that procedure. Named to come after four eyes.
CREATE FUNCTION "check_who_decides"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid := (SELECT "claimedById" FROM "Task" WHERE "id" = NEW."taskId");
  administers boolean;
  disabled boolean;
BEGIN
  -- What officers are today says nothing of a past that is only gone through again, on a case without a log of its own.
  SELECT COALESCE(bool_or('administrator' = ANY ("roles")), false), COALESCE(bool_or("disabledAt" IS NOT NULL), false)
    INTO administers, disabled
    FROM "Officer" WHERE "id" IN (NEW."officerId", NEW."actingForId")
      AND EXISTS (SELECT 1 FROM "CaseEvent" WHERE "caseId" = NEW."caseId");
  IF administers THEN
    RAISE EXCEPTION 'taslim:four-eyes: administrator';
  END IF;
  IF disabled THEN
    RAISE EXCEPTION 'taslim:officer-disabled: decision of case %', NEW."caseId";
  END IF;
  IF NEW."actingForId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Substitution"
    WHERE "absentId" = NEW."actingForId" AND "substituteId" = NEW."officerId"
      AND NEW."decidedAt" >= "fromAt" AND NEW."decidedAt" < LEAST("untilAt", COALESCE("endedAt", "untilAt"))
      AND (cardinality("procedures") = 0
        OR (SELECT "procedure" FROM "Case" WHERE "id" = NEW."caseId") = ANY ("procedures"))
  ) THEN
    RAISE EXCEPTION 'taslim:not-substitute: decision of case %', NEW."caseId";
  END IF;
  IF holder IS NOT NULL AND holder <> NEW."officerId" AND holder IS DISTINCT FROM NEW."actingForId" THEN
    RAISE EXCEPTION 'taslim:task-held: task %', NEW."taskId";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "decision_who_decides" BEFORE INSERT ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION "check_who_decides"();
