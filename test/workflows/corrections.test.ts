import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';

const { legal, directorate, liaison, manager, ncb } = officers;
const reason = { id: 'note-1', hash: 'hash' };
const arrestClock = 'SWE23-40:provisional-arrest#1';

function arrested(): InMemoryCase {
  const item = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-20T06:00:00.000Z');
  item.open();
  item.decide('urgent-approval#1', 'approved', legal);
  item.now = '2026-03-06T06:00:00.000Z';
  item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
  item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00');
  return item;
}

function correct(item: InMemoryCase, occurredAt: string, changes: { outcome?: string } = {}) {
  return item.take({
    type: 'correctFact',
    officerId: ncb,
    factKey: 'provisional-arrest#1',
    fact: {
      occurredAt,
      zone: 'Europe/Stockholm',
      outcome: 'arrested',
      codes: [],
      limitDate: null,
      ...changes,
    },
    reason,
    details: null,
    proof: [document],
  });
}

describe('the correction of a fact', () => {
  it('changes nothing until a second person has confirmed it', () => {
    const item = arrested();
    correct(item, '2026-03-04T22:30:00.000Z');
    expect(item.current.steps['provisional-arrest#1']?.fact?.occurredAt).toBe('2026-03-03T22:30:00.000Z');
    expect(item.openSteps()).toContain('fact-correction#1');
    expect(() => item.decide('fact-correction#1', 'confirmed', ncb)).toThrow('four-eyes');
  });

  it('computes the clocks and the custody anew when it is confirmed', () => {
    const item = arrested();
    const before = item.current.clocks[arrestClock]?.terms?.lastDay;
    correct(item, '2026-03-04T22:30:00.000Z');
    item.decide('fact-correction#1', 'confirmed', manager);
    expect([before, item.current.clocks[arrestClock]?.terms?.lastDay]).toEqual(['2026-04-12', '2026-04-13']);
    expect(item.current.custody['provisional-arrest']?.beganAt).toBe('2026-03-04T22:30:00.000Z');
  });

  it('keeps the old fact beside the new one', () => {
    const item = arrested();
    correct(item, '2026-03-04T22:30:00.000Z');
    const events = item.decide('fact-correction#1', 'confirmed', manager);
    expect(events.find((event) => event.type === 'factSuperseded')).toMatchObject({
      previous: { occurredAt: '2026-03-03T22:30:00.000Z' },
      fact: { occurredAt: '2026-03-04T22:30:00.000Z' },
    });
  });

  it('leaves everything as it was when it is rejected', () => {
    const item = arrested();
    const { clocks, custody } = item.current;
    correct(item, '2026-03-04T22:30:00.000Z');
    item.decide('fact-correction#1', 'rejected', manager, { reasonId: 'note-1' });
    expect(item.current.clocks).toEqual(clocks);
    expect(item.current.custody).toEqual(custody);
    correct(item, '2026-03-04T21:30:00.000Z');
    expect(item.openSteps()).toContain('fact-correction#2');
  });

  it('judges a limit again by the corrected fact that keeps it', () => {
    const item = arrested();
    for (const [step, officer] of [
      ['legal-review', legal],
      ['assurances', directorate],
      ['judicial-council', officers.council],
      ['foreign-ministry', officers.foreign],
    ] as const) {
      item.decide(`${step}#1`, 'approved', officer);
    }
    item.passTimeUntil('2026-04-20T00:00:00.000Z');
    item.fact('transmission', 'transmitted', '2026-03-09T10:00:00+03:00');
    item.fact('receipt', 'received', '2026-04-14T09:30:00+02:00');
    expect(item.current.clocks[arrestClock]).toMatchObject({ status: 'expired' });
    item.take({
      type: 'correctFact',
      officerId: liaison,
      factKey: 'receipt#1',
      fact: {
        occurredAt: '2026-04-10T07:30:00.000Z',
        zone: 'Europe/Stockholm',
        outcome: 'received',
        codes: [],
        limitDate: null,
      },
      reason,
      details: null,
      proof: [document],
    });
    item.decide('fact-correction#1', 'confirmed', manager);
    item.passTimeUntil(item.now);
    expect(item.current.clocks[arrestClock]).toMatchObject({ status: 'met' });
    expect(item.openSteps()).not.toContain('release-expected#1');
  });

  it.each([
    ['in the future', '2026-03-07T06:00:00.000Z', 'in-the-future'],
    ['before its cause', '2026-02-19T06:00:00.000Z', 'before-its-cause'],
  ])('is refused %s', (_when, occurredAt, code) => {
    expect(() => correct(arrested(), occurredAt)).toThrow(code);
  });

  it('is refused after an event that must have come later', () => {
    const item = arrested();
    item.fact('release-abroad', 'released', '2026-03-05T06:00:00.000Z');
    expect(() => correct(item, '2026-03-05T08:00:00.000Z')).toThrow('before-its-cause');
  });

  it('is refused while another waits, and where it would change what came of the event', () => {
    const item = arrested();
    expect(() => correct(item, '2026-03-04T22:30:00.000Z', { outcome: 'refused' })).toThrow('outcome-fixed');
    correct(item, '2026-03-04T22:30:00.000Z');
    expect(() => correct(item, '2026-03-04T21:30:00.000Z')).toThrow('correction-pending');
  });
});

