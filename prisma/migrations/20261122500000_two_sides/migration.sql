-- Cases between two sides, what they give each other, and persons who are transferred together.

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "transfers" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "batchId" UUID,
ADD COLUMN     "counterpartCode" TEXT,
ADD COLUMN     "sharedAt" TIMESTAMPTZ(3),
ADD COLUMN     "warrantKey" TEXT;

-- AlterTable
ALTER TABLE "Clock" ADD COLUMN     "agencyCode" TEXT;

-- AlterTable
ALTER TABLE "Custody" ADD COLUMN     "agencyCode" TEXT;

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "signs" TEXT;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "agencyCode" TEXT;

-- CreateTable
CREATE TABLE "Message" (
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fromCode" TEXT NOT NULL,
    "toCode" TEXT NOT NULL,
    "sentById" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "noteId" UUID,
    "documents" UUID[],
    "contentVersion" INTEGER,
    "answers" TEXT,
    "receiptKey" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "receivedById" UUID,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "TransferBatch" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "fromSide" "Side" NOT NULL,
    "toSide" "Side" NOT NULL,
    "agencyCode" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TransferBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TransferBatchItem" (
    "batchId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "caseId" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "refusal" JSONB,

    CONSTRAINT "TransferBatchItem_pkey" PRIMARY KEY ("batchId","place")
);

-- CreateIndex
CREATE INDEX "Message_caseId_receiptKey_idx" ON "Message"("caseId", "receiptKey");

-- CreateIndex
CREATE UNIQUE INDEX "TransferBatch_agencyCode_reference_key" ON "TransferBatch"("agencyCode", "reference");

-- CreateIndex
CREATE INDEX "Case_counterpartCode_openedAt_idx" ON "Case"("counterpartCode", "openedAt");

-- CreateIndex
CREATE INDEX "Case_batchId_idx" ON "Case"("batchId");

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_counterpartCode_fkey" FOREIGN KEY ("counterpartCode") REFERENCES "Agency"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "TransferBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferBatchItem" ADD CONSTRAINT "TransferBatchItem_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "TransferBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One unit a side takes and makes requests for transfers.
CREATE UNIQUE INDEX "Agency_transfers_key" ON "Agency" ("side") WHERE "transfers";

-- A case between two sides has two.
ALTER TABLE "Case" ADD CONSTRAINT "Case_two_sides" CHECK ("counterpartCode" IS DISTINCT FROM "agencyCode");

ALTER TABLE "CaseContent" ADD COLUMN "warrantKey" TEXT;

-- A warrant is carried out once: two open cases on it would be two arrests. Drafts are not open yet.
CREATE UNIQUE INDEX "Case_open_warrant_key" ON "Case" ("warrantKey")
  WHERE "openedAt" IS NOT NULL AND "closedAt" IS NULL;

-- A protocol is signed by an officer of each side, never by one for both. Signatures carry the hash of what they stand
-- under; those of one round of one handover have the same number and the same word before '-given' or '-taken'.
CREATE FUNCTION "check_two_signatures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Fact"
    WHERE "caseId" = NEW."caseId" AND "signs" IS NOT NULL AND "step" <> NEW."step"
      AND regexp_replace("stepKey", '-(given|taken)#', '#') = regexp_replace(NEW."stepKey", '-(given|taken)#', '#')
      AND "recordedById" = NEW."recordedById"
  ) THEN
    RAISE EXCEPTION 'taslim:four-eyes: other-signature';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "fact_two_signatures" BEFORE INSERT ON "Fact"
  FOR EACH ROW WHEN (NEW."signs" IS NOT NULL) EXECUTE FUNCTION "check_two_signatures"();

-- Of two sides each reads its own decisions on candidates: those of officers who served in it when they decided. Until
-- now every case was of one agency. The trigger keeps decisions as they are; what is added says nothing new.
ALTER TABLE "CrossCheckDecision" ADD COLUMN "agencyCode" TEXT;
ALTER TABLE "CrossCheckDecision" DISABLE TRIGGER "cross_check_decision_append_only";
UPDATE "CrossCheckDecision" d SET "agencyCode" = o."agencyCode" FROM "Officer" o WHERE o."id" = d."officerId";
ALTER TABLE "CrossCheckDecision" ENABLE TRIGGER "cross_check_decision_append_only";
ALTER TABLE "CrossCheckDecision" ALTER COLUMN "agencyCode" SET NOT NULL;
