import { actions, mayDo } from '../../../domain/permissions/actions';
import { roles } from '../../../domain/permissions/roles';
import fc from '../../support/fast-check';

const action = fc.constantFrom(...actions);
const held = fc.uniqueArray(fc.constantFrom(...roles));

describe('an action', () => {
  it('is allowed to nobody without a role, nor by a role that there is not', () => {
    for (const candidate of actions) {
      expect([candidate, mayDo(candidate, []), mayDo(candidate, ['emperor'])]).toEqual([
        candidate,
        false,
        false,
      ]);
    }
  });

  it('is never lost by holding one role more', () => {
    fc.assert(
      fc.property(action, held, fc.constantFrom(...roles), (wanted, some, more) => {
        expect(mayDo(wanted, some) && !mayDo(wanted, [...some, more])).toBe(false);
      }),
    );
  });

  it('is allowed by several roles only if one of them allows it', () => {
    fc.assert(
      fc.property(action, held, (wanted, some) => {
        const byOne = some.some((role) => mayDo(wanted, [role]));
        expect(mayDo(wanted, some)).toBe(byOne);
      }),
    );
  });
});

describe('the roles beside those that work on cases of persons', () => {
  const allowedTo = (role: string) => actions.filter((candidate) => mayDo(candidate, [role]));

  it('the administrator takes no part in cases: he reads himself and the law, and keeps the directory and the calendars', () => {
    expect(allowedTo('administrator')).toEqual([
      'officer.read-self',
      'directory.read',
      'directory.audit',
      'directory.edit',
      'law.read',
      'calendar.read',
      'calendar.edit',
    ]);
  });

  it('the calendars are changed by nobody else', () => {
    expect(roles.filter((role) => mayDo('calendar.edit', [role]))).toEqual(['administrator']);
  });

  it.each([
    [
      'auditor',
      'reads and changes nothing',
      ['directory.audit', 'batch.read', 'committee.read', 'substitution.read'],
    ],
    [
      'secretary',
      'puts resolutions to the committee, and keeps its seats and rules',
      [
        'case.open',
        'case.act',
        'task.claim',
        'committee.read',
        'committee.edit',
        'content.revise',
        'document.upload',
      ],
    ],
    [
      'committee-member',
      'votes, and decides what is his seat’s to decide',
      ['case.act', 'committee.read', 'committee.vote'],
    ],
  ])('the %s %s', (role, _does, more) => {
    const everybodys = [
      'officer.read-self',
      'directory.read',
      'case.list',
      'case.read',
      'document.read',
      'overdue.list',
      'law.read',
    ];
    expect(new Set(allowedTo(role))).toEqual(new Set([...everybodys, 'calendar.read', ...more]));
  });
});

describe('opening a case and changing what it says', () => {
  it('a batch is for the liaison officer alone', () => {
    expect(roles.filter((role) => mayDo('batch.open', [role]))).toEqual(['liaison']);
  });

  it.each(['case.open', 'content.revise'] as const)(
    '%s is for the liaison officer, and for the secretary of the committee; each procedure says for which',
    (wanted) => {
      expect(roles.filter((role) => mayDo(wanted, [role]))).toEqual(['liaison', 'secretary']);
    },
  );

  it('nobody changes the committee by which he decides', () => {
    expect(roles.filter((role) => mayDo('committee.edit', [role]))).toEqual(['secretary']);
  });
});
