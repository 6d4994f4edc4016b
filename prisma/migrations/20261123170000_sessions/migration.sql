-- Who is signed in at the web pages.

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "officerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "authenticatedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "Session_officerId_idx" ON "Session"("officerId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Session" ADD CONSTRAINT "Session_token_hashed" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Session" ADD CONSTRAINT "Session_order" CHECK ("expiresAt" > "createdAt");

-- Nobody whose account is disabled has a session, also not one that was being made at that moment: both wait for the
-- officer's row.
CREATE FUNCTION "check_session_officer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "disabledAt" FROM "Officer" WHERE "id" = NEW."officerId" FOR SHARE) IS NOT NULL THEN
    RAISE EXCEPTION 'taslim:officer-disabled: no session for officer %', NEW."officerId";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "session_officer" BEFORE INSERT ON "Session"
  FOR EACH ROW EXECUTE FUNCTION "check_session_officer"();

CREATE FUNCTION "end_sessions_of_disabled"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Session" WHERE "officerId" = NEW."id";
  RETURN NULL;
END;
$$;
CREATE TRIGGER "officer_disabled_ends_sessions" AFTER UPDATE OF "disabledAt" ON "Officer"
  FOR EACH ROW WHEN (NEW."disabledAt" IS NOT NULL) EXECUTE FUNCTION "end_sessions_of_disabled"();
