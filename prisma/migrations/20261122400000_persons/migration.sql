-- The cross-check: persons of requests and of earlier records, found by how their names sound.

-- Trusted since PostgreSQL 13: the owner of the database may make it without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "contentId" UUID,
    "recordId" UUID,
    "birth" TEXT,
    "birthPlace" TEXT,
    "documents" TEXT[],
    "documentKeys" TEXT[],

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonName" (
    "id" BIGSERIAL NOT NULL,
    "personId" UUID NOT NULL,
    "given" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "alias" BOOLEAN NOT NULL,
    "script" TEXT NOT NULL,
    "language" TEXT,
    "normalised" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "birthYear" INTEGER,
    "earlier" BOOLEAN NOT NULL,

    CONSTRAINT "PersonName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierRecord" (
    "id" UUID NOT NULL,
    "side" "Side" NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "note" TEXT,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EarlierRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CrossCheckDecision" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "contentVersion" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "officerId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CrossCheckDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CrossCheckHit" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "officerId" UUID NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CrossCheckHit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Person_contentId_idx" ON "Person"("contentId");

-- CreateIndex
CREATE INDEX "Person_recordId_idx" ON "Person"("recordId");

-- CreateIndex
CREATE INDEX "Person_documentKeys_idx" ON "Person" USING GIN ("documentKeys");

-- CreateIndex
CREATE INDEX "PersonName_personId_idx" ON "PersonName"("personId");

-- CreateIndex
CREATE INDEX "PersonName_key_idx" ON "PersonName" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "CrossCheckDecision_caseId_personId_decidedAt_idx" ON "CrossCheckDecision"("caseId", "personId", "decidedAt");

-- CreateIndex
CREATE INDEX "CrossCheckHit_caseId_foundAt_idx" ON "CrossCheckHit"("caseId", "foundAt");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_contentId_fkey" FOREIGN KEY ("contentId") REFERENCES "CaseContent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "EarlierRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossCheckDecision" ADD CONSTRAINT "CrossCheckDecision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossCheckDecision" ADD CONSTRAINT "CrossCheckDecision_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossCheckDecision" ADD CONSTRAINT "CrossCheckDecision_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossCheckHit" ADD CONSTRAINT "CrossCheckHit_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossCheckHit" ADD CONSTRAINT "CrossCheckHit_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrossCheckHit" ADD CONSTRAINT "CrossCheckHit_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A person is known from one source, and a name can be searched.
ALTER TABLE "Person" ADD CONSTRAINT "Person_one_source" CHECK (num_nonnulls("contentId", "recordId") = 1);
ALTER TABLE "Person" ADD CONSTRAINT "Person_birth" CHECK ("birth" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$');
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_searchable" CHECK ("normalised" <> '' AND "key" <> '');
ALTER TABLE "EarlierRecord" ADD CONSTRAINT "EarlierRecord_kind"
  CHECK ("kind" IN ('custody', 'judgment', 'acquittal', 'sentence', 'pending-case'));
ALTER TABLE "CrossCheckDecision" ADD CONSTRAINT "CrossCheckDecision_outcome"
  CHECK ("outcome" IN ('same', 'not-same', 'needs-other-side'));

-- What was told, what was found of it, and to whom a search was told, is evidence.
CREATE TRIGGER "earlier_record_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "EarlierRecord"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "cross_check_decision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CrossCheckDecision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "cross_check_hit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CrossCheckHit"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
