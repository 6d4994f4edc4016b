import { excludedFrom, rolesInUse, type Signers } from '../../../domain/permissions/four-eyes';
import fc from '../../support/fast-check';

const signers: Signers = {
  creatorId: 'creator',
  lastEditorId: 'editor',
  earlier: [{ officerId: 'legal', stage: 'legal' }],
};

describe('four eyes', () => {
  it.each([
    ['who opened the case', 'creator', 'legal', 'creator'],
    ['who edited its content last', 'editor', 'legal', 'last-editor'],
    ['who signed it at another stage', 'legal', 'directorate', 'earlier-approver'],
  ])('keep out %s', (_name, officer, stage, why) => {
    expect(excludedFrom(stage, officer, signers)).toBe(why);
  });

  it('let the same officer sign the same stage again, when it was reopened', () => {
    expect(excludedFrom('legal', 'legal', signers)).toBeNull();
  });

  it('count who was signed for as a signer', () => {
    const forAbsent = { officerId: 'substitute', actingForId: 'absent', stage: 'legal' };
    const after = { ...signers, earlier: [forAbsent] };
    expect(['substitute', 'absent'].map((person) => excludedFrom('directorate', person, after))).toEqual([
      'earlier-approver',
      'earlier-approver',
    ]);
  });

  it('leave an administrator no other role', () => {
    expect(rolesInUse(['legal-reviewer', 'administrator'])).toEqual(['administrator']);
    expect(rolesInUse(['legal-reviewer', 'liaison'])).toEqual(['legal-reviewer', 'liaison']);
  });

  it('let in who has done none of this', () => {
    expect(excludedFrom('directorate', 'other', signers)).toBeNull();
  });

  it('make the signers of different stages different persons, none of them creator or editor', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const attempt = fc.record({
      stage: fc.constantFrom('legal', 'directorate', 'council'),
      officerId: person,
    });
    fc.assert(
      fc.property(
        person,
        person,
        fc.array(attempt, { maxLength: 12 }),
        (creatorId, lastEditorId, attempts) => {
          const signed: { officerId: string; stage: string }[] = [];
          for (const { stage, officerId } of attempts) {
            const people = { creatorId, lastEditorId, earlier: signed };
            if (excludedFrom(stage, officerId, people) === null) signed.push({ officerId, stage });
          }
          const stagesOf = (officer: string) =>
            new Set(signed.filter((entry) => entry.officerId === officer).map((entry) => entry.stage));
          for (const { officerId } of signed) expect(stagesOf(officerId).size).toBe(1);
          expect(signed.map((entry) => entry.officerId)).not.toContain(creatorId);
          expect(signed.map((entry) => entry.officerId)).not.toContain(lastEditorId);
        },
      ),
    );
  });
});
