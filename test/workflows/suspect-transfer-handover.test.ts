import { baghdad, duties, erbil, officerOf, preparation, TransferCase } from './transfer-case';

function prepared(): TransferCase {
  const item = new TransferCase();
  item.open();
  item.go(...item.pathToAgreement, 'arrest', ...duties, ...preparation);
  return item;
}

const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const { agencyCode: erbilCode } = erbil;
const { agencyCode: baghdadCode } = baghdad;

/** Custody at every moment is at one side: where one period ends the next begins. */
function expectOneAfterAnother(item: TransferCase): void {
  const periods = Object.values(item.current.custody).sort((a, b) => (a.beganAt < b.beganAt ? -1 : 1));
  periods.forEach(({ endedAt }, index) => {
    const next = periods[index + 1];
    if (next) expect(endedAt).toBe(next.beganAt);
  });
}

describe('a handover', () => {
  it('is signed by both sides, in whichever order', () => {
    for (const [one, other] of [
      ['handover-given', 'handover-taken'],
      ['handover-taken', 'handover-given'],
    ] as const) {
      const item = prepared();
      item.go(one);
      expect(item.current.custody['arrest-1']?.endedAt).toBeNull();
      expect(item.current.status).toBe('transfer-approved');
      item.do(`${other}#1`, item.current.steps[`${other}#1`]?.outcomes[0] ?? '', item.now);
      expect(item.openSteps()).toEqual(['presentation#1', 'warrant-cancellation#1']);
    }
  });

  it('is not signed for both sides by one officer', () => {
    const item = prepared();
    const officerId = officerOf('liaison', erbilCode);
    item.record('handover-given', 'handed-over', officerId, item.now);
    expect(() => item.record('handover-taken', 'taken-over', officerId, item.now)).toThrow('four-eyes');
  });

  it('ends the limits of the side that gave the person, and its power to release him', () => {
    const item = prepared();
    item.sign();
    expect(item.current.clocks['CPC109-15D:detention-order#1']?.status).toBe('met');
    expect(item.openSteps().filter((key) => /release|detention/.test(key))).toEqual([]);
  });

  it('is asked about when the lists differ, while the other side answers for the person', () => {
    const item = prepared();
    item.sign('handover', { lists: 'lists-2' });
    // The court does not wait for the lists.
    expect(item.openSteps()).toEqual(['handover-difference#1', 'presentation#1', 'warrant-cancellation#1']);
    expect(item.current.steps['handover-difference#1']?.agencyCode).toBe(baghdadCode);
    expect(item.current.custody).toMatchObject({
      'arrest-1': { endReason: 'handed-over' },
      handover: { endedAt: null },
    });
    item.go('handover-difference kept-with-reservation');
    expect(item.openSteps()).toContain('presentation#1');
  });

  it('is asked about when the hour differs, and the hour of who took the person over counts for both', () => {
    const item = prepared();
    item.sign('handover', { takenAt: later(item.now, 30) });
    expect(item.openSteps()).toContain('handover-difference#1');
    expectOneAfterAnother(item);
  });

  it('is signed anew by both, and what was signed then counts', () => {
    const item = prepared();
    item.sign('handover', { lists: 'lists-2' });
    item.go('handover-difference signed-anew');
    expect(item.openSteps()).toEqual([
      'handover-given#2',
      'handover-taken#2',
      'presentation#1',
      'warrant-cancellation#1',
    ]);
    item.sign();
    // What is signed anew settles the lists; the hour in which he was taken over stays.
    const first = item.current.steps['handover-taken#1']?.fact?.occurredAt;
    expect(item.current.custody.handover?.beganAt).toBe(first);
    expectOneAfterAnother(item);
    expect(item.openSteps()).toContain('presentation#1');
  });

  it('that was signed is not corrected by one side', () => {
    const item = prepared();
    item.go('handover-given');
    const fact = item.current.steps['handover-given#1']?.fact;
    if (!fact) throw new Error('not signed');
    const officerId = officerOf('liaison', erbilCode);
    const reason = { id: 'note-1', hash: 'hash' };
    expect(() =>
      item.take({
        type: 'correctFact',
        officerId,
        factKey: 'handover-given#1',
        fact,
        reason,
        details: null,
        proof: [],
      }),
    ).toThrow('signed-protocol');
  });

  it('of a cancelled warrant lets the person go without waiting for the lists', () => {
    const item = prepared();
    item.sign('handover', { lists: 'lists-2' });
    item.go('warrant-cancellation');
    expect(item.openSteps()).toEqual(['handover-difference#1', 'release-after-handover#1']);
    item.go('release-after-handover');
    expect(item.current.outcome).toBe('warrant-cancelled');
  });
});

