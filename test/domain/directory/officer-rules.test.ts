import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgencySurroundings, agencyFaults } from '../../../domain/directory/agency-rules';
import { differences } from '../../../domain/directory/differences';
import { type AgencyEntry, agencyKinds, type OfficerEntry } from '../../../domain/directory/entries';
import { officerRefusal, placeFaults, roleFaults } from '../../../domain/directory/officer-rules';
import { rolesLeftEmpty } from '../../../domain/directory/roles-left';
import { rolesOfKind } from '../../../domain/directory/roles-of-kind';
import { roles } from '../../../domain/permissions/roles';
import { sampleAgencies, sampleOfficers } from '../../../services/officers/sample-officers';

const officer: OfficerEntry = {
  name: 'An officer',
  email: 'an.officer@example.invalid',
  language: 'en',
  roles: ['liaison'],
  agency: 'AHTD-BAGHDAD',
  active: true,
};
const administrator: OfficerEntry = { ...officer, roles: ['administrator'] };
const calm = { himself: false, otherActiveAdministrators: 1, openCases: 0, holdsSeat: false };
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);

describe('the entry of an officer', () => {
  it.each(['administrator', 'auditor'] as const)('holds %s with no other role', (alone) => {
    expect(roleFaults({ ...officer, roles: [alone] })).toEqual([]);
    for (const other of roles.filter((role) => role !== alone)) {
      expect(codes(roleFaults({ ...officer, roles: [other, alone] }))).toEqual(['role-held-alone']);
    }
  });

  it('may hold several roles of the work on cases, each once', () => {
    expect(roleFaults({ ...officer, roles: ['liaison', 'manager'] })).toEqual([]);
    expect(codes(roleFaults({ ...officer, roles: ['liaison', 'liaison'] }))).toEqual(['role-twice']);
  });

  it('has the roles that belong where he serves, and names every other', () => {
    const entry: OfficerEntry = { ...officer, roles: ['judicial-council-approver', 'manager', 'liaison'] };
    expect(placeFaults(entry, 'federal-directorate')).toEqual([
      { pointer: '/roles/0', code: 'role-of-other-agency', params: { role: 'judicial-council-approver' } },
    ]);
    expect(codes(placeFaults(entry, 'judicial-council'))).toEqual(['role-of-other-agency']);
  });

  it.each(['court', 'foreign-partner'] as const)('is of no %s', (kind) => {
    expect(codes(placeFaults({ ...officer, roles: [] }, kind))).toEqual(['agency-without-officers']);
  });

  it('is of an agency of which somebody has said what it is', () => {
    expect(codes(placeFaults(officer, null))).toEqual(['agency-kind-unknown']);
  });

  it('is disabled whatever else is wrong with it', () => {
    const gone: OfficerEntry = { ...officer, roles: ['administrator', 'liaison', 'liaison'], active: false };
    expect([...roleFaults(gone), ...placeFaults(gone, 'court'), ...placeFaults(gone, null)]).toEqual([]);
  });
});

describe('the roles of an agency by its kind', () => {
  it('give every role a place, and who signs for one body no place in another', () => {
    const held = Object.values(rolesOfKind).flat();
    expect(roles.filter((role) => !held.includes(role))).toEqual([]);
    for (const role of roles.filter((one) => one.endsWith('-approver') || one === 'ncb-liaison')) {
      expect([role, held.filter((one) => one === role).length]).toEqual([role, 1]);
    }
  });

  it('fit the sample officers', () => {
    const kinds = new Map<string, (typeof agencyKinds)[number]>(
      sampleAgencies.map(({ code, kind }) => [code, kind]),
    );
    const unfit = sampleOfficers.flatMap(({ agencyCode, roles: held }) =>
      placeFaults({ ...officer, roles: held }, kinds.get(agencyCode) ?? null),
    );
    expect(unfit).toEqual([]);
  });

  it('are as docs/directory.md says', () => {
    const page = readFileSync(join(__dirname, '../../../docs/directory.md'), 'utf8');
    const codesIn = (cell = '') => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code);
    const rows = page.split('\n').flatMap((line) => {
      const [, kind, held] = line.split('|');
      const [code] = codesIn(kind);
      const known = agencyKinds.find((one) => one === code);
      return known ? [[known, codesIn(held)]] : [];
    });
    expect(Object.fromEntries(rows)).toEqual(rolesOfKind);
  });
});

describe('the roles that a change leaves with nobody', () => {
  const signer: OfficerEntry = { ...officer, roles: ['legal-reviewer', 'manager'] };
  const disabled: OfficerEntry = { ...signer, active: false };

  it('are those that he had and nobody else of his agency holds', () => {
    expect(rolesLeftEmpty(signer, disabled, [['liaison'], ['manager', 'liaison']])).toEqual([
      'legal-reviewer',
    ]);
    expect(rolesLeftEmpty(signer, disabled, [['legal-reviewer'], ['manager']])).toEqual([]);
  });

  it('are left by who changes his roles or his agency, too', () => {
    expect(rolesLeftEmpty(signer, { ...signer, roles: ['manager'] }, [])).toEqual(['legal-reviewer']);
    expect(rolesLeftEmpty(signer, { ...signer, agency: 'SJC' }, [])).toEqual(signer.roles);
    expect(rolesLeftEmpty(signer, { ...signer, name: 'Another name' }, [])).toEqual([]);
  });

  it('are none where he was disabled already', () => {
    expect(rolesLeftEmpty(disabled, { ...disabled, roles: [] }, [])).toEqual([]);
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

it('who holds a seat of the committee stays its member, but is disabled', () => {
  const before: OfficerEntry = { ...officer, roles: ['committee-member', 'manager'] };
  const seated = { ...calm, before, holdsSeat: true };
  expect(officerRefusal({ ...seated, after: { ...before, roles: ['manager'] } })).toBe('holds-seat');
  expect(officerRefusal({ ...seated, after: { ...before, roles: ['committee-member'] } })).toBeNull();
  expect(officerRefusal({ ...seated, after: { ...before, active: false } })).toBeNull();
  expect(
    officerRefusal({ ...seated, holdsSeat: false, after: { ...before, roles: ['manager'] } }),
  ).toBeNull();
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

  const alone: AgencySurroundings = { transferUnit: null, heldRoles: [] };
  const beside: AgencySurroundings = { ...alone, transferUnit: 'OTHER' };

  it('has a kind that its side has', () => {
    expect(agencyFaults(agency, alone)).toEqual([]);
    expect(codes(agencyFaults({ ...agency, side: 'KRG' }, alone))).toEqual(['kind-of-other-side']);
    expect(agencyFaults({ ...agency, kind: 'court', side: 'KRG', transfers: false }, alone)).toEqual([]);
  });

  it('has a kind that has the roles of its officers', () => {
    const held: AgencySurroundings = { ...alone, heldRoles: ['liaison', 'manager', 'liaison'] };
    expect(agencyFaults(agency, held)).toEqual([]);
    expect(agencyFaults({ ...agency, kind: 'foreign-partner', transfers: false }, held)).toEqual([
      { pointer: '/kind', code: 'kind-without-roles', params: { roles: 'liaison, manager' } },
    ]);
  });

  it('takes transfers as a directorate only, one a side', () => {
    expect(codes(agencyFaults({ ...agency, kind: 'court' }, alone))).toEqual(['transfers-by-directorate']);
    expect(agencyFaults(agency, beside)).toEqual([
      { pointer: '/transfers', code: 'transfers-taken', params: { agency: 'OTHER' } },
    ]);
    expect(agencyFaults({ ...agency, transfers: false }, beside)).toEqual([]);
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
