import { OutgoingCase } from './outgoing-case';
import { baghdad, officerOf } from './transfer-case';

const rights = ['reasons-told', 'counsel', 'interpreter', 'family-informed'];
const ordinary = { urgency: 'ordinary' } as const;

function granted(decision = 'decision granted speciality', changes: object = ordinary): OutgoingCase {
  const item = new OutgoingCase();
  item.open(changes);
  item.go(...item.pathToReceipt, 'provisional-arrest', 'opinion', 'judgment', decision);
  return item;
}

/** The conditions accepted and the notice there. */
function noticed(): OutgoingCase {
  const item = granted();
  item.go('conditions-review', 'notice-of-decision');
  return item;
}

describe('an assurance that the penalty calls for', () => {
  it('is there before the assurances are approved', () => {
    const item = new OutgoingCase();
    item.open({ ...ordinary, gaps: ['photograph', 'assurance-no-death-penalty'] });
    item.go('legal-review');
    expect(() => item.go('assurances')).toThrow('items-missing');
    const { content } = item.current;
    const next = { ...content, version: 2, hash: 'hash-2', gaps: ['photograph'] };
    item.take({ type: 'reviseContent', officerId: content.editorId, content: next });
    item.go('legal-review', 'assurances');
    expect(item.openSteps()).toEqual(['judicial-council#1']);
  });

  it('does not keep anybody from refusing', () => {
    const item = new OutgoingCase();
    item.open({ ...ordinary, gaps: ['assurance-no-death-penalty'] });
    item.go('legal-review', 'assurances refused');
    expect(item.current.outcome).toBe('not-approved');
  });
});

describe('conditions', () => {
  it('are accepted before anything is prepared, while the time for the pick-up runs', () => {
    const item = granted();
    item.go('notice-of-decision');
    expect(item.openSteps()).not.toContain('escort-order#1');
    expect(item.current.clocks['SWE20-1M:notice-of-decision#1']?.status).toBe('running');
    item.go('conditions-review');
    expect(item.openSteps()).toContain('escort-order#1');
  });

  it('that are not accepted end the case: the request is taken back', () => {
    const item = granted();
    item.go('conditions-review not-accepted', 'request-withdrawal', 'release-abroad');
    expect(item.current.outcome).toBe('conditions-not-accepted');
  });

  it('are not there to be accepted where there are none', () => {
    expect(granted('decision granted').openSteps()).not.toContain('conditions-review#1');
  });
});

describe('the way home', () => {
  it('is open when every State on it has consented', () => {
    const item = noticed();
    item.go('escort-order ordered JO TR', 'transit-consent given TR');
    expect(item.openSteps()).not.toContain('surrender#1');
    item.go('transit-consent given JO');
    expect(item.openSteps()).toContain('surrender#1');
  });

  it('is another one where a State refuses', () => {
    const item = noticed();
    item.go('escort-order ordered TR', 'transit-consent refused TR', 'escort-order ordered');
    expect(item.openSteps()).toContain('surrender#1');
  });

  it('is not Iraq’s to choose where the other State brings the person', () => {
    const item = noticed();
    item.go('escort-order brought-by-the-other-state');
    expect(item.openSteps()).toContain('surrender#1');
  });
});

describe('a surrender that fails', () => {
  it.each(['not-taken-over', 'force-majeure'])('gets a date and an escort of its own: %s', (why) => {
    const item = noticed();
    item.go('escort-order', `surrender ${why}`, 'not-taken-over-follow-up');
    expect(item.current.status).toBe(why);
    item.go('surrender-date', 'escort-order', 'surrender');
    expect(item.current.status).toBe('surrendered');
  });

  it('may be the end, when the request has been taken back', () => {
    const item = noticed();
    item.go('escort-order', 'surrender not-taken-over', 'not-taken-over-follow-up abandoned');
    item.go('request-withdrawal', 'release-abroad');
    expect(item.current.outcome).toBe('not-taken-over');
  });
});

