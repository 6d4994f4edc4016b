import type { ImportCase } from '../../domain/case/commands';
import type { PastItem } from '../../domain/case/past';
import { rehearse } from '../../services/import/rehearse';
import { shippedCompletion } from '../support/completion';
import { contentSummary, document } from './in-memory-case';
import { baghdad, duties, erbil, officerOf, TransferCase } from './transfer-case';

const note = { id: 'note-1', hash: 'hash' };
const manager = officerOf('manager', baghdad.agencyCode);
const now = '2026-04-20T06:00:00.000Z';

const signOff = (step: string, outcome: string, decidedAt: string): PastItem => ({
  ...{ kind: 'sign-off', step, outcome, decidedAt, note, proof: [document] },
});

const fact = (step: string, outcome: string, occurredAt: string, signs?: string): PastItem => ({
  kind: 'fact',
  step,
  fact: {
    ...{ occurredAt, zone: 'Asia/Baghdad', outcome, codes: [], limitDate: null },
    ...(signs === undefined ? {} : { signs }),
  },
  details: null,
  proof: [document],
});

const toTransmission = [
  signOff('cross-check', 'nobody-known', '2026-04-01T06:00:00.000Z'),
  signOff('request-legal-review', 'approved', '2026-04-01T07:00:00.000Z'),
  signOff('request-approval', 'approved', '2026-04-01T08:00:00.000Z'),
  signOff('transmission', 'sent', '2026-04-01T09:00:00.000Z'),
];
const toTheArrest = [
  ...toTransmission,
  signOff('receipt', 'received', '2026-04-02T06:00:00.000Z'),
  signOff('cross-check-there', 'nobody-known', '2026-04-02T07:00:00.000Z'),
  fact('endorsement', 'endorsed', '2026-04-03T06:00:00.000Z'),
  fact('arrest', 'arrested', '2026-04-10T06:00:00.000Z'),
];
const ofTheDay = (hour: string) => `2026-04-10T${hour}:00:00.000Z`;
const detained = [
  ...toTheArrest,
  fact('reasons-told', 'told', ofTheDay('07')),
  fact('counsel', 'chosen', ofTheDay('07')),
  fact('interpreter', 'not-needed', ofTheDay('07')),
  fact('family-informed', 'informed', ofTheDay('07')),
  fact('register-entry', 'entered', ofTheDay('08')),
  fact('papers-to-judge', 'detained', ofTheDay('09')),
  fact('detention-order', 'ordered', ofTheDay('09')),
];

/** Imports a transfer from an older list, as the workflow and the write step do. */
function imported(past: readonly PastItem[], changes: object = {}): TransferCase {
  const item = new TransferCase('FED', now);
  const command = {
    type: 'importCase' as const,
    officerId: manager,
    agencyCode: baghdad.agencyCode,
    parties: item.parties,
    content: contentSummary({ urgency: 'ordinary', requestedState: 'IQ', editorId: manager, ...changes }),
    source: 'old-list',
    reference: note,
    past,
  } satisfies Omit<ImportCase, 'commandId' | 'expected'>;
  const completion = { ...shippedCompletion(now), ...item.completion };
  const { expected } = rehearse({ caseId: 'case-1', procedure: 'suspect-transfer', command }, completion);
  item.take({ ...command, expected });
  return item;
}

