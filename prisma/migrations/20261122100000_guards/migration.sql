-- What must never happen, said where nothing goes round it.

-- The event log, the decisions and the audit are append-only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'taslim:append-only: % of % is not allowed', TG_OP, TG_TABLE_NAME;
END;
$$;

CREATE TRIGGER "case_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CaseEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "decision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "fact_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Fact"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "note_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Note"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- An event stands right behind the one before it and names that one's hash; the first names the hash of its case.
CREATE FUNCTION "check_event_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_hash text;
BEGIN
  IF NEW."seq" = 1 THEN
    SELECT "headHash" INTO before_hash FROM "Case" WHERE "id" = NEW."caseId";
  ELSE
    SELECT "hash" INTO before_hash FROM "CaseEvent" WHERE "caseId" = NEW."caseId" AND "seq" = NEW."seq" - 1;
  END IF;
  IF before_hash IS DISTINCT FROM NEW."prevHash" THEN
    RAISE EXCEPTION 'taslim:chain-broken: event % of case % does not follow its predecessor', NEW."seq", NEW."caseId";
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "case_event_chain" BEFORE INSERT ON "CaseEvent"
  FOR EACH ROW EXECUTE FUNCTION "check_event_chain"();
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_seq_positive" CHECK ("seq" >= 1);

-- Four eyes: neither the case's creator, nor the last editor of its content, nor a signer of another stage may sign,
-- neither as the officer nor as the one acted for.
CREATE FUNCTION "check_four_eyes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  persons uuid[] := ARRAY[NEW."officerId", NEW."actingForId"];
  signed boolean := (SELECT "kind" IN ('approval', 'check') FROM "Task" WHERE "id" = NEW."taskId");
BEGIN
  IF signed IS DISTINCT FROM NEW."fourEyes" THEN
    RAISE EXCEPTION 'taslim:four-eyes: the kind of the task says whether they are needed';
  END IF;
  IF NOT signed THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "Case" WHERE "id" = NEW."caseId" AND "createdById" = ANY (persons)) THEN
    RAISE EXCEPTION 'taslim:four-eyes: creator';
  END IF;
  IF (SELECT "editedById" FROM "CaseContent" WHERE "caseId" = NEW."caseId" AND "version" IS NOT NULL
      ORDER BY "version" DESC LIMIT 1) = ANY (persons) THEN
    RAISE EXCEPTION 'taslim:four-eyes: last-editor';
  END IF;
  IF EXISTS (SELECT 1 FROM "Decision" WHERE "caseId" = NEW."caseId" AND "fourEyes" AND "stage" <> NEW."stage"
      AND ("officerId" = ANY (persons) OR "actingForId" = ANY (persons))) THEN
    RAISE EXCEPTION 'taslim:four-eyes: earlier-approver';
  END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "decision_four_eyes" BEFORE INSERT ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION "check_four_eyes"();

-- Content is fixed once it is a version; only a staged row (version null) may still change.
CREATE FUNCTION "check_content_fixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."version" IS NOT NULL THEN
    RAISE EXCEPTION 'taslim:append-only: version % of the content of case % is fixed', OLD."version", OLD."caseId";
  END IF;
  RETURN COALESCE(NEW, OLD);
END;
$$;
CREATE TRIGGER "case_content_fixed" BEFORE UPDATE OR DELETE ON "CaseContent"
  FOR EACH ROW EXECUTE FUNCTION "check_content_fixed"();

-- A fact is recorded after it has happened; a custody period ends after it began; sizes are real.
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_not_in_future" CHECK ("occurredAt" <= "recordedAt");
ALTER TABLE "Custody" ADD CONSTRAINT "Custody_order" CHECK ("endedAt" IS NULL OR "endedAt" >= "beganAt");
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_order" CHECK ("dueAt" > "trigger");
ALTER TABLE "Document" ADD CONSTRAINT "Document_size" CHECK ("size" > 0);
ALTER TABLE "Case" ADD CONSTRAINT "Case_closed_with_outcome" CHECK (("closedAt" IS NULL) = ("outcome" IS NULL));
