import { z } from 'zod';
import { agencyKinds } from '../../domain/directory/entries';
import { id, prose, zone } from '../../domain/input';
import { roles } from '../../domain/permissions/roles';
import { calendarCode } from '../calendars/calendar-schemas';

/** No control characters (a header of a mail would end there), and none that turn the direction of what follows. */
const plain = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;

export const plainLine = z
  .string()
  .refine((value) => plain.test(value) && value.isWellFormed(), 'unholdable-text')
  .trim()
  .min(1)
  .max(200);

export const agencyCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,39}$/, 'agency-code')
  .meta({ example: 'AHTD-BAGHDAD' });

/** The `sub` claim of the identity provider (OpenID Connect Core 2: at most 255 ASCII characters). */
export const subject = z.string().regex(/^[\x21-\x7e]{1,255}$/, 'subject');
export const email = z.email().max(254);
export const language = z.enum(['en', 'ar', 'ckb']);
const province = z.string().regex(/^[a-z][a-z-]{0,59}$/, 'province-name');
export const side = z.enum(['FED', 'KRG']);

const changeFields = { reason: prose.describe('Why; only administrators and auditors read it') };
const baseVersion = z.int().min(0).max(2_147_483_647).describe('The version that the caller read');

const agencyFields = {
  name: plainLine,
  kind: z.enum(agencyKinds),
  zone,
  calendar: calendarCode,
  province: province.nullable(),
  transfers: z.boolean().describe('Takes and makes requests for transfers; at most one a side'),
};

const officerFields = {
  name: plainLine,
  email,
  language,
  roles: z.array(z.enum(roles)).max(roles.length),
  agency: agencyCode,
};

export const newAgencySchema = z
  .strictObject({ code: agencyCode, side, ...agencyFields, ...changeFields })
  .meta({ id: 'NewAgency' });
/** An agency's side is fixed: what its officers may read of every case hangs on it. */
export const agencyEditSchema = z
  .strictObject({ baseVersion, ...agencyFields, ...changeFields })
  .meta({ id: 'AgencyEdit' });
export const newOfficerSchema = z
  .strictObject({ subject, ...officerFields, ...changeFields })
  .meta({ id: 'NewOfficer' });
/** An officer's subject is fixed: what he has signed stays his. */
export const officerEditSchema = z
  .strictObject({ baseVersion, ...officerFields, active: z.boolean(), ...changeFields })
  .meta({ id: 'OfficerEdit' });

export type NewAgencyInput = z.infer<typeof newAgencySchema>;
export type AgencyEditInput = z.infer<typeof agencyEditSchema>;
export type NewOfficerInput = z.infer<typeof newOfficerSchema>;
export type OfficerEditInput = z.infer<typeof officerEditSchema>;

export const agencySchema = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(agencyKinds).nullable(),
    side,
    zone: z.string(),
    calendar: z.string(),
    province: z.string().nullable(),
    transfers: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Agency' });

export type AgencyView = z.infer<typeof agencySchema>;

export const officerSchema = z
  .object({
    id,
    name: z.string(),
    agency: z.string(),
    roles: z.array(z.string()),
    active: z.boolean(),
    subject: z.string().describe("The account's name: by it other requests name the officer"),
    email: z.string().optional().describe('For administrators and auditors'),
    language: z.string().optional().describe('For administrators and auditors'),
    version: z.int(),
  })
  .meta({ id: 'Officer' });

export type OfficerView = z.infer<typeof officerSchema>;

export const changedOfficerSchema = officerSchema
  .extend({
    rolesLeftEmpty: z
      .array(z.object({ agency: z.string(), role: z.string() }))
      .describe('Roles of the agency that the change has left with nobody; its managers are told'),
  })
  .meta({ id: 'ChangedOfficer' });

export type ChangedOfficerView = z.infer<typeof changedOfficerSchema>;
export type RolesLeftEmpty = ChangedOfficerView['rolesLeftEmpty'];

const entry = z.record(z.string(), z.unknown());

export const directoryChangeSchema = z
  .object({
    revision: z.int(),
    agency: z.string().nullable().describe('The agency that was changed'),
    officerId: id.nullable().describe('The officer who was changed'),
    before: entry.nullable().describe('null: the entry is new'),
    after: entry,
    reason: z.string(),
    changedBy: z.string().nullable().describe('null: the owner of the database'),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'DirectoryChange' });

export type DirectoryChangeView = z.infer<typeof directoryChangeSchema>;

export const caseToReassignSchema = z
  .object({ caseId: id, reference: z.string(), officer: z.string() })
  .meta({ id: 'CaseToReassign' });

export type CaseToReassign = z.infer<typeof caseToReassignSchema>;
