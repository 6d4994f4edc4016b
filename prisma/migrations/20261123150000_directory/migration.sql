-- The directory that an administrator keeps: what an agency is, versions of entries, and who changed what. A mail may
-- be about an officer, and so about no case.
-- DropForeignKey
ALTER TABLE "Mail" DROP CONSTRAINT "Mail_caseId_fkey";

-- AlterTable
ALTER TABLE "Mail" ALTER COLUMN "caseId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "kind" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Officer" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "DirectoryChange" (
    "revision" SERIAL NOT NULL,
    "commandId" UUID NOT NULL,
    "agencyCode" TEXT,
    "officerId" UUID,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DirectoryChange_pkey" PRIMARY KEY ("revision")
);

-- CreateIndex
CREATE UNIQUE INDEX "DirectoryChange_commandId_key" ON "DirectoryChange"("commandId");

-- AddForeignKey
ALTER TABLE "DirectoryChange" ADD CONSTRAINT "DirectoryChange_agencyCode_fkey" FOREIGN KEY ("agencyCode") REFERENCES "Agency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryChange" ADD CONSTRAINT "DirectoryChange_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryChange" ADD CONSTRAINT "DirectoryChange_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who changed the directory, when and why, is evidence; a change is of one entry.
ALTER TABLE "DirectoryChange" ADD CONSTRAINT "DirectoryChange_of_one" CHECK (num_nonnulls("agencyCode", "officerId") = 1);
CREATE TRIGGER "directory_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DirectoryChange"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
