import { candidateGroup, isSignable } from '../../../domain/allocation/candidates';
import type { Candidate, HoldableTask } from '../../../domain/allocation/who-may-hold';
import fc from '../../support/fast-check';

const task: HoldableTask = {
  role: 'legal-reviewer',
  agencyCode: null,
  ownerAgencyCode: 'A',
  stage: 'legal',
  fourEyes: true,
  authorId: null,
  ofCommittee: false,
};

const officer = (id: string, role: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  roles: [role],
  agencyCode: 'A',
  disabledAt: null,
  ...changes,
});

const signers = {
  creatorId: 'creator',
  lastEditorId: 'editor',
  earlier: [{ officerId: 'signer', stage: 'urgent' }],
};
const off = { disabledAt: new Date(0) };

/** Who is in which part of the group, by id. */
function group(officers: readonly Candidate[], standing: [string, string][] = [], changes: object = {}) {
  const rules = standing.map(([absentId, substituteId]) => ({ absentId, substituteId }));
  const { eligible, excluded, couldBe } = candidateGroup({ ...task, ...changes }, officers, signers, rules);
  return {
    eligible: eligible.map(({ officer: { id }, actingFor }) =>
      actingFor ? `${id} for ${actingFor.id}` : id,
    ),
    excluded: excluded.map(({ officer: { id }, why }) => `${id}: ${why}`),
    couldBe: couldBe.map(({ officer: { id }, ways }) => `${id}: ${ways.join(' ')}`),
  };
}

const involved = ['creator', 'editor', 'signer', 'author'].map((id) => officer(id, 'legal-reviewer'));

describe('the officers around a task', () => {
  it('are told apart: who may decide it, who may not and why, and who could be made to', () => {
    const colleagues = [
      officer('reviewer', 'legal-reviewer'),
      officer('gone', 'legal-reviewer', off),
      officer('liaison', 'liaison'),
      officer('elsewhere', 'liaison', { agencyCode: 'B' }),
      officer('gone-liaison', 'liaison', off),
      officer('auditor', 'auditor'),
    ];
    expect(group([...involved, ...colleagues], [], { authorId: 'author' })).toEqual({
      eligible: ['reviewer'],
      excluded: ['creator: creator', 'editor: last-editor', 'signer: earlier-approver', 'author: author'],
      couldBe: ['gone: enable', 'liaison: role substitution'],
    });
  });

  it('a substitute may in the absence of one who may, and of nobody else', () => {
    const away = [officer('reviewer', 'legal-reviewer'), officer('liaison', 'liaison')];
    expect(group([...away, ...involved], [['reviewer', 'liaison']]).eligible).toEqual([
      'reviewer',
      'author',
      'liaison for reviewer',
    ]);
    expect(group([officer('liaison', 'liaison'), ...involved], [['creator', 'liaison']]).eligible).toEqual([
      'author',
    ]);
    expect(group([...away, officer('editor', 'liaison')], [['reviewer', 'editor']])).toMatchObject({
      eligible: ['reviewer'],
      couldBe: ['liaison: role substitution'],
    });
  });

  it('an administrator is none of them, whatever else he was made', () => {
    const administrator = officer('admin', 'legal-reviewer', { roles: ['administrator', 'legal-reviewer'] });
    expect(group([administrator])).toEqual({ eligible: [], excluded: [], couldBe: [] });
  });

  it('where nobody may, naming a substitute is no way out', () => {
    const officers = [...involved.slice(0, 3), officer('liaison', 'liaison')];
    expect(group(officers)).toMatchObject({ eligible: [], couldBe: ['liaison: role'] });
    expect(isSignable(task, officers, signers)).toBe(false);
  });

  it('a role that is held elsewhere is given there', () => {
    const there = [
      officer('council', 'legal-reviewer', { agencyCode: 'B', ...off }),
      officer('clerk', 'liaison', { agencyCode: 'B' }),
    ];
    expect(group([...there, officer('liaison', 'liaison')]).couldBe).toEqual([
      'council: enable',
      'clerk: role',
    ]);
    expect(group([...there, officer('liaison', 'liaison')], [], { agencyCode: 'A' }).couldBe).toEqual([
      'liaison: role',
    ]);
  });

  it('are in one part each, and one may decide it exactly where somebody may for himself', () => {
    const anybody = fc.record({
      id: fc.constantFrom('creator', 'editor', 'signer', 'p', 'q', 'r'),
      roles: fc.uniqueArray(fc.constantFrom('legal-reviewer', 'liaison', 'administrator', 'auditor')),
      agencyCode: fc.constantFrom('A', 'B'),
      disabledAt: fc.constantFrom(null, new Date(0)),
    });
    const officers = fc.uniqueArray(anybody, { selector: ({ id }) => id });
    const pair = fc.tuple(fc.constantFrom('p', 'q', 'r'), fc.constantFrom('p', 'q', 'r', 'creator'));
    fc.assert(
      fc.property(officers, fc.array(pair), (some, standing) => {
        const found = group(some, standing);
        const names = Object.values(found).flatMap((part) => part.map((entry) => entry.split(/[: ]/)[0]));
        expect(new Set(names).size).toBe(names.length);
        expect(found.eligible.length > 0).toBe(isSignable(task, some, signers));
      }),
    );
  });
});
