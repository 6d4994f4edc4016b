import type { Role } from '../permissions/roles';

/** What an agency is in the work. The last two of this system's own: the committee, and who keeps the system. */
export const agencyKinds = [
  'federal-directorate',
  'regional-directorate',
  'judicial-council',
  'foreign-ministry',
  'ncb',
  'court',
  'foreign-partner',
  'committee',
  'administration',
] as const;

export type AgencyKind = (typeof agencyKinds)[number];
export type AgencySide = 'FED' | 'KRG';

/** An agency as the administrator keeps it; `zone` is an IANA time zone. */
export interface AgencyEntry {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly side: AgencySide;
  readonly zone: string;
  readonly calendar: string;
  readonly province: string | null;
  /** The unit of its side that takes and makes requests for the transfer of suspects. */
  readonly transfers: boolean;
}

/** An officer as the administrator keeps him; `agency` is a code. */
export interface OfficerEntry {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'ar' | 'ckb';
  readonly roles: readonly Role[];
  readonly agency: string;
  readonly active: boolean;
}

/** One fault of an entry: JSON Pointer and the code of its text. */
export interface EntryFault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}