describe('a surrender that is postponed', () => {
  function lent(): OutgoingCase {
    const item = granted();
    item.go('conditions-review', 'notice-of-decision postponed', 'temporary-surrender');
    return item;
  }

  it('may be preceded by one for a time, with custody of its own until the return', () => {
    const item = lent();
    expect(item.current.custody).toMatchObject({
      'provisional-arrest': { endReason: 'surrendered' },
      'temporary-surrender-1': { endedAt: null },
    });
    item.go('arrival', 'before-judge', 'temporary-return');
    expect(item.current.custody['temporary-surrender-1']).toMatchObject({ endReason: 'brought-back' });
    item.go('notice-of-decision', 'escort-order', 'surrender', 'arrival', 'before-judge');
    expect(item.current.status).toBe('speciality-watch');
  });

  it('expects the return on the day that was agreed', () => {
    const item = lent();
    item.go('arrival', 'before-judge');
    const returned = item.current.clocks['AGREED-RETURN:temporary-surrender#1'];
    expect(returned?.terms).toMatchObject({ holder: 'ours', effect: 'return-due' });
    item.passTimeUntil('2026-04-01T00:00:00.000Z');
    expect(item.current.clocks['AGREED-RETURN:temporary-surrender#1']?.status).toBe('expired');
  });

  it('is not lent before the conditions are accepted', () => {
    const item = granted();
    item.go('notice-of-decision postponed');
    expect(item.openSteps()).not.toContain('temporary-surrender#1');
  });

  it('is not ended while the person is here for a time', () => {
    const reason = { id: 'note-1', hash: 'hash' };
    const officerId = officerOf('manager', baghdad.agencyCode);
    const ending = () => lent().take({ type: 'endCase', officerId, outcome: 'withdrawn', reason });
    expect(ending).toThrow('person-surrendered');
  });

  it('ends with the death of the person here', () => {
    const item = lent();
    item.go('arrival', 'before-judge', 'temporary-return died');
    expect(item.current.outcome).toBe('person-died');
  });
});

describe('after the surrender', () => {
  function here(decision?: string, consent: readonly string[] = []): OutgoingCase {
    const item = new OutgoingCase();
    item.open(ordinary);
    item.go(...item.pathToReceipt, 'provisional-arrest', ...consent, 'opinion');
    if (consent.length === 0) item.go('judgment');
    item.go(decision ?? 'decision granted', 'notice-of-decision', 'escort-order', 'surrender');
    return item;
  }

  it('the case closes when the promises are kept, the rights seen to, and the court told of the days abroad', () => {
    const item = here();
    item.go('arrival', 'before-judge', 'speciality-watch', ...rights);
    expect(item.openSteps()).toContain('deduction#1');
    item.go('deduction');
    expect(item.current.outcome).toBe('surrendered');
  });

  it('nothing is watched where the person renounced speciality and there are no other conditions', () => {
    const item = here(undefined, ['consent renounced-speciality']);
    item.go('arrival', 'before-judge');
    expect(item.openSteps()).not.toContain('speciality-watch#1');
  });

  it('the State that surrendered the person is asked before new charges or another surrender', () => {
    const item = here();
    item.go('arrival', 'before-judge', 'further-consent-request re-extradition', 'further-consent refused');
    item.go('further-consent-request new-charges');
    expect(item.openSteps()).toContain('further-consent#2');
  });

  it('who is a national of another State too has his consul told, and every right is seen to before the case ends', () => {
    const item = new OutgoingCase();
    item.open({ ...ordinary, foreignNational: true });
    item.go(...item.pathToReceipt, 'opinion', 'judgment', 'decision granted', 'notice-of-decision');
    item.go('escort-order', 'surrender', 'arrival', 'before-judge', 'speciality-watch', ...rights);
    expect(item.openSteps()).toContain('consular-notice#1');
    expect(item.current.outcome).toBeNull();
    item.go('consular-notice');
    expect(item.current.outcome).toBe('surrendered');
  });

  it('an Iraqi has no consul to be told', () => {
    const item = here();
    item.go('arrival');
    expect(item.openSteps()).not.toContain('consular-notice#1');
  });
});
