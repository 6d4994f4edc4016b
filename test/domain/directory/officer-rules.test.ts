import { agencyFaults } from '../../../domain/directory/agency-rules';
import { differences } from '../../../domain/directory/differences';
import type { AgencyEntry, OfficerEntry } from '../../../domain/directory/entries';
import { officerFaults, officerRefusal } from '../../../domain/directory/officer-rules';
import { roles } from '../../../domain/permissions/roles';

const officer: OfficerEntry = {
  name: 'An officer',
  email: 'an.officer@example.invalid',
  language: 'en',
  roles: ['liaison'],
  agency: 'AHTD-BAGHDAD',
  active: true,
};
const administrator: OfficerEntry = { ...officer, roles: ['administrator'] };
const calm = { himself: false, otherActiveAdministrators: 1, openCases: 0 };
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);

describe('the entry of an officer', () => {
  it.each(['administrator', 'auditor'] as const)('holds %s with no other role', (alone) => {
    expect(officerFaults({ ...officer, roles: [alone] }, null)).toEqual([]);
    for (const other of roles.filter((role) => role !== alone)) {
      expect(codes(officerFaults({ ...officer, roles: [other, alone] }, null))).toEqual(['role-held-alone']);
    }
  });

  it('may hold several roles of the work on cases, each once', () => {
    expect(officerFaults({ ...officer, roles: ['liaison', 'manager'] }, 'federal-directorate')).toEqual([]);
    expect(codes(officerFaults({ ...officer, roles: ['liaison', 'liaison'] }, null))).toEqual(['role-twice']);
  });

  it('is of no foreign partner', () => {
    expect(codes(officerFaults(officer, 'foreign-partner'))).toEqual(['agency-without-officers']);
  });
});

describe('a change of an officer', () => {
  it('lets nobody change his own roles or disable himself; the rest of his entry he may', () => {
    const own = { ...calm, before: administrator, himself: true };
    expect(officerRefusal({ ...own, after: { ...administrator, active: false } })).toBe('own-account');
    expect(officerRefusal({ ...own, after: { ...administrator, roles: ['auditor'] } })).toBe('own-account');
    expect(officerRefusal({ ...own, after: { ...administrator, language: 'ar' } })).toBeNull();
  });

  it('leaves an active administrator', () => {
    const last = { ...calm, before: administrator, otherActiveAdministrators: 0 };
    expect(officerRefusal({ ...last, after: { ...administrator, active: false } })).toBe(
      'last-administrator',
    );
    expect(officerRefusal({ ...last, after: officer })).toBe('last-administrator');
    const [before, after] = [administrator, { ...administrator, active: false }];
    expect(officerRefusal({ ...calm, before, after })).toBeNull();
  });

  it('keeps who answers for open cases where he can, but disables him', () => {
    const busy = { ...calm, before: officer, openCases: 2 };
    expect(officerRefusal({ ...busy, after: { ...officer, agency: 'NCB' } })).toBe('answers-for-cases');
    expect(officerRefusal({ ...busy, after: { ...officer, roles: ['manager'] } })).toBe('answers-for-cases');
    expect(officerRefusal({ ...busy, after: { ...officer, active: false } })).toBeNull();
    expect(officerRefusal({ ...calm, before: officer, after: { ...officer, agency: 'NCB' } })).toBeNull();
  });
});

describe('the entry of an agency', () => {
  const agency: AgencyEntry = {
    name: 'A directorate',
    kind: 'federal-directorate',
    side: 'FED',
    zone: 'Asia/Baghdad',
    calendar: 'IQ',
    province: null,
    transfers: true,
  };

  it('has a kind that its side has', () => {
    expect(agencyFaults(agency, null)).toEqual([]);
    expect(codes(agencyFaults({ ...agency, side: 'KRG' }, null))).toEqual(['kind-of-other-side']);
    expect(agencyFaults({ ...agency, kind: 'court', side: 'KRG', transfers: false }, null)).toEqual([]);
  });

  it('takes transfers as a directorate only, one a side', () => {
    expect(codes(agencyFaults({ ...agency, kind: 'court' }, null))).toEqual(['transfers-by-directorate']);
    expect(agencyFaults(agency, 'OTHER')).toEqual([
      { pointer: '/transfers', code: 'transfers-taken', params: { agency: 'OTHER' } },
    ]);
    expect(agencyFaults({ ...agency, transfers: false }, 'OTHER')).toEqual([]);
  });
});

it('differences name the fields that differ, with both values', () => {
  const present = { ...officer, email: 'another@example.invalid', roles: ['liaison', 'manager'] };
  expect(differences(officer, present)).toEqual([
    { field: 'email', yours: officer.email, present: present.email },
    { field: 'roles', yours: ['liaison'], present: present.roles },
  ]);
  expect(differences(officer, officer)).toEqual([]);
});
