import { duties, preparation, TransferCase } from './transfer-case';

const hour = 3_600_000;
const day = 24 * hour;

function agreed(): TransferCase {
  const item = new TransferCase();
  item.open();
  item.go(...item.pathToAgreement, 'arrest');
  return item;
}

function prepared(): TransferCase {
  const item = agreed();
  item.go(...duties, ...preparation);
  return item;
}

function wait(item: TransferCase, ms: number): void {
  item.passTimeUntil(new Date(Date.parse(item.now) + ms).toISOString());
}

const statusOf = (item: TransferCase, key: string) => item.current.clocks[key]?.status;

/** Takes the approval of the side that holds the person back. Returns its key. */
function rescindTransfer(item: TransferCase): string {
  const key = 'transfer-regional-approval#1';
  const officerId = item.current.decisions.find((decision) => decision.key === key)?.officerId ?? '';
  const { openedSeq = 0 } = item.current.steps[key] ?? {};
  item.take({ type: 'rescind', officerId, step: { key, openedSeq }, reason: { id: 'n', hash: 'h' } });
  return key;
}

describe('a person who is released on bail and arrested again', () => {
  it('is in a new period of custody, with limits of its own', () => {
    const item = agreed();
    item.go(...duties, 'detention-order');
    wait(item, day);
    item.go('release released-on-bail');
    expect(item.openSteps()).toEqual(['arrest#2', 'warrant-cancellation#1']);
    expect(statusOf(item, 'CPC109-15D:detention-order#1')).toBe('met');
    item.go('arrest');
    expect(item.current.custody).toMatchObject({
      'arrest-1': { endReason: 'released-on-bail' },
      'arrest-2': { endedAt: null },
    });
    expect(statusOf(item, 'CON19-24H:arrest#2')).toBe('running');
    expect(item.openSteps()).toEqual(expect.arrayContaining(['counsel#2', 'papers-to-judge#2', 'release#2']));
  });

  it('leaves what was not done in the first period behind', () => {
    const item = agreed();
    wait(item, 25 * hour);
    expect(item.openSteps()).toEqual(expect.arrayContaining(['mandatory-presentation#1', 'counsel#1']));
    item.go('release');
    expect(item.openSteps()).toEqual(['arrest#2', 'warrant-cancellation#1']);
    expect(item.current.clocks['CON19-24H:arrest#1']).toMatchObject({ status: 'expired', settled: true });
  });

  it('has a first order and six months of the new period, and an old order is not renewed by a new one', () => {
    const item = agreed();
    item.go(...duties, 'detention-order', 'release', 'arrest', ...duties);
    expect(item.openSteps()).toContain('detention-order#3');
    item.go('detention-order');
    const ofOrders = Object.keys(item.current.clocks).filter((key) => key.startsWith('CPC109-6M'));
    expect(ofOrders).toEqual(['CPC109-6M:detention-order#1', 'CPC109-6M:detention-order#3']);
    expect(item.current.clocks['CPC109-15D:detention-order#1']).toMatchObject({ status: 'met' });
    expect(item.openSteps()).toContain('detention-order#4');
  });

  it.each([
    ['handover-given', 'handover-taken'],
    ['handover-taken', 'handover-given'],
  ])('is not let go of because one side signed %s in the first period', (signed, other) => {
    const item = prepared();
    item.go(signed, 'release released-on-bail', 'arrest', ...duties, 'detention-order');
    expect(item.current.custody['arrest-2']?.endedAt).toBeNull();
    wait(item, 16 * day);
    expect(statusOf(item, 'CPC109-15D:detention-order#3')).toBe('expired');
    item.go(...preparation);
    expect(item.openSteps()).toEqual(expect.arrayContaining(['handover-given#2', 'handover-taken#2']));
    item.go(other);
    expect(item.current.custody['arrest-2']?.endedAt).toBeNull();
    item.go(signed);
    expect(item.current.custody['arrest-2']?.endReason).toBe('handed-over');
  });

  it('is not let go of by that either while an approval is taken back', () => {
    const item = prepared();
    item.go('handover-taken', 'release released-on-bail');
    rescindTransfer(item);
    item.go('arrest', ...duties, 'detention-order');
    wait(item, 16 * day);
    expect(statusOf(item, 'CPC109-15D:detention-order#3')).toBe('expired');
  });

  it('is examined, and his belongings listed, anew before he travels', () => {
    const item = prepared();
    item.go('release', 'arrest', ...duties);
    expect(item.openSteps()).toEqual(
      expect.arrayContaining(['medical-check#2', 'belongings#2', 'escort-order#2']),
    );
    expect(item.openSteps()).not.toContain('handover-given#2');
  });

  it('cannot have been arrested again before he was released', () => {
    const item = agreed();
    const arrest = item.current.steps['arrest#1']?.fact?.occurredAt ?? '';
    wait(item, day);
    item.go('release');
    expect(() => item.do('arrest#2', 'arrested', arrest)).toThrow('before-its-cause');
  });

  it('may be released by the judge at once, and arrested again', () => {
    const item = agreed();
    item.go('papers-to-judge released');
    expect(item.current.custody['arrest-1']?.endReason).toBe('released');
    expect(item.openSteps()).toEqual(['arrest#2', 'warrant-cancellation#1']);
  });
});

