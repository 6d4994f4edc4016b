-- What the application may do; :app_role is replaced by its role. Run after every migration, repeatable.
-- The event log, the decisions, the facts and the audit: read and append, never change.
GRANT USAGE ON SCHEMA public TO :app_role;
GRANT SELECT, INSERT ON "CaseEvent", "Decision", "Fact", "AuditEntry", "Note" TO :app_role;
GRANT SELECT, INSERT, UPDATE ON "Agency", "Officer", "Case", "CaseContent", "Task", "DocumentRequest", "Clock",
  "Custody", "Document", "Mail", "IdempotencyKey" TO :app_role;
GRANT DELETE ON "IdempotencyKey" TO :app_role;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :app_role;
