import { sides } from '../../domain/case/parties';
import { baghdad, duties, erbil, officerOf, preparation, TransferCase } from './transfer-case';

const hour = 3_600_000;

/** Held before anybody signed, from 20 March 2026, a Friday, 06:00. */
function heldAlready(): TransferCase {
  const item = new TransferCase();
  item.open({ alreadyHeld: true });
  item.go('arrest');
  return item;
}

function prepared(): TransferCase {
  const item = new TransferCase();
  item.open();
  item.go(...item.pathToAgreement, 'arrest', ...duties, ...preparation);
  return item;
}

const heldNow = (item: TransferCase) =>
  Object.entries(item.current.custody).flatMap(([name, { endedAt }]) => (endedAt === null ? [name] : []));

describe.each(sides)('a transfer that %s asks for', (requesting) => {
  const item = new TransferCase(requesting);
  const { requested } = item.parties;
  item.open();

  it('goes from the request to the court that issued the warrant', () => {
    const statuses: string[] = [];
    const go = (...path: string[]) => {
      for (const entry of path) {
        item.go(entry);
        if (statuses.at(-1) !== item.current.status) statuses.push(item.current.status);
      }
    };
    go(...item.pathToAgreement, 'arrest', ...duties, ...preparation);
    item.sign();
    go('presentation', 'court-receipt', 'court-receipt-received');
    expect(statuses).toEqual([
      ...['legal-review', 'approved', 'transmitted', 'received', 'endorsed', 'transfer-approved'],
      ...['presented', 'closed'],
    ]);
    expect(item.current.outcome).toBe('handed-over');
    expect(heldNow(item)).toEqual([]);
  });

  it('asks two levels of the federal side for a signature and one of the Region', () => {
    const signed = item.current.decisions.filter(({ fourEyes }) => fourEyes).map(({ key }) => key);
    const [own, theirs] = requesting === 'FED' ? ['request', 'transfer'] : ['transfer', 'request'];
    expect(signed.sort()).toEqual(
      [`${own}-approval#1`, `${own}-legal-review#1`, `${theirs}-regional-approval#1`].sort(),
    );
  });

  it('leaves each step with the officers of its own side', () => {
    const { steps } = item.current;
    expect(steps['transmission#1']?.agencyCode).toBe(item.parties.requesting.agencyCode);
    expect(steps['endorsement#1']?.agencyCode).toBe(requested.agencyCode);
    expect(steps['arrest#1']?.agencyCode).toBe(requested.agencyCode);
    expect(steps['court-receipt-received#1']?.agencyCode).toBe(requested.agencyCode);
  });

  it('has one side answer for the person after the other', () => {
    const began = item.events.filter((event) => event.type === 'custodyBegan');
    expect(began.map(({ period, agencyCode }) => [period, agencyCode])).toEqual([
      ['arrest-1', requested.agencyCode],
      ['handover', item.parties.requesting.agencyCode],
    ]);
    const { 'arrest-1': first, handover } = item.current.custody;
    expect(first?.endedAt).toBe(handover?.beganAt);
  });
});

describe('a person who is held already', () => {
  it('is in custody, with its hours and rights, before anybody has signed the request', () => {
    const item = heldAlready();
    expect(item.current.status).toBe('draft');
    expect(heldNow(item)).toEqual(['arrest-1']);
    const limits = Object.keys(item.current.clocks).filter((key) => key.endsWith(':arrest#1'));
    expect(limits.sort()).toEqual(['CON19-24H:arrest#1', 'CON19-48H:arrest#1', 'ORD57-24:arrest#1']);
    expect(item.openSteps()).toEqual(expect.arrayContaining(['counsel#1', 'papers-to-judge#1']));
  });

  it('is not made ready to travel before both sides have approved', () => {
    const item = heldAlready();
    item.go(...duties);
    expect(item.openSteps()).not.toContain('medical-check#1');
    item.go(...item.pathToAgreement);
    expect(item.openSteps()).toEqual(expect.arrayContaining(['medical-check#1', 'belongings#1']));
  });

  it('is not forgotten because a side refused: the case is open until he is free', () => {
    const item = heldAlready();
    item.go('cross-check', 'request-legal-review refused');
    expect(item.current.status).toBe('release-due');
    expect(item.current.outcome).toBeNull();
    item.go('release');
    expect(item.current.outcome).toBe('not-approved');
    expect(heldNow(item)).toEqual([]);
  });

  it('may turn out not to be held', () => {
    const item = new TransferCase();
    item.open({ alreadyHeld: true });
    item.go('arrest not-held');
    expect(item.current.custody).toEqual({});
    // He is nobody who is held already then: a judge must have said so before he is arrested.
    expect(item.openSteps()).not.toContain('arrest#2');
    item.go('cross-check', 'request-legal-review refused');
    expect(item.current.outcome).toBe('not-approved');
  });

  it('who is set free is arrested again only when a judge has endorsed the warrant', () => {
    const item = heldAlready();
    item.go('release released-on-bail');
    expect(item.openSteps()).not.toContain('arrest#2');
    item.go(...item.pathToAgreement);
    expect(item.openSteps()).toContain('arrest#2');
  });

  it('is waited for when the request is given up before it is known whether he is held', () => {
    const item = new TransferCase();
    item.open({ alreadyHeld: true });
    item.go('warrant-cancellation');
    expect(item.openSteps()).toEqual(['arrest#1']);
    item.go('arrest not-held');
    expect(item.current.outcome).toBe('warrant-cancelled');
  });

  it('dies: the case is over, and nobody has anything to do in it any more', () => {
    const item = heldAlready();
    item.go('release died');
    expect(item.current.outcome).toBe('person-died');
    expect(item.openSteps()).toEqual([]);
  });
});