describe('the limits of a detention', () => {
  it('run from the judge on for as long as an order may, when nobody records the order', () => {
    const item = agreed();
    item.go(...duties);
    expect(statusOf(item, 'CPC109-15D:papers-to-judge#1')).toBe('running');
    wait(item, 16 * day);
    expect(statusOf(item, 'CPC109-15D:papers-to-judge#1')).toBe('expired');
    expect(item.openSteps()).toContain('detention-order-missing#1');
  });

  it.each(['handover-given', 'handover-taken'])('are not ended by %s alone', (signed) => {
    const item = prepared();
    item.go(signed);
    expect(statusOf(item, 'CPC109-15D:detention-order#1')).toBe('running');
    expect(statusOf(item, 'CPC109-6M:detention-order#1')).toBe('running');
    wait(item, 16 * day);
    expect(item.openSteps()).toContain('detention-order-ended#1');
  });
});

describe('nobody is handed over', () => {
  it.each(['reasons-told', 'counsel', 'interpreter', 'family-informed'])(
    'while %s is not seen to',
    (right) => {
      const item = agreed();
      item.go(...duties.filter((step) => step !== right), ...preparation);
      expect(item.openSteps()).not.toContain('handover-given#1');
      expect(item.openSteps()).not.toContain('handover-taken#1');
      item.go(right);
      expect(item.openSteps()).toEqual(expect.arrayContaining(['handover-given#1', 'handover-taken#1']));
    },
  );

  it('whose detention no judge has ordered', () => {
    const item = agreed();
    item.go(...duties, ...preparation.filter((step) => step !== 'detention-order'));
    expect(item.openSteps()).not.toContain('handover-given#1');
    item.go('detention-order');
    expect(item.openSteps()).toContain('handover-given#1');
  });

  it('who is not in the register of detained persons', () => {
    const item = agreed();
    item.go(...duties.filter((step) => step !== 'register-entry'), ...preparation);
    expect(item.openSteps()).not.toContain('handover-given#1');
    item.go('register-entry');
    expect(item.openSteps()).toContain('handover-given#1');
  });

  it('who is not fit: he is examined until he is', () => {
    const item = agreed();
    item.go(...duties, 'detention-order', 'belongings', 'escort-order', 'medical-check unfit');
    expect(item.openSteps()).not.toContain('handover-given#1');
    item.go('medical-check unfit', 'medical-check fit');
    expect(item.openSteps()).toContain('handover-given#1');
    expect(item.current.clocks['HANDOVER-MEDICAL-24H:medical-check#3']?.status).toBe('running');
  });

  it('on a certificate of more than 24 hours: he is examined anew before anybody signs', () => {
    const item = prepared();
    wait(item, 25 * hour);
    expect(item.openSteps()).toContain('medical-check-outdated#1');
    item.go('medical-check-outdated journey-put-off');
    expect(item.openSteps()).toContain('medical-check#2');
    expect(item.openSteps().filter((key) => key.startsWith('handover'))).toEqual([]);
    item.go('medical-check unfit', 'medical-check fit');
    expect(item.openSteps()).toEqual(expect.arrayContaining(['handover-given#2', 'handover-taken#2']));
    wait(item, 25 * hour);
    expect(item.openSteps()).toContain('medical-check-outdated#3');
    item.go('medical-check-outdated', 'medical-check');
    item.sign();
    expect(item.current.status).toBe('handed-over');
  });

  it('and was examined anew, whatever is corrected of the old certificate when he has been handed over', () => {
    const item = prepared();
    wait(item, 25 * hour);
    item.go('medical-check-outdated', 'medical-check');
    item.sign();
    const known = item.current.steps['medical-check#1']?.fact;
    if (!known) throw new Error('nobody was examined');
    const fact = { ...known, occurredAt: new Date(Date.parse(known.occurredAt) + 20 * hour).toISOString() };
    item.take({
      ...{ type: 'correctFact', officerId: 'officer', factKey: 'medical-check#1', fact },
      ...{ reason: { id: 'note-1', hash: 'hash' }, details: null, proof: [] },
    });
    item.go('fact-correction');
    expect(item.current.status).toBe('handed-over');
    expect(item.openSteps()).toEqual(['presentation#1', 'warrant-cancellation#1']);
  });

  it('but a handover within the 24 hours that is recorded later stands', () => {
    const item = prepared();
    const inTime = item.now;
    wait(item, 25 * hour);
    item.do('handover-given#1', 'handed-over', inTime);
    expect(item.openSteps()).not.toContain('medical-check-outdated#1');
    expect(statusOf(item, 'HANDOVER-MEDICAL-24H:medical-check#1')).toBe('met');
    item.do('handover-taken#1', 'taken-over', inTime);
    expect(item.current.status).toBe('handed-over');
  });

  it('and one on an old certificate is no reason to forget that he was given', () => {
    const item = prepared();
    wait(item, 25 * hour);
    item.go('handover-given', 'medical-check-outdated');
    expect(item.openSteps()).toContain('handover-taken#1');
    expect(item.openSteps()).not.toContain('medical-check#2');
  });
});

describe('an approval that is taken back', () => {
  it('withdraws the journey, and what was done for it counts when it is given again', () => {
    const item = prepared();
    const key = rescindTransfer(item);
    expect(item.openSteps().filter((step) => step.startsWith('handover'))).toEqual([]);
    expect(item.openSteps()).toEqual(expect.arrayContaining([key, 'release#1', 'detention-order#2']));
    item.go('transfer-regional-approval');
    expect(item.openSteps()).toEqual(expect.arrayContaining(['handover-given#1', 'handover-taken#1']));
  });
});
