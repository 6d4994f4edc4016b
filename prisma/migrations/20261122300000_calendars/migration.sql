-- Law as data: what a case was bound to, how a date was found, and calendars that administrators keep.

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('waiting', 'delivered', 'closed', 'missing');

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "province" TEXT;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "law" JSONB;

-- AlterTable
ALTER TABLE "Clock" ADD COLUMN     "calendar" TEXT,
ADD COLUMN     "calendarRevision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "limitDate" TEXT,
ADD COLUMN     "reasoning" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "restsOnExpected" TEXT[],
ADD COLUMN     "ruleVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "CalendarYear" (
    "calendar" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("calendar","year")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "id" BIGSERIAL NOT NULL,
    "calendar" TEXT NOT NULL,
    "province" TEXT,
    "date" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "addedRevision" INTEGER NOT NULL,
    "removedRevision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarChange" (
    "revision" SERIAL NOT NULL,
    "commandId" UUID NOT NULL,
    "calendar" TEXT NOT NULL,
    "edits" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "officerId" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarChange_pkey" PRIMARY KEY ("revision")
);

-- CreateTable
CREATE TABLE "CalendarDelivery" (
    "revision" INTEGER NOT NULL,
    "caseId" UUID NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'waiting',
    "triedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarDelivery_pkey" PRIMARY KEY ("revision","caseId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarChange_commandId_key" ON "CalendarChange"("commandId");

-- CreateIndex
CREATE INDEX "CalendarDay_calendar_removedRevision_date_idx" ON "CalendarDay"("calendar", "removedRevision", "date");

-- CreateIndex
CREATE INDEX "CalendarDelivery_revision_status_idx" ON "CalendarDelivery"("revision", "status");

-- AddForeignKey
ALTER TABLE "CalendarChange" ADD CONSTRAINT "CalendarChange_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDelivery" ADD CONSTRAINT "CalendarDelivery_revision_fkey" FOREIGN KEY ("revision") REFERENCES "CalendarChange"("revision") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDelivery" ADD CONSTRAINT "CalendarDelivery_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An occasion stands once on a date of a calendar or province.
CREATE UNIQUE INDEX "CalendarDay_stands_once" ON "CalendarDay" ("calendar", COALESCE("province", ''), "date", "occasion")
  WHERE "removedRevision" = 0;

-- Who changed a calendar, when and why, is evidence. Of a day only its withdrawal may be added, once.
CREATE TRIGGER "calendar_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CalendarChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE FUNCTION "check_calendar_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."removedRevision" <> 0
     OR to_jsonb(NEW) - 'removedRevision' IS DISTINCT FROM to_jsonb(OLD) - 'removedRevision' THEN
    RAISE EXCEPTION 'taslim:append-only: a day of a calendar is withdrawn, never changed';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "calendar_day_kept" BEFORE UPDATE OR DELETE ON "CalendarDay"
  FOR EACH ROW EXECUTE FUNCTION "check_calendar_day"();
