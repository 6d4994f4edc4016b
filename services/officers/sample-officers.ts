import { v5 as uuidv5 } from 'uuid';
import type { Role } from '../../domain/permissions/roles';
import type { PrismaClient } from '../../prisma/generated/client';
import { seedSampleSeats } from '../committee/seed-committee';

const namespace = '0b7a6f0e-0a50-4f3b-a3f4-2f5a6b1c9d11';

/** Those of the sample officers. */
export const sampleAgencies = [
  {
    code: 'AHTD-BAGHDAD',
    kind: 'federal-directorate',
    name: 'Anti-Human Trafficking Directorate, Baghdad',
    side: 'FED',
    calendar: 'IQ',
    transfers: true,
  },
  {
    code: 'AHTD-ERBIL',
    kind: 'regional-directorate',
    name: 'Directorate of Combating Human Trafficking, Erbil',
    side: 'KRG',
    calendar: 'IQ-KR',
    transfers: true,
  },
  {
    code: 'NCB',
    kind: 'ncb',
    name: 'INTERPOL National Central Bureau, Baghdad',
    side: 'FED',
    calendar: 'IQ',
  },
  { code: 'SJC', kind: 'judicial-council', name: 'Supreme Judicial Council', side: 'FED', calendar: 'IQ' },
  {
    code: 'MOFA',
    kind: 'foreign-ministry',
    name: 'Ministry of Foreign Affairs',
    side: 'FED',
    calendar: 'IQ',
  },
  {
    code: 'COMMITTEE',
    kind: 'committee',
    name: 'National committee against human trafficking',
    side: 'FED',
    calendar: 'IQ',
  },
  {
    code: 'TASLIM',
    kind: 'administration',
    name: 'System administration and audit',
    side: 'FED',
    calendar: 'IQ',
  },
] as const;

interface Sample {
  readonly subject: string;
  readonly agencyCode: (typeof sampleAgencies)[number]['code'];
  readonly roles: readonly Role[];
  readonly language?: 'en' | 'ar' | 'ckb';
}

interface SampleAccount {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** Name of the agency. */
  readonly agency: string;
  readonly roles: readonly Role[];
}

const seats: Sample[] = Array.from({ length: 23 }, (_, index) => ({
  subject: `seat.${String(index + 1).padStart(2, '0')}`,
  agencyCode: 'COMMITTEE',
  roles: ['committee-member'],
}));

/** Deputies of some seats. */
const deputies: Sample[] = ['02', '04', '15'].map((number) => ({
  subject: `deputy.${number}`,
  agencyCode: 'COMMITTEE',
  roles: ['committee-member'],
}));

/** Invented officers of the embedded default, by the names of the command contract. They exist nowhere else. */
export const sampleOfficers: readonly Sample[] = [
  { subject: 'liaison.baghdad', agencyCode: 'AHTD-BAGHDAD', roles: ['liaison'], language: 'ar' },
  { subject: 'liaison.erbil', agencyCode: 'AHTD-ERBIL', roles: ['liaison'], language: 'ckb' },
  { subject: 'liaison.ncb', agencyCode: 'NCB', roles: ['ncb-liaison'] },
  { subject: 'approver.legal', agencyCode: 'AHTD-BAGHDAD', roles: ['legal-reviewer'], language: 'ar' },
  { subject: 'approver.directorate', agencyCode: 'AHTD-BAGHDAD', roles: ['directorate-approver'] },
  { subject: 'approver.council', agencyCode: 'SJC', roles: ['judicial-council-approver'], language: 'ar' },
  { subject: 'approver.foreign', agencyCode: 'MOFA', roles: ['foreign-ministry-approver'] },
  { subject: 'approver.erbil', agencyCode: 'AHTD-ERBIL', roles: ['regional-approver'], language: 'ckb' },
  { subject: 'manager.baghdad', agencyCode: 'AHTD-BAGHDAD', roles: ['manager'] },
  { subject: 'manager.erbil', agencyCode: 'AHTD-ERBIL', roles: ['manager'], language: 'ckb' },
  { subject: 'secretary', agencyCode: 'COMMITTEE', roles: ['secretary'] },
  ...seats,
  ...deputies,
  { subject: 'auditor', agencyCode: 'TASLIM', roles: ['auditor'] },
  { subject: 'admin', agencyCode: 'TASLIM', roles: ['administrator'] },
];

/** Names and addresses as the identity provider and the mails show them: invented, and they say so. */
export function sampleAccounts(): SampleAccount[] {
  const names = new Map<string, string>(sampleAgencies.map(({ code, name }) => [code, name]));
  return sampleOfficers.map(({ subject, agencyCode, roles }) => ({
    subject,
    name: `Sample officer ${subject}`,
    email: `${subject}@example.invalid`,
    agency: names.get(agencyCode) ?? agencyCode,
    roles,
  }));
}

/**
 * Puts the sample agencies and officers into the register, some of them on the committee; a second time changes nothing,
 * nor what an administrator has changed.
 */
export async function seedSampleOfficers(prisma: PrismaClient): Promise<void> {
  await prisma.agency.createMany({
    data: sampleAgencies.map((agency) => ({ ...agency, zone: 'Asia/Baghdad' })),
    skipDuplicates: true,
  });
  // Those of an installation from before there were transfers.
  const units = sampleAgencies.filter((agency) => 'transfers' in agency).map(({ code }) => code);
  await prisma.agency.updateMany({
    where: { code: { in: units }, transfers: false, version: 0 },
    data: { transfers: true },
  });
  // Those from before agencies had kinds.
  for (const { code, kind } of sampleAgencies) {
    await prisma.agency.updateMany({ where: { code, kind: null, version: 0 }, data: { kind } });
  }
  const accounts = new Map(sampleAccounts().map((account) => [account.subject, account]));
  await prisma.officer.createMany({
    data: sampleOfficers.map(({ subject, agencyCode, roles, language = 'en' }) => ({
      id: uuidv5(subject, namespace),
      subject,
      name: accounts.get(subject)?.name ?? subject,
      email: accounts.get(subject)?.email ?? `${subject}@example.invalid`,
      language,
      roles: [...roles],
      agencyCode,
      sample: true,
    })),
    skipDuplicates: true,
  });
  await seedSampleSeats(prisma);
}
