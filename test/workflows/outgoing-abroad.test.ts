import { firstVersion, OutgoingCase, type OutgoingOptions } from './outgoing-case';
import { baghdad, officerOf } from './transfer-case';

const dayMs = 86_400_000;
const asked = ['urgent-approval', 'provisional-arrest-request'];
const ordinary = { urgency: 'ordinary' } as const;

function opened(changes: object = {}, options: OutgoingOptions = {}): OutgoingCase {
  const item = new OutgoingCase(options);
  item.open(changes);
  return item;
}

function received(changes: object = ordinary, options: OutgoingOptions = {}): OutgoingCase {
  const item = opened(changes, options);
  item.go(...item.pathToReceipt);
  return item;
}

const passDays = (item: OutgoingCase, days: number) =>
  item.passTimeUntil(new Date(Date.parse(item.now) + days * dayMs).toISOString());
const clockOf = (item: OutgoingCase, key: string) => item.current.clocks[key];

function end(item: OutgoingCase, outcome: 'withdrawn' | 'person-died' | 'released-abroad'): void {
  const reason = { id: 'note-1', hash: 'hash' };
  item.take({ type: 'endCase', officerId: officerOf('manager', baghdad.agencyCode), outcome, reason });
}

describe('custody in a State of the Riyadh Agreement (art. 44)', () => {
  function heldInJordan(): OutgoingCase {
    const item = opened({ requestedState: 'JO' });
    item.go(...asked, 'provisional-arrest');
    return item;
  }

  it('lasts thirty days unless the file or a request to continue it has arrived, and sixty at most', () => {
    const item = heldInJordan();
    passDays(item, 20);
    item.go('continued-detention');
    expect(clockOf(item, 'RIY44-30-ABROAD:provisional-arrest#1')?.status).toBe('met');
    passDays(item, 20);
    expect(item.openSteps()).not.toContain('release-expected#1');
    passDays(item, 25);
    expect(clockOf(item, 'RIY44-60-ABROAD:provisional-arrest#1')?.status).toBe('expired');
    expect(item.openSteps()).toContain('release-expected#1');
  });

  it('ends after thirty days without either', () => {
    const item = heldInJordan();
    passDays(item, 32);
    expect(clockOf(item, 'RIY44-30-ABROAD:provisional-arrest#1')?.status).toBe('expired');
    expect(item.openSteps()).toContain('release-expected#1');
  });

  it('is kept from ending by the file as well', () => {
    const item = heldInJordan();
    item.go(...item.pathToReceipt);
    for (const days of [30, 60])
      expect(clockOf(item, `RIY44-${days}-ABROAD:provisional-arrest#1`)?.status).toBe('met');
  });

  it('has no request to continue it elsewhere', () => {
    const item = opened();
    item.go(...asked, 'provisional-arrest');
    expect(item.openSteps()).not.toContain('continued-detention#1');
  });
});

describe('where no instrument is known', () => {
  const held = (limitDate: string | null) => {
    const item = opened({ requestedState: 'BR' });
    item.go(...asked);
    item.do('provisional-arrest#1', 'arrested', { limitDate });
    return item;
  };

  it('only the day that the other State set can pass', () => {
    const item = held('2026-03-20');
    const key = 'RELEASE-SET-BY-OTHER-SIDE:provisional-arrest#1';
    expect(clockOf(item, key)?.terms).toMatchObject({ lastDay: '2026-03-20', class: 'B', verified: false });
    passDays(item, 40);
    expect(item.openSteps()).toContain('release-expected#1');
  });

  it('nothing passes where it set none', () => {
    const item = held(null);
    expect(Object.values(item.current.clocks).filter(({ stepKey }) => stepKey === null)).toEqual([]);
  });
});

describe('a person who was released abroad', () => {
  it('may be arrested again once the file is there: a period and limits of its own', () => {
    const item = opened();
    item.go(...asked, 'provisional-arrest');
    passDays(item, 5);
    item.go('release-abroad');
    expect(item.openSteps()).not.toContain('provisional-arrest#2');
    item.go(...item.pathToReceipt, 'provisional-arrest');
    expect(item.current.custody).toMatchObject({
      'provisional-arrest': { endReason: 'released' },
      'provisional-arrest-2': { endedAt: null },
    });
    expect(item.openSteps()).toEqual(expect.arrayContaining(['consular-access#2', 'release-abroad#2']));
  });

  it('or was never held is found arrested for the request in an ordinary case too', () => {
    const item = received();
    item.go('provisional-arrest', 'opinion', 'judgment', 'decision', 'notice-of-decision');
    item.go('escort-order', 'surrender');
    expect(item.current.custody['provisional-arrest']).toMatchObject({ endReason: 'surrendered' });
  });
});

