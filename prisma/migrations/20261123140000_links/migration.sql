-- What cases have in common with each other.

-- CreateTable
CREATE TABLE "CaseLink" (
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "otherId" UUID NOT NULL,
    "linkedById" UUID NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,
    "noteId" UUID,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseLink_pkey" PRIMARY KEY ("caseId","seq")
);

-- CreateIndex
CREATE INDEX "CaseLink_otherId_idx" ON "CaseLink"("otherId");

-- AddForeignKey
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_linkedById_fkey" FOREIGN KEY ("linkedById") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between two cases a link of a kind stands once, in whichever of the two it was made.
CREATE UNIQUE INDEX "CaseLink_once"
  ON "CaseLink" (LEAST("caseId", "otherId"), GREATEST("caseId", "otherId"), "kind") WHERE "removedAt" IS NULL;
ALTER TABLE "CaseLink" ADD CONSTRAINT "CaseLink_two_cases" CHECK ("caseId" <> "otherId");
