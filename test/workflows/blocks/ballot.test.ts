import { committeeSteps } from '../../../domain/procedures/committee-steps';
import type { StepDeclaration } from '../../../domain/procedures/step';
import { approval } from '../../../workflows/blocks/approval';
import { committeeDecision } from '../../../workflows/blocks/ballot';
import { fact } from '../../../workflows/blocks/fact';
import { followUp } from '../../../workflows/blocks/follow-up';
import type { Block } from '../../../workflows/engine/block';
import type { Procedure } from '../../../workflows/engine/procedure';
import type { Run } from '../../../workflows/engine/run';
import { CommitteeCase, closesAt, opensAt, secretary } from '../committee-case';
import { officers } from '../in-memory-case';

/* A procedure of the tests: an extradition of which the committee approves, where another level would. */
const steps = {
  'legal-review': {
    kind: 'approval',
    queue: 'todo',
    role: 'legal-reviewer',
    stage: 'legal',
    actedOnBy: 'sending',
    outcomes: ['approved', 'refused'],
    source: 'invented',
    next: { approved: ['committee-invitation'], refused: ['end'] },
  },
  ...committeeSteps({ minutes: ['sending', 'refusal-follow-up'], withdrawn: ['refusal-follow-up'] }),
  sending: {
    kind: 'fact',
    queue: 'awaited',
    role: 'liaison',
    outcomes: ['sent'],
    source: 'invented',
    next: { sent: ['end'] },
  },
  'refusal-follow-up': {
    kind: 'followUp',
    queue: 'todo',
    role: 'manager',
    outcomes: ['closed'],
    source: 'invented',
    next: { closed: ['end'] },
  },
} as const satisfies Record<string, StepDeclaration>;

const procedure: Procedure<typeof steps> = {
  name: 'outgoing-extradition',
  version: 1,
  steps,
  *sequence(run: Run<typeof steps>): Block<string> {
    if ((yield* approval(run, 'legal-review')) === 'refused') return 'not-approved';
    const decided = yield* committeeDecision(run);
    if (decided !== 'adopted') {
      yield* followUp(run, 'refusal-follow-up');
      return `committee: ${decided}`;
    }
    yield* fact(run, 'sending');
    return 'sent';
  },
};

function asked(): CommitteeCase {
  const item = new CommitteeCase(procedure as unknown as Procedure);
  // The case says nothing of when: the seats are asked by the house's own period.
  item.openOf({});
  item.decide('legal-review#1', 'approved', officers.legal);
  item.invite();
  item.passTimeUntil(opensAt);
  return item;
}

/** The text is edited, and everybody asked again. */
function askedAgain(item: CommitteeCase): void {
  revised(item);
  item.decide('legal-review#1', 'approved', officers.legal);
  item.invite(2);
  item.passTimeUntil(item.current.ballots?.['committee-ballot#2']?.terms?.opensAt ?? '');
}

function revised(item: CommitteeCase, version = 2) {
  const content = { ...item.current.content, version, hash: `hash-${version}`, editorId: officers.ncb };
  return item.take({ type: 'reviseContent', officerId: officers.ncb, content });
}

describe('the committee as an approval within a case', () => {
  it('lets the case go on when it adopts, and its minutes are there', () => {
    const item = asked();
    item.sayAll({ for: 23 });
    expect(item.openSteps()).toEqual(['committee-minutes#1']);
    item.minutes();
    expect(item.openSteps()).toEqual(['sending#1']);
  });

  it.each([
    [{ for: 8, against: 9 }, 'not-adopted'],
    [{ for: 2 }, 'no-quorum'],
  ])('%j takes the way of a refusal: %s', (votes, outcome) => {
    const item = asked();
    item.sayAll(votes);
    item.passTimeUntil(closesAt);
    if (outcome === 'no-quorum')
      item.decide('no-quorum-follow-up#1', 'no-new-ballot', secretary, { reasonId: 'note-1' });
    item.minutes();
    expect(item.openSteps()).toEqual(['refusal-follow-up#1']);
    item.decide('refusal-follow-up#1', 'closed', officers.manager);
    expect(item.current.outcome).toBe(`committee: ${outcome}`);
  });

  it('does so too when the matter is withdrawn before anybody is asked', () => {
    const item = new CommitteeCase(procedure as unknown as Procedure);
    item.openOf({});
    item.decide('legal-review#1', 'approved', officers.legal);
    item.decide('committee-invitation#1', 'withdrawn', secretary, { reasonId: 'note-1' });
    expect(item.openSteps()).toEqual(['refusal-follow-up#1']);
  });

  it('is asked anew with the other levels when the content is edited after the count', () => {
    const item = asked();
    item.sayAll({ for: 23 });
    revised(item);
    expect(item.openSteps()).toEqual(['legal-review#1']);
    item.decide('legal-review#1', 'approved', officers.legal);
    expect(item.openSteps()).toEqual(['committee-invitation#2']);
    item.invite(2);
    expect(item.current.ballots?.['committee-ballot#2']).toMatchObject({ voices: {}, closed: null });
  });

  it.each([
    ['the chair on a tie', { for: 8, against: 8 }, ['chair-decision', 'adopted', 'chair']],
    ['the secretary when too few took part', { for: 2 }, ['no-quorum-follow-up', 'no-new-ballot', secretary]],
  ] as const)('asks %s again of another text', (_name, votes, [step, outcome, officer]) => {
    const item = asked();
    for (const round of [1, 2]) {
      item.sayAll(votes);
      item.passTimeUntil(item.current.ballots?.[`committee-ballot#${round}`]?.terms?.closesAt ?? '');
      expect(item.openSteps()).toEqual([`${step}#${round}`]);
      item.decide(`${step}#${round}`, outcome, officer, { reasonId: 'note-1' });
      expect(item.openSteps()).toEqual([`committee-minutes#${round}`]);
      if (round === 1) askedAgain(item);
    }
  });

  it('is asked anew, from the invitation on, when the content is edited after its minutes', () => {
    const item = asked();
    item.sayAll({ for: 23 });
    item.minutes();
    revised(item);
    item.decide('legal-review#1', 'approved', officers.legal);
    expect(item.openSteps()).toEqual(['committee-invitation#2']);
  });
});