describe('the phase abroad', () => {
  it('is asked after every thirty days, again and again', () => {
    const item = received();
    for (const visit of [1, 2, 3]) {
      const caused = passDays(item, 34);
      const key = expect.stringMatching(new RegExp(`^SLA-STATUS-QUERY:status-query#${visit}`));
      expect(caused).toContainEqual(expect.objectContaining({ type: 'clockExpired', key }));
      item.go('status-query no-answer');
    }
    expect(item.openSteps()).toContain('status-query#4');
  });

  it('needs no judgment where the person consents, before or while the court has it', () => {
    const early = received();
    early.go('consent', 'opinion');
    expect(early.openSteps()).toContain('decision#1');
    const late = received();
    late.go('opinion', 'consent not-consented', 'consent renounced-speciality');
    expect(late.openSteps()).toContain('decision#1');
    expect(late.openSteps()).not.toContain('judgment#1');
  });

  it('has an opinion first in Sweden only', () => {
    expect(received({ ...ordinary, requestedState: 'JO' }).openSteps()).toContain('judgment#1');
    expect(received().openSteps()).not.toContain('judgment#1');
  });
});

describe('supplementary information', () => {
  const clock = 'SET-BY-OTHER-SIDE:supplementary-information';

  it('is given more time by the other side: the round that is open runs to the new day, the next does not', () => {
    const item = received();
    item.ask('supplementary-information', 10);
    item.do('answer-date-extended#1', 'extended', { limitDate: '2026-04-30' });
    item.do('answer-date-extended#2', 'extended', { limitDate: '2026-05-15' });
    expect(clockOf(item, `${clock}#1`)?.terms?.lastDay).toBe('2026-05-15');
    passDays(item, 60);
    item.answer('supplementary-information#1');
    expect(item.events).toContainEqual(
      expect.objectContaining({ type: 'clockMet', key: `${clock}#1`, inTime: true }),
    );
    expect(item.openSteps()).not.toContain('answer-date-extended#3');
    item.ask('supplementary-information', 10);
    expect(clockOf(item, `${clock}#2`)?.terms?.lastDay).toBe('2026-05-01');
    expect(item.openSteps()).toContain('answer-date-extended#3');
  });

  it('takes no document for a round that has been answered', () => {
    const item = received();
    item.ask();
    item.answer('supplementary-information#1');
    expect(() => item.answer('supplementary-information#1')).toThrow('already-decided');
  });
});

describe('a case that is ended before the surrender', () => {
  it('has its request taken back where it had left, and waits until nobody is held because of it', () => {
    const item = opened();
    item.go(...asked, 'provisional-arrest', ...item.pathToReceipt);
    end(item, 'withdrawn');
    const taken = ['arrest-request-withdrawal#1', 'request-withdrawal#1'];
    expect(item.openSteps()).toEqual(expect.arrayContaining(taken));
    item.go('arrest-request-withdrawal', 'request-withdrawal');
    expect(item.current.outcome).toBeNull();
    item.go('release-abroad');
    expect(item.current.outcome).toBe('withdrawn');
  });

  it('ends at once with the death of the person abroad', () => {
    const item = received();
    item.go('provisional-arrest', 'release-abroad died');
    expect(item.current).toMatchObject({ outcome: 'person-died', status: 'closed' });
  });

  it('may end because the person was released abroad, and not once he has been surrendered', () => {
    const item = opened(ordinary);
    end(item, 'released-abroad');
    expect(item.current.outcome).toBe('released-abroad');
    const here = received();
    here.go('opinion', 'judgment', 'decision', 'notice-of-decision', 'escort-order', 'surrender');
    expect(() => end(here, 'withdrawn')).toThrow('person-surrendered');
  });
});

describe('a refusal', () => {
  const refused = () => {
    const item = received();
    item.go('opinion', 'judgment', 'decision refused nationality');
    return item;
  };

  it('keeps its grounds, and may lead to a prosecution there whose outcome is watched', () => {
    const item = refused();
    expect(item.current.steps['decision#1']?.fact?.codes).toEqual(['nationality']);
    item.go('refusal-follow-up', 'prosecution-there', 'prosecution-watch acquitted');
    expect(item.current.outcome).toBe('prosecuted-there');
  });

  it('is the end where prosecution there is not taken up', () => {
    const item = refused();
    item.go('refusal-follow-up', 'prosecution-there not-taken-up');
    expect(item.current.outcome).toBe('refused');
  });
});

describe('a case that was opened in the first version', () => {
  it('goes on as it began: with a notice for each date, and nothing that came later', () => {
    const item = opened({}, { procedure: firstVersion });
    item.go(...asked, 'provisional-arrest');
    expect(item.openSteps()).toEqual(['legal-review#1', 'release-abroad#1']);
    item.go(...item.pathToReceipt, 'opinion', 'judgment', 'decision granted speciality');
    expect(item.openSteps()).toEqual(['notice-of-decision#1', 'release-abroad#1']);
    item.go('notice-of-decision', 'surrender not-taken-over', 'not-taken-over-follow-up');
    expect(item.openSteps()).toContain('notice-of-decision#2');
    item.go('notice-of-decision', 'surrender', 'arrival', 'before-judge', 'speciality-watch');
    expect(item.current.outcome).toBe('surrendered');
  });
});