describe('the court that issued the warrant', () => {
  function presented(outcome: string): TransferCase {
    const item = prepared();
    item.sign();
    item.go(`presentation ${outcome}`);
    return item;
  }

  it('takes the person, and the sender has a receipt of it', () => {
    const item = presented('presented');
    item.go('court-receipt');
    expect(item.events.filter(({ type }) => type === 'messageSent').at(-1)).toMatchObject({
      kind: 'court-receipt',
      from: baghdadCode,
      to: erbilCode,
      key: 'court-receipt-received#1',
    });
    item.go('court-receipt-received');
    expect(item.current.outcome).toBe('handed-over');
  });

  it('has its receipt acknowledged and the lists settled before the case is closed, in whichever order', () => {
    const settled = ['handover-difference kept-with-reservation'];
    const acknowledged = ['court-receipt', 'court-receipt-received'];
    for (const [first, second] of [
      [settled, acknowledged],
      [acknowledged, settled],
    ] as const) {
      const item = prepared();
      item.sign('handover', { lists: 'lists-2' });
      item.go('presentation presented', ...first);
      expect(item.current.outcome).toBeNull();
      item.go(...second);
      expect(item.current.outcome).toBe('handed-over');
    }
  });

  it.each([
    ['before anybody has signed his return', []],
    ['when one side has signed his return', ['return-given']],
  ])('has the wrong person before it, who is let go where he is %s', (_when, signed) => {
    const item = presented('wrong-person');
    item.go('return-decision returned', ...signed, 'release-after-handover');
    expect(item.current.outcome).toBe('wrong-person');
    expect(Object.values(item.current.custody).filter(({ endedAt }) => endedAt === null)).toEqual([]);
  });

  it('lets the person go', () => {
    expect(presented('released').current.outcome).toBe('released-by-the-court');
  });

  it('has the wrong person before it, who is let go there', () => {
    const item = presented('wrong-person');
    expect(item.current.custody.handover?.endedAt).toBeNull();
    item.go('return-decision released-here', 'release-after-handover');
    expect(item.current.outcome).toBe('wrong-person');
    expectOneAfterAnother(item);
  });

  it('has the wrong person before it, who is taken back and let go where he was taken from', () => {
    const item = presented('wrong-person');
    item.go('return-decision returned');
    item.sign('return', { takenAt: later(item.now, 30) });
    expect(item.current.custody).toMatchObject({
      handover: { endReason: 'handed-over' },
      return: { endedAt: null },
    });
    expectOneAfterAnother(item);
    expect(item.openSteps()).toEqual(['release-after-return#1', 'return-difference#1']);
    expect(item.current.steps['return-difference#1']?.agencyCode).toBe(erbilCode);
    item.go('release-after-return');
    expect(item.current.outcome).toBe('wrong-person');
  });

  it('has the wrong person before it, whose return is signed anew', () => {
    const item = presented('wrong-person');
    item.go('return-decision returned');
    item.sign('return', { lists: 'lists-2' });
    item.go('return-difference signed-anew');
    item.sign('return');
    expect(item.openSteps()).toEqual(['release-after-return#1']);
    expectOneAfterAnother(item);
  });
});
