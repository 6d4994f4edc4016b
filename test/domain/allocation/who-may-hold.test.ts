import {
  type HoldableTask,
  lentRoles,
  mayStandInFor,
  unfitFor,
} from '../../../domain/allocation/who-may-hold';

const reviewer = { id: 'r', roles: ['legal-reviewer'], agencyCode: 'A', disabledAt: null };
const task: HoldableTask = {
  role: 'legal-reviewer',
  agencyCode: null,
  ownerAgencyCode: 'A',
  stage: 'legal',
  fourEyes: true,
  authorId: null,
  ofCommittee: false,
};
const nobody = { creatorId: 'x', lastEditorId: 'x', earlier: [] };

describe('a task may be held', () => {
  it('by an active officer of its role', () => {
    expect(unfitFor(task, reviewer, nobody)).toBeNull();
  });

  it.each([
    ['of another role', { ...task, role: 'manager' }, {}, 'wrong-role'],
    ['of another agency, where the step is an agency’s', { ...task, agencyCode: 'B' }, {}, 'wrong-role'],
    [
      'of another agency than the owner, in a role of agencies',
      { ...task, role: 'manager', ownerAgencyCode: 'B' },
      { roles: ['manager'] },
      'wrong-role',
    ],
    ['whose account is disabled', task, { disabledAt: new Date(0) }, 'officer-disabled'],
    ['who is an administrator too', task, { roles: ['legal-reviewer', 'administrator'] }, 'wrong-role'],
    ['who opened the case', task, { id: 'x' }, 'four-eyes'],
    ['whose word it judges', { ...task, fourEyes: false, authorId: 'r' }, {}, 'four-eyes'],
    ['whose seat votes', { ...task, ofCommittee: true }, {}, 'not-allocatable'],
  ] as const)('not by one %s', (_name, item, changes, why) => {
    expect(unfitFor(item, { ...reviewer, ...changes }, nobody)).toBe(why);
  });

  it.each(['officerId', 'actingForId'])('not by one who stands in an earlier signature: %s', (member) => {
    const earlier = [{ officerId: 'y', actingForId: 'z', [member]: 'r', stage: 'urgent' }];
    expect(unfitFor(task, reviewer, { ...nobody, earlier })).toBe('four-eyes');
  });

  it('where nobody signs, by who opened the case, too', () => {
    expect(unfitFor({ ...task, fourEyes: false }, { ...reviewer, id: 'x' }, nobody)).toBeNull();
  });
});

describe('an officer may stand in for another', () => {
  const absent = { ...reviewer, id: 'a' };

  it('of his agency, whatever his own part in cases is', () => {
    expect(mayStandInFor({ ...reviewer, roles: ['liaison'] }, absent)).toBe(true);
  });

  it.each([
    ['himself', { id: 'a' }],
    ['one of another agency', { agencyCode: 'B' }],
    ['with a disabled account', { disabledAt: new Date(0) }],
    ['without a part in cases', { roles: ['auditor', 'administrator'] }],
  ])('but not: %s', (_name, changes) => {
    expect(mayStandInFor({ ...reviewer, ...changes }, absent)).toBe(false);
  });

  it('not in a seat, an audit or the administration', () => {
    expect(lentRoles(['liaison', 'committee-member', 'auditor', 'manager'])).toEqual(['liaison', 'manager']);
    expect(lentRoles(['liaison', 'administrator'])).toEqual([]);
    expect(mayStandInFor(reviewer, { ...absent, roles: ['committee-member'] })).toBe(false);
  });
});
