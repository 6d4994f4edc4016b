-- A surrender that a court has refused is not asked for again: earlier cases on the same warrant are looked for, also closed ones.

-- CreateIndex
CREATE INDEX "Case_warrantKey_idx" ON "Case"("warrantKey");