describe('a transfer that ran before it came here', () => {
  it('waits for the receipt of a request that was sent', () => {
    const item = imported(toTransmission);
    expect(item.openSteps()).toEqual(['receipt#1', 'warrant-cancellation#1']);
    expect(item.current.steps['receipt#1']?.agencyCode).toBe(erbil.agencyCode);
    expect(item.events.filter(({ type }) => type === 'messageSent')).toMatchObject([
      {
        kind: 'request',
        from: baghdad.agencyCode,
        to: erbil.agencyCode,
        key: 'receipt#1',
        documents: [document],
      },
    ]);
  });

  it('has the hours of its arrest, and what has passed of them asks the side that holds the person', () => {
    const item = imported(toTheArrest);
    expect(item.current.custody['arrest-1']).toMatchObject({ beganAt: ofTheDay('06'), endedAt: null });
    expect(item.openSteps()).toEqual(
      expect.arrayContaining(['mandatory-presentation#1', 'mandatory-release#1', 'register-entry-missed#1']),
    );
  });

  it('goes on with limits that run, and from there to its end', () => {
    const item = imported(detained);
    expect(item.current.clocks['CON19-24H:arrest#1']?.status).toBe('met');
    expect(item.current.clocks['CPC109-15D:detention-order#1']?.status).toBe('running');
    item.go('transfer-regional-approval', 'medical-check', 'belongings', 'escort-order');
    item.sign();
    item.go('presentation', 'court-receipt', 'court-receipt-received');
    expect(item.current.outcome).toBe('handed-over');
  });

  it('may begin with a person who is held and nothing signed', () => {
    const held = imported([fact('arrest', 'arrested', '2026-04-20T05:00:00.000Z')], { alreadyHeld: true });
    expect(held.openSteps()).toEqual(
      expect.arrayContaining(['cross-check#1', ...duties.map((step) => `${step}#1`)]),
    );
  });

  it('is refused with an outcome that a message has not', () => {
    const past = [...toTransmission.slice(0, 3), signOff('transmission', 'lost', '2026-04-01T09:00:00.000Z')];
    expect(() => imported(past)).toThrow('unknown-outcome');
  });

  it('is refused where it was sent before it was approved, or nobody approved it', () => {
    const early = [
      ...toTransmission.slice(0, 3),
      signOff('transmission', 'sent', '2026-04-01T07:30:00.000Z'),
    ];
    expect(() => imported(early)).toThrow('before-its-cause');
    expect(() => imported([...toTransmission.slice(0, 2), ...toTransmission.slice(3)])).toThrow('not-open');
  });

  it('is refused where one officer would have to sign a handover for both sides', () => {
    const past = [
      ...detained,
      signOff('transfer-regional-approval', 'approved', ofTheDay('10')),
      fact('medical-check', 'fit', ofTheDay('11')),
      fact('belongings', 'listed', ofTheDay('11')),
      fact('escort-order', 'ordered', ofTheDay('11')),
      fact('handover-given', 'handed-over', ofTheDay('12'), 'lists-1'),
    ];
    // Not one of the two signatures: the other side's is not the importing officer's to give.
    expect(() => imported(past)).toThrow('four-eyes');
    expect(imported(past.slice(0, -1)).openSteps()).toEqual(
      expect.arrayContaining(['handover-given#1', 'handover-taken#1']),
    );
  });
});

describe('a correction of the hour of an arrest', () => {
  function corrected(occurredAt: string): TransferCase {
    const item = new TransferCase('FED', '2026-03-20T18:00:00.000Z');
    item.open({ alreadyHeld: true });
    item.go('arrest');
    item.passTimeUntil('2026-03-21T12:00:00.000Z');
    item.go('papers-to-judge');
    item.later(1_800_000);
    const known = item.current.steps['arrest#1']?.fact;
    if (!known) throw new Error('nobody was arrested');
    const common = { reason: note, details: null, proof: [document] };
    const officerId = officerOf('liaison', erbil.agencyCode);
    item.take({
      type: 'correctFact',
      officerId,
      factKey: 'arrest#1',
      fact: { ...known, occurredAt },
      ...common,
    });
    expect(item.current.steps['fact-correction#1']?.agencyCode).toBe(erbil.agencyCode);
    item.go('fact-correction');
    item.passTimeUntil('2026-03-21T14:00:00.000Z');
    return item;
  }

  it('moves the custody and its limits, and what was kept by then is late', () => {
    const item = corrected('2026-03-20T09:00:00.000Z');
    expect(item.current.custody['arrest-1']?.beganAt).toBe('2026-03-20T09:00:00.000Z');
    const clock = item.current.clocks['CON19-24H:arrest#1'];
    expect(clock?.terms?.dueAt).toBe('2026-03-21T09:00:00.000Z');
    expect(clock?.status).toBe('expired');
    expect(item.openSteps()).toContain('mandatory-presentation#1');
  });

  it('leaves kept what is kept by the right hour as well', () => {
    const item = corrected('2026-03-20T17:00:00.000Z');
    expect(item.current.clocks['CON19-24H:arrest#1']?.status).toBe('met');
    expect(item.openSteps()).not.toContain('mandatory-presentation#1');
  });

  it('is not possible past what it led to', () => {
    expect(() => corrected('2026-03-21T12:00:30.000Z')).not.toThrow();
    expect(() => corrected('2026-03-21T12:02:00.000Z')).toThrow('before-its-cause');
  });
});
