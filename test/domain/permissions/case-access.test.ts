import {
  agencyWideRoles,
  mayReadCase,
  type Readable,
  type Reader,
} from '../../../domain/permissions/case-access';
import { roles } from '../../../domain/permissions/roles';
import fc from '../../support/fast-check';

const item: Readable = {
  procedure: 'outgoing-extradition',
  agencyCode: 'AHTD-BAGHDAD',
  createdById: 'creator',
  responsibleOfficerId: 'responsible',
  sharedWith: null,
  hiddenFrom: null,
  tasks: ['legal-reviewer', 'liaison', 'manager'].map((role) => ({ role, agencyCode: null, status: 'done' })),
};

const reader = (changes: Partial<Reader>): Reader => ({
  id: 'somebody',
  roles: [],
  agencyCode: 'AHTD-ERBIL',
  ...changes,
});

describe('a case may be read', () => {
  it.each([
    ['by the auditor', { roles: ['auditor'] }],
    ['by who opened it', { id: 'creator' }],
    ['by who answers for it', { id: 'responsible' }],
    ['by a liaison officer of the agency that owns it', { roles: ['liaison'], agencyCode: 'AHTD-BAGHDAD' }],
    ['by a manager of the agency that owns it', { roles: ['manager'], agencyCode: 'AHTD-BAGHDAD' }],
    ['by an officer for whose role it has a task, of any agency', { roles: ['legal-reviewer'] }],
  ])('%s', (_name, changes) => {
    expect(mayReadCase(reader(changes), item)).toBe(true);
  });
});

describe('a case may not be read', () => {
  it.each([
    ['by a liaison officer of another agency, though it has a task for that role', { roles: ['liaison'] }],
    ['by a manager of another agency, though it has a task for that role', { roles: ['manager'] }],
    ['by an approver for whom it has no task', { roles: ['foreign-ministry-approver'] }],
    [
      'by an approver of its own agency for whom it has no task',
      { roles: ['regional-approver'], agencyCode: 'AHTD-BAGHDAD' },
    ],
    ['by the administrator, of any agency', { roles: ['administrator'], agencyCode: 'AHTD-BAGHDAD' }],
    ['by a committee member', { roles: ['committee-member', 'secretary'] }],
    ['by who holds no role', { agencyCode: 'AHTD-BAGHDAD' }],
  ])('%s', (_name, changes) => {
    expect(mayReadCase(reader(changes), item)).toBe(false);
  });

  it('by anybody of the other side before it is shared, though he opened it, answers for it or has a task', () => {
    const unshared = { ...item, hiddenFrom: 'AHTD-ERBIL' };
    const everything = reader({ id: 'creator', roles: ['liaison', 'manager', 'legal-reviewer'] });
    expect(mayReadCase(everything, unshared)).toBe(false);
    expect(mayReadCase({ ...everything, agencyCode: 'NCB' }, unshared)).toBe(true);
    expect(mayReadCase({ ...everything, roles: ['auditor'] }, unshared)).toBe(true);
  });

  it.each([
    ['outgoing-extradition', 'open', true],
    ['outgoing-extradition', 'done', false],
    ['outgoing-extradition', 'cancelled', false],
    ['committee-resolution', 'done', true],
  ])('by a member of the committee, of the %s with a task that is %s: %s', (procedure, status, mayRead) => {
    const tasks = [{ role: 'committee-member', agencyCode: null, status }];
    expect(mayReadCase(reader({ roles: ['committee-member'] }), { ...item, procedure, tasks })).toBe(mayRead);
  });

  it('by a stranger: no relation, no task, another agency, not the auditor', () => {
    const others = roles.filter((role) => role !== 'auditor');
    fc.assert(
      fc.property(fc.subarray(others), fc.subarray(others), (held, taskRoles) => {
        const reached = held.some((role) => taskRoles.includes(role) && !isAgencyWide(role));
        const tasks = taskRoles.map((role) => ({ role, agencyCode: null, status: 'open' }));
        expect(mayReadCase(reader({ roles: held }), { ...item, tasks })).toBe(reached);
      }),
    );
  });
});

function isAgencyWide(role: string): boolean {
  return (agencyWideRoles as readonly string[]).includes(role);
}
