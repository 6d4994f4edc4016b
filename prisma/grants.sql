-- What the application may do; :app_role is replaced by its role. Run after every migration, repeatable.
-- What is evidence can be read and appended, never changed. Of a case, a document and a content only what moves on can
-- be changed, and not who opened it or what was in it; an agency keeps its code and side, an officer his subject.
GRANT USAGE ON SCHEMA public TO :app_role;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :app_role;
GRANT SELECT, INSERT ON "Agency", "Officer", "DirectoryChange", "CaseEvent", "Decision", "Fact", "AuditEntry", "Note", "Case", "CaseContent", "Document",
  "CalendarChange", "CalendarDay", "Person", "PersonName", "EarlierRecord", "CrossCheckDecision", "CrossCheckHit", "Vote",
  "CommitteeRevision", "CommitteeSeat", "CommitteeHolder", "Ballot", "TaskHolding", "Substitution", "SigningGap"
  TO :app_role;
GRANT UPDATE ("name", "kind", "zone", "calendar", "province", "transfers", "version") ON "Agency" TO :app_role;
GRANT UPDATE ("name", "email", "language", "roles", "agencyCode", "disabledAt", "version") ON "Officer" TO :app_role;
GRANT UPDATE ("status", "outcome", "urgency", "confidential", "requestingState", "requestedState",
  "responsibleOfficerId", "contentVersion", "seq", "headHash", "openedAt", "closedAt", "suspendedAt", "law",
  "sharedAt", "warrantKey", "namesId", "updatedAt") ON "Case"
  TO :app_role;
GRANT UPDATE ("version") ON "CaseContent" TO :app_role;
GRANT UPDATE ("closedAt", "cause", "outcome", "tally") ON "Ballot" TO :app_role;
GRANT UPDATE ("endedAt", "endedById") ON "Substitution" TO :app_role;
GRANT UPDATE ("closedAt") ON "SigningGap" TO :app_role;
GRANT UPDATE ("caseId") ON "Document" TO :app_role;
GRANT UPDATE ("removedRevision") ON "CalendarDay" TO :app_role;
GRANT SELECT, INSERT, UPDATE ON "Task", "DocumentRequest", "Clock", "Custody", "Mail",
  "IdempotencyKey", "CalendarYear", "CalendarDelivery", "Message", "CaseLink", "TransferBatch", "TransferBatchItem"
  TO :app_role;
-- Who is signed in is no evidence: the audit says who signed in when.
GRANT SELECT, INSERT, UPDATE ("lastSeenAt"), DELETE ON "Session" TO :app_role;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :app_role;
