-- A correction counts when a second person has confirmed it.

-- Neither who proposed it, nor a substitute who acts for him or for whom he acts, decides on it. The latest proposal
-- counts, because the key of a correction that was withdrawn may be given again.
CREATE FUNCTION "check_correction_second_person"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  persons uuid[] := ARRAY[NEW."officerId", NEW."actingForId"];
  correction text := (SELECT "stepKey" FROM "Task" WHERE "id" = NEW."taskId" AND "kind" = 'correction');
  proposal "CaseEvent"%ROWTYPE;
BEGIN
  IF correction IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO proposal FROM "CaseEvent"
    WHERE "caseId" = NEW."caseId" AND "type" = 'correctionProposed' AND "data" ->> 'key' = correction
    ORDER BY "seq" DESC LIMIT 1;
  IF proposal."actorId" = ANY (persons) OR proposal."data" ->> 'officerId' = ANY (persons::text[]) THEN
    RAISE EXCEPTION 'taslim:four-eyes: proposer';
  END IF;
  RETURN NEW;
END;
$$;
-- Decisions under four eyes are on approvals and checks: "decision_four_eyes" holds them to it.
CREATE TRIGGER "decision_correction_second_person" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NOT NEW."fourEyes") EXECUTE FUNCTION "check_correction_second_person"();

-- A fact is superseded by a confirmed proposal and by nothing else: the confirmation stands before it in the log,
-- under the same command, and neither it nor the command is the proposer's.
CREATE FUNCTION "check_fact_superseded"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "CaseEvent" decision
      JOIN "CaseEvent" proposal ON proposal."caseId" = decision."caseId" AND proposal."seq" < decision."seq"
        AND proposal."type" = 'correctionProposed' AND proposal."data" ->> 'key' = decision."data" ->> 'key'
    WHERE decision."caseId" = NEW."caseId" AND decision."seq" < NEW."seq"
      AND decision."commandId" = NEW."commandId" AND decision."type" = 'decisionMade'
      AND decision."data" ->> 'outcome' = 'confirmed'
      AND proposal."data" ->> 'factKey' = NEW."data" ->> 'key'
      AND proposal."actorId" IS DISTINCT FROM decision."actorId"
      AND proposal."data" ->> 'officerId' IS DISTINCT FROM decision."data" ->> 'officerId'
      AND proposal."data" ->> 'officerId' IS DISTINCT FROM decision."data" ->> 'actingForId'
  ) THEN
    RAISE EXCEPTION 'taslim:four-eyes: a correction of case % without a second person', NEW."caseId";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "case_event_fact_superseded" BEFORE INSERT ON "CaseEvent"
  FOR EACH ROW WHEN (NEW."type" = 'factSuperseded') EXECUTE FUNCTION "check_fact_superseded"();
