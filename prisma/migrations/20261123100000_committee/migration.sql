-- The national committee: its seats and rules, kept whole at each change, and its ballots and votes.

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "seat" TEXT;

-- CreateTable
CREATE TABLE "Ballot" (
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "stepKey" TEXT NOT NULL,
    "roster" INTEGER NOT NULL,
    "seats" TEXT[],
    "chair" TEXT,
    "quorum" INTEGER NOT NULL,
    "majority" TEXT NOT NULL,
    "tie" TEXT NOT NULL,
    "voteMayChange" BOOLEAN NOT NULL,
    "recusalCountsForQuorum" BOOLEAN NOT NULL,
    "contentHash" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "cause" TEXT,
    "outcome" TEXT,
    "tally" JSONB,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "Vote" (
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "ballotSeq" INTEGER NOT NULL,
    "seat" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "officerId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "reasonId" UUID,
    "castAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateTable
CREATE TABLE "CommitteeRevision" (
    "revision" SERIAL NOT NULL,
    "commandId" UUID NOT NULL,
    "quorum" INTEGER NOT NULL,
    "majority" TEXT NOT NULL,
    "tie" TEXT NOT NULL,
    "voteMayChange" BOOLEAN NOT NULL,
    "recusalCountsForQuorum" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "officerId" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommitteeRevision_pkey" PRIMARY KEY ("revision")
);

-- CreateTable
CREATE TABLE "CommitteeSeat" (
    "revision" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "body" TEXT,
    "chair" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "CommitteeSeat_pkey" PRIMARY KEY ("revision","code")
);

-- CreateTable
CREATE TABLE "CommitteeHolder" (
    "revision" INTEGER NOT NULL,
    "officerId" UUID NOT NULL,
    "seatCode" TEXT NOT NULL,
    "standing" TEXT NOT NULL,

    CONSTRAINT "CommitteeHolder_pkey" PRIMARY KEY ("revision","officerId")
);

-- CreateIndex
CREATE INDEX "Vote_caseId_ballotSeq_seat_idx" ON "Vote"("caseId", "ballotSeq", "seat");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeRevision_commandId_key" ON "CommitteeRevision"("commandId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeHolder_revision_seatCode_standing_key" ON "CommitteeHolder"("revision", "seatCode", "standing");

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_caseId_ballotSeq_fkey" FOREIGN KEY ("caseId", "ballotSeq") REFERENCES "Ballot"("caseId", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeRevision" ADD CONSTRAINT "CommitteeRevision_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeSeat" ADD CONSTRAINT "CommitteeSeat_revision_fkey" FOREIGN KEY ("revision") REFERENCES "CommitteeRevision"("revision") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeHolder" ADD CONSTRAINT "CommitteeHolder_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeHolder" ADD CONSTRAINT "CommitteeHolder_revision_seatCode_fkey" FOREIGN KEY ("revision", "seatCode") REFERENCES "CommitteeSeat"("revision", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is set down of the committee is evidence, and so is every vote.
CREATE TRIGGER "committee_revision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CommitteeRevision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "committee_seat_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CommitteeSeat"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "committee_holder_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CommitteeHolder"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "vote_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Vote"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- One seat has the chair; a seat has one member and one deputy (unique index), an officer one seat (primary key).
CREATE UNIQUE INDEX "CommitteeSeat_one_chair" ON "CommitteeSeat" ("revision") WHERE "chair";
ALTER TABLE "CommitteeHolder" ADD CONSTRAINT "CommitteeHolder_standing" CHECK ("standing" IN ('member', 'deputy'));
ALTER TABLE "CommitteeRevision" ADD CONSTRAINT "CommitteeRevision_quorum" CHECK ("quorum" >= 1);
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_order" CHECK ("closesAt" > "opensAt");
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_closed_with_outcome" CHECK (("closedAt" IS NULL) = ("outcome" IS NULL));

-- A vote is of a seat that was asked, while the ballot is open, over the content that was put to it; none follows a
-- recusal, a deputy's none that of his member, and where votes may not change a seat has one.
CREATE FUNCTION "check_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked "Ballot"%ROWTYPE;
  last "Vote"%ROWTYPE;
BEGIN
  SELECT * INTO asked FROM "Ballot" WHERE "caseId" = NEW."caseId" AND "seq" = NEW."ballotSeq";
  IF NOT NEW."seat" = ANY (asked."seats") THEN
    RAISE EXCEPTION 'taslim:seat-not-asked: seat %', NEW."seat";
  END IF;
  IF asked."closedAt" IS NOT NULL OR NEW."castAt" < asked."opensAt" OR NEW."castAt" >= asked."closesAt" THEN
    RAISE EXCEPTION 'taslim:voting-not-open: seat %', NEW."seat";
  END IF;
  IF NEW."contentHash" <> asked."contentHash" THEN
    RAISE EXCEPTION 'taslim:other-content: seat %', NEW."seat";
  END IF;
  SELECT * INTO last FROM "Vote" WHERE "caseId" = NEW."caseId" AND "ballotSeq" = NEW."ballotSeq"
    AND "seat" = NEW."seat" ORDER BY "seq" DESC LIMIT 1;
  IF last."voice" = 'recused' OR (last."standing" = 'member' AND NEW."standing" = 'deputy')
     OR (NEW."voice" = 'recused' AND (NEW."standing" <> 'member' OR NEW."reasonId" IS NULL))
     OR (last."seat" IS NOT NULL AND NEW."voice" <> 'recused' AND NOT asked."voteMayChange") THEN
    RAISE EXCEPTION 'taslim:seat-has-spoken: seat %', NEW."seat";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "vote_in_order" BEFORE INSERT ON "Vote"
  FOR EACH ROW EXECUTE FUNCTION "check_vote"();
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_voice" CHECK ("voice" IN ('for', 'against', 'abstain', 'recused'));
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_standing" CHECK ("standing" IN ('member', 'deputy'));
