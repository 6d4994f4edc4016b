import {
  agencyWideRoles,
  mayReadCase,
  type Readable,
  type Reader,
} from '../../../domain/permissions/case-access';
import { roles } from '../../../domain/permissions/roles';
import fc from '../../support/fast-check';

const item: Readable = {
  agencyCode: 'AHTD-BAGHDAD',
  createdById: 'creator',
  responsibleOfficerId: 'responsible',
  taskRoles: ['legal-reviewer', 'liaison', 'manager'],
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

  it('by a stranger: no relation, no task, another agency, not the auditor', () => {
    const others = roles.filter((role) => role !== 'auditor');
    fc.assert(
      fc.property(fc.subarray(others), fc.subarray(others), (held, taskRoles) => {
        const reached = held.some((role) => taskRoles.includes(role) && !isAgencyWide(role));
        expect(mayReadCase(reader({ roles: held }), { ...item, taskRoles })).toBe(reached);
      }),
    );
  });
});

function isAgencyWide(role: string): boolean {
  return (agencyWideRoles as readonly string[]).includes(role);
}