describe('a person who is not held', () => {
  it('is arrested when the judge of the place has endorsed the warrant, and not before', () => {
    const item = new TransferCase();
    item.open();
    item.go(...item.pathToTransmission, 'receipt', 'cross-check-there');
    expect(item.openSteps()).not.toContain('arrest#1');
    item.go('endorsement');
    expect(item.openSteps()).toContain('arrest#1');
  });
});

describe('a warrant that is cancelled', () => {
  it('closes the case when nobody has been arrested', () => {
    const item = new TransferCase();
    item.open();
    item.go('warrant-cancellation');
    expect(item.current.outcome).toBe('warrant-cancelled');
  });

  it('keeps the case open over a person who is held, and withdraws the journey', () => {
    const item = prepared();
    item.go('warrant-cancellation');
    expect(item.openSteps()).toEqual(['detention-order#2', 'release#1']);
    item.go('release');
    expect(item.current.outcome).toBe('warrant-cancelled');
  });

  it('leaves the other side able to say that it has a person who was given already', () => {
    const item = prepared();
    item.go('handover-given', 'warrant-cancellation');
    expect(item.openSteps()).toEqual(['detention-order#2', 'handover-taken#1', 'release#1']);
    item.go('handover-taken');
    expect(item.openSteps()).toContain('release-after-handover#1');
    item.go('release-after-handover');
    expect(item.current.outcome).toBe('warrant-cancelled');
    expect(heldNow(item)).toEqual([]);
  });

  it('leaves it able to where the certificate had to be renewed before', () => {
    const item = prepared();
    item.passTimeUntil(new Date(Date.parse(item.now) + 25 * hour).toISOString());
    item.go('medical-check-outdated', 'medical-check', 'handover-given', 'warrant-cancellation');
    expect(item.openSteps()).toContain('handover-taken#2');
  });

  it('lets the person go free after the handover', () => {
    const item = prepared();
    item.sign();
    item.go('warrant-cancellation');
    expect(item.openSteps()).toEqual(['release-after-handover#1']);
    item.go('release-after-handover');
    expect(item.current.outcome).toBe('warrant-cancelled');
  });

  it('comes too late when the person is before the court, and so does an end of the case', () => {
    const item = prepared();
    item.sign();
    item.go('presentation');
    expect(item.openSteps()).toEqual(['court-receipt#1']);
    const officerId = officerOf('manager', item.parties.requesting.agencyCode);
    const reason = { id: 'note-1', hash: 'hash' };
    expect(() => item.take({ type: 'endCase', officerId, outcome: 'withdrawn', reason })).toThrow(
      'person-surrendered',
    );
  });
});

describe('the requested side stops', () => {
  it.each([
    [
      ['receipt', 'cross-check-there judged-for-this-act', 'person-checks-there stop'],
      'stopped-after-person-checks',
    ],
    [['receipt', 'cross-check-there', 'endorsement refused'], 'not-endorsed'],
    [['receipt', 'cross-check-there', 'endorsement', 'transfer-regional-approval refused'], 'not-approved'],
  ])('with %j: %s, and whoever is held goes free first', (path, outcome) => {
    for (const alreadyHeld of [false, true]) {
      const item = new TransferCase();
      item.open({ alreadyHeld });
      if (alreadyHeld) item.go('arrest', ...duties);
      item.go(...item.pathToTransmission, ...path);
      expect(item.current.outcome).toBe(alreadyHeld ? null : outcome);
      if (alreadyHeld) item.go('release');
      expect(item.current.outcome).toBe(outcome);
    }
  });

  it('and so may the requesting side, where the person was judged for the act before', () => {
    const item = new TransferCase();
    item.open();
    item.go('cross-check judged-for-this-act');
    expect(item.openSteps()).toContain('person-checks#1');
    item.go('person-checks stop');
    expect(item.current.outcome).toBe('stopped-after-person-checks');
  });
});

describe('time passes while a case rests', () => {
  it('stops no limit of the law, and every service level', () => {
    const item = heldAlready();
    const officerId = officerOf('manager', baghdad.agencyCode);
    const reason = { id: 'note-1', hash: 'hash' };
    item.take({ type: 'suspend', officerId, reason });
    item.passTimeUntil(new Date(Date.parse(item.now) + 25 * hour).toISOString());
    expect(item.current.clocks['CON19-24H:arrest#1']?.status).toBe('expired');
    expect(item.openSteps()).toContain('mandatory-presentation#1');
    expect(Object.values(item.current.clocks).some(({ stepKey, settled }) => stepKey && !settled)).toBe(
      false,
    );
    item.go('papers-to-judge');
    item.take({ type: 'resume', officerId, reason });
    expect(item.current.steps['papers-to-judge#1']?.agencyCode).toBe(erbil.agencyCode);
  });
});