describe('a rescinded approval', () => {
  const opened = (item: InMemoryCase, key: string) => ({
    key,
    openedSeq: item.current.steps[key]?.openedSeq ?? -1,
  });
  const rescind = (item: InMemoryCase, key: string, officerId: string) =>
    item.take({ type: 'rescind', officerId, step: opened(item, key), reason });

  function signed(): InMemoryCase {
    const item = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-20T06:00:00.000Z');
    item.open({ urgency: 'ordinary' });
    item.decide('legal-review#1', 'approved', legal);
    item.decide('assurances#1', 'approved', directorate);
    return item;
  }

  it('is open again, and what followed it is withdrawn', () => {
    const item = signed();
    rescind(item, 'legal-review#1', legal);
    expect(item.openSteps()).toEqual(['legal-review#1']);
    item.decide('legal-review#1', 'approved', legal);
    expect(item.openSteps()).toEqual(['judicial-council#1']);
  });

  it('can be taken back by nobody else', () => {
    expect(() => rescind(signed(), 'legal-review#1', directorate)).toThrow('not-your-decision');
  });

  it('cannot be taken back once it has been acted on', () => {
    const item = arrested();
    expect(() => rescind(item, 'urgent-approval#1', legal)).toThrow('acted-on');
  });
});

describe('a case that is ended before its course is run', () => {
  const end = (item: InMemoryCase) =>
    item.take({ type: 'endCase', officerId: manager, outcome: 'withdrawn', reason });

  it('closes at once when nobody is wanted or held because of it', () => {
    const item = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-20T06:00:00.000Z');
    item.open();
    end(item);
    expect(item.current).toMatchObject({ outcome: 'withdrawn', status: 'closed' });
  });

  it('waits for the withdrawal of the arrest and the release', () => {
    const item = arrested();
    end(item);
    const open = ['arrest-request-withdrawal#1', 'consular-access#1', 'release-abroad#1'];
    expect(item.openSteps()).toEqual(open);
    expect(() => end(item)).toThrow('already-decided');
    item.fact('release-abroad', 'released', '2026-03-05T06:00:00.000Z');
    expect(item.current.outcome).toBe('withdrawn');
  });
});

describe('a correction that nobody has confirmed', () => {
  it('is withdrawn when the case closes', () => {
    const item = arrested();
    correct(item, '2026-03-04T22:30:00.000Z');
    item.take({ type: 'endCase', officerId: manager, outcome: 'withdrawn', reason });
    expect(item.openSteps()).toContain('fact-correction#1');
    item.fact('release-abroad', 'released', '2026-03-05T06:00:00.000Z');
    expect(item.openSteps()).toEqual([]);
    expect(item.current.corrections).toEqual({});
  });
});

describe('a suspended case', () => {
  const suspend = (item: InMemoryCase) => item.take({ type: 'suspend', officerId: manager, reason });
  const resume = (item: InMemoryCase) => item.take({ type: 'resume', officerId: manager, reason });

  it('takes no signature until it is resumed', () => {
    const item = arrested();
    suspend(item);
    expect(() => item.decide('legal-review#1', 'approved', legal)).toThrow('suspended');
    expect(() => suspend(item)).toThrow('suspended');
    resume(item);
    item.decide('legal-review#1', 'approved', legal);
    expect(() => resume(item)).toThrow('not-suspended');
  });

  it('stays under the legal limits, and internal service levels rest', () => {
    const item = arrested();
    suspend(item);
    const running = Object.values(item.current.clocks).filter((clock) => clock.status === 'running');
    expect(running.map((clock) => clock.rule)).toEqual(['SWE23-40']);
    item.passTimeUntil('2026-04-14T00:00:00.000Z');
    expect(item.openSteps()).toContain('release-expected#1');
  });

  it('takes what happens outside, and begins its service levels anew when it is resumed', () => {
    const item = arrested();
    suspend(item);
    item.fact('release-abroad', 'released', '2026-03-05T06:00:00.000Z');
    item.now = '2026-03-20T06:00:00.000Z';
    resume(item);
    const review = Object.values(item.current.clocks).find((clock) => clock.rule === 'SLA-LEGAL-REVIEW');
    expect(review).toMatchObject({ status: 'running', start: { trigger: '2026-03-20T06:00:00.000Z' } });
  });
});
