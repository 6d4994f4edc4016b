-- The case that a request names, as its content says it; and indexes for what leads from one case to another.
-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "namesId" UUID;

-- AlterTable
ALTER TABLE "CaseContent" ADD COLUMN     "namesId" UUID;

-- CreateIndex
CREATE INDEX "Case_reopensId_idx" ON "Case"("reopensId");

-- CreateIndex
CREATE INDEX "Case_namesId_idx" ON "Case"("namesId");

-- CreateIndex
CREATE INDEX "CrossCheckDecision_personId_idx" ON "CrossCheckDecision"("personId");

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_namesId_fkey" FOREIGN KEY ("namesId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;
