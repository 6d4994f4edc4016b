/** What an officer is appointed to do. An officer may hold several. */
export const roles = [
  'liaison',
  'ncb-liaison',
  'legal-reviewer',
  'directorate-approver',
  'judicial-council-approver',
  'foreign-ministry-approver',
  'regional-approver',
  'manager',
  'secretary',
  'committee-member',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof roles)[number];
