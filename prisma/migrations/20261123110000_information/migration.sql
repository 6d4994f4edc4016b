-- How long a limit runs, where whoever asked has set it; and what a message says beside its words.

ALTER TABLE "Clock" ADD COLUMN "within" JSONB;

ALTER TABLE "Message" ADD COLUMN "outcome" TEXT, ADD COLUMN "codes" TEXT[], ADD COLUMN "limitDate" TEXT;

-- What waits to be released is not released by who prepared it, nor by a substitute for him or in his place. The latest
-- answer that was prepared counts, because one that was returned is prepared anew.
CREATE FUNCTION "check_released_by_another"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  persons text[] := ARRAY[NEW."officerId", NEW."actingForId"]::text[];
  prepared "CaseEvent"%ROWTYPE;
BEGIN
  SELECT * INTO prepared FROM "CaseEvent"
    WHERE "caseId" = NEW."caseId" AND "type" = 'answerPrepared'
      AND "data" ->> 'release' = NEW."stepKey"
    ORDER BY "seq" DESC LIMIT 1;
  IF prepared."data" ->> 'officerId' = ANY (persons) OR prepared."actorId"::text = ANY (persons) THEN
    RAISE EXCEPTION 'taslim:four-eyes: preparer';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "decision_released_by_another" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."stage" = 'release') EXECUTE FUNCTION "check_released_by_another"();
