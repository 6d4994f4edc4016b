import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { document, InMemoryCase, officers } from './in-memory-case';

const { legal, directorate, council, foreign, manager } = officers;

function newCase(now = '2026-02-20T06:00:00.000Z'): InMemoryCase {
  return new InMemoryCase(outgoingExtraditionProcedure, now);
}

function signAll(item: InMemoryCase): void {
  item.decide('legal-review#1', 'approved', legal);
  item.decide('assurances#1', 'approved', directorate);
  item.decide('judicial-council#1', 'approved', council);
  item.decide('foreign-ministry#1', 'approved', foreign);
}

/** Opened, signed, transmitted and received; arrested on 3 March with a date set by the requested state. */
function received(): InMemoryCase {
  const item = newCase();
  item.open();
  item.decide('urgent-approval#1', 'approved', legal);
  item.now = '2026-03-04T06:00:00.000Z';
  item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
  item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00', { limitDate: '2026-04-10' });
  signAll(item);
  item.passTimeUntil('2026-03-11T12:00:00.000Z');
  item.fact('transmission', 'transmitted', '2026-03-09T10:00:00+03:00');
  item.fact('receipt', 'received', '2026-03-11T09:30:00+01:00');
  return item;
}

function granted(): InMemoryCase {
  const item = received();
  item.passTimeUntil('2026-06-05T12:00:00.000Z');
  item.fact('opinion', 'no-obstacle', '2026-04-16T10:00:00+02:00');
  item.fact('judgment', 'no-obstacle', '2026-05-12T10:00:00+02:00');
  item.fact('decision', 'granted', '2026-06-04T13:00:00+02:00', {
    codes: ['speciality', 'no-death-penalty'],
  });
  item.fact('notice-of-decision', 'notified', '2026-06-05T09:00:00+02:00');
  item.decide('conditions-review#1', 'accepted', legal);
  item.fact('escort-order', 'ordered', '2026-06-05T09:00:00+02:00');
  return item;
}

describe('outgoing extradition', () => {
  it('opens the legal review and, when it is urgent, the urgent approval beside it', () => {
    const item = newCase();
    item.open({ gaps: ['evidence-of-participation'] });
    expect(item.openSteps()).toEqual(['legal-review#1', 'urgent-approval#1']);
    expect(item.current.steps['request-checklist#1']?.outcome).toBe('gaps');
    expect(item.current.status).toBe('legal-review');
  });

  it('opens no urgent approval for an ordinary request', () => {
    const item = newCase();
    item.open({ urgency: 'ordinary' });
    expect(item.openSteps()).toEqual(['legal-review#1']);
  });

  it('cannot proceed without a title', () => {
    expect(() => newCase().open({ blocking: ['title'] })).toThrow('cannot-proceed');
  });

  it('stops at the person checks until a reviewer has looked at the findings', () => {
    const item = newCase();
    item.open({ findings: ['identified-as-victim'] });
    expect(item.openSteps()).toEqual(['person-checks#1']);
    item.decide('person-checks#1', 'stop', legal, { reasonId: 'note-1' });
    expect(item.current.outcome).toBe('stopped-after-person-checks');
  });

  it('goes from the first approval to the end of the speciality watch', () => {
    const item = granted();
    item.passTimeUntil('2026-06-24T12:00:00.000Z');
    item.fact('surrender', 'surrendered', '2026-06-23T08:15:00+02:00');
    item.fact('arrival', 'arrived', '2026-06-23T17:40:00+03:00', { zone: 'Asia/Baghdad' });
    item.fact('before-judge', 'presented', '2026-06-24T10:00:00+03:00', { zone: 'Asia/Baghdad' });
    expect(item.openSteps()).toContain('speciality-watch#1');
    item.decide('speciality-watch#1', 'ended', manager, { reasonId: 'note-1' });
    for (const right of [
      ['reasons-told', 'told'],
      ['counsel', 'appointed'],
      ['interpreter', 'not-needed'],
      ['family-informed', 'informed'],
      ['deduction', 'told'],
    ] as const) {
      expect(item.current.outcome).toBeNull();
      item.fact(right[0], right[1], '2026-06-24T12:00:00+03:00', { zone: 'Asia/Baghdad' });
    }
    expect(item.current).toMatchObject({ outcome: 'surrendered', status: 'closed' });
    expect(Object.values(item.current.clocks).filter((clock) => !clock.settled)).toEqual([]);
    expect(item.current.custody).toEqual({
      'provisional-arrest': {
        beganAt: '2026-03-03T22:30:00.000Z',
        endedAt: '2026-06-23T06:15:00.000Z',
        endReason: 'surrendered',
      },
      surrender: {
        beganAt: '2026-06-23T06:15:00.000Z',
        endedAt: '2026-06-24T07:00:00.000Z',
        endReason: 'presented',
      },
    });
  });

  it('lets the Government only refuse after the Supreme Court has found an obstacle (s. 18)', () => {
    const item = received();
    item.passTimeUntil('2026-06-05T12:00:00.000Z');
    item.fact('opinion', 'no-obstacle', '2026-04-16T10:00:00+02:00');
    item.fact('judgment', 'obstacle', '2026-05-12T10:00:00+02:00');
    expect(() => item.fact('decision', 'granted', '2026-06-04T13:00:00+02:00')).toThrow('unknown-outcome');
    item.fact('decision', 'refused', '2026-06-04T13:00:00+02:00');
    item.decide('refusal-follow-up#1', 'no-further-action', manager, { reasonId: 'note-1' });
    expect(item.openSteps()).toEqual(['consular-access#1', 'release-abroad#1']);
    item.fact('release-abroad', 'released', '2026-06-05T10:00:00+02:00');
    expect(item.current.outcome).toBe('refused');
  });

  it('takes a new date when the person was not taken over', () => {
    const item = granted();
    item.passTimeUntil('2026-06-24T12:00:00.000Z');
    item.fact('surrender', 'not-taken-over', '2026-06-23T08:15:00+02:00');
    item.decide('not-taken-over-follow-up#1', 'new-date', manager, { reasonId: 'note-1' });
    expect(item.openSteps()).toEqual(['consular-access#1', 'release-abroad#1', 'surrender-date#2']);
  });
});

describe('the limit for the file after provisional arrest (s. 23)', () => {
  it('runs to the date that the requested state set and is kept by the receipt', () => {
    const item = received();
    const clock = Object.values(item.current.clocks).find((candidate) => candidate.rule === 'SWE23-40');
    expect(clock).toMatchObject({ status: 'met', terms: { lastDay: '2026-04-10', verified: false } });
  });

  it('opens a release-expected task for a manager when it passes, and takes it back when the receipt proves to lie within', () => {
    const item = newCase();
    item.open();
    item.decide('urgent-approval#1', 'approved', legal);
    item.now = '2026-03-04T06:00:00.000Z';
    item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
    item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00', { limitDate: '2026-04-10' });
    signAll(item);
    item.passTimeUntil('2026-04-12T06:00:00.000Z');
    const open = ['consular-access#1', 'release-abroad#1', 'release-expected#1', 'transmission#1'];
    expect(item.openSteps()).toEqual(open);
    item.fact('transmission', 'transmitted', '2026-03-09T10:00:00+03:00');
    item.fact('receipt', 'received', '2026-03-11T09:30:00+01:00');
    expect(item.openSteps()).not.toContain('release-expected#1');
  });

  it('keeps running when the content is edited after the arrest', () => {
    const item = newCase();
    item.open();
    item.decide('urgent-approval#1', 'approved', legal);
    item.now = '2026-03-04T06:00:00.000Z';
    item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
    item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00');
    const content = { ...item.current.content, version: 2, hash: 'hash-2' };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    const clock = Object.values(item.current.clocks).find((candidate) => candidate.rule === 'SWE23-40');
    expect(clock?.status).toBe('running');
  });
});

describe('facts recorded late', () => {
  it('cause no reminders for thresholds that were past already', () => {
    const item = newCase('2026-11-22T12:00:00.000Z');
    item.open();
    item.decide('urgent-approval#1', 'approved', legal);
    item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
    item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00', { limitDate: '2026-04-10' });
    const caused = item.passTimeUntil(item.now);
    expect(caused.map((event) => event.type)).toEqual(['clockExpired', 'stepOpened']);
    expect(caused[0]).toMatchObject({ recordedLate: true });
  });
});

describe('an edit of the content', () => {
  it('reopens the approvals that signed the older version and withdraws what followed them', () => {
    const item = newCase();
    item.open({ urgency: 'ordinary' });
    item.decide('legal-review#1', 'approved', legal);
    const content = { ...item.current.content, version: 2, hash: 'hash-2' };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    expect(item.openSteps()).toEqual(['legal-review#1']);
    expect(() => item.decide('legal-review#1', 'approved', legal, { contentHash: 'hash-1' })).toThrow(
      'content-changed',
    );
    item.decide('legal-review#1', 'approved', legal);
    expect(item.openSteps()).toEqual(['assurances#1']);
  });

  it('is refused once the request has been transmitted', () => {
    const item = received();
    const content = { ...item.current.content, version: 2, hash: 'hash-2' };
    expect(() => item.take({ type: 'reviseContent', officerId: officers.liaison, content })).toThrow(
      'content-signed-out',
    );
  });
});

describe('four eyes', () => {
  it('excludes the creator and whoever signed at another level', () => {
    const item = newCase();
    item.open({ urgency: 'ordinary' });
    expect(() => item.decide('legal-review#1', 'approved', officers.liaison)).toThrow('four-eyes');
    item.decide('legal-review#1', 'approved', legal);
    expect(() => item.decide('assurances#1', 'approved', legal)).toThrow('four-eyes');
  });

  it.each([
    ['who opened the case', 'liaison'],
    ['who edited it last', 'ncb'],
    ['who signed for another', 'legal'],
    ['for whom another signed', 'council'],
  ] as const)('exclude %s, whoever acts for him and for whomever he acts', (_name, who) => {
    const item = newCase();
    const { [who]: person, directorate: other } = officers;
    item.open({ urgency: 'ordinary' });
    const content = { ...item.current.content, version: 2, hash: 'hash-2', editorId: officers.ncb };
    item.take({ type: 'reviseContent', officerId: officers.ncb, content });
    item.decide('legal-review#1', 'approved', legal, { actingForId: officers.council });
    for (const [officerId, actingForId] of [[person], [other, person], [person, other]] as const)
      expect(() =>
        item.decide('assurances#1', 'approved', officerId, actingForId ? { actingForId } : {}),
      ).toThrow('four-eyes');
    item.decide('assurances#1', 'approved', other);
  });
});

describe('supplementary information', () => {
  it('runs in rounds, each with the limit that the other side sets', () => {
    const item = received();
    item.passTimeUntil('2026-03-20T15:00:00.000Z');
    const ask = {
      type: 'requestDocuments' as const,
      officerId: officers.liaison,
      step: 'supplementary-information',
      items: ['evidence-of-participation', 'photograph'],
      answerBy: '2026-04-03',
      zone: 'Europe/Stockholm',
      occurredAt: '2026-03-20T13:00:00.000Z',
      details: null,
      proof: [],
    };
    item.take(ask);
    expect(() => item.take(ask)).toThrow('already-asked');
    const provide = (name: string) => ({
      type: 'provideDocuments' as const,
      officerId: officers.liaison,
      step: {
        key: 'supplementary-information#1',
        openedSeq: item.current.steps['supplementary-information#1']?.openedSeq ?? -1,
      },
      items: [{ item: name, document }],
      occurredAt: item.now,
    });
    item.take(provide('photograph'));
    expect(item.openSteps()).toContain('supplementary-information#1');
    expect(() => item.take(provide('passport'))).toThrow('item-not-asked');
    item.take(provide('evidence-of-participation'));
    expect(item.openSteps()).toContain('supplementary-information#2');
    const key = 'SET-BY-OTHER-SIDE:supplementary-information#1';
    expect(item.events).toContainEqual(expect.objectContaining({ type: 'clockMet', key, inTime: true }));
  });
});

describe('a person who is held', () => {
  const clockOf = (item: InMemoryCase, key: string) => item.current.clocks[key];

  function arrested(): InMemoryCase {
    const item = newCase();
    item.open();
    item.decide('urgent-approval#1', 'approved', legal);
    item.now = '2026-03-04T06:00:00.000Z';
    item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
    item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00');
    return item;
  }

  it('stays under the limit when the request is edited to be ordinary', () => {
    const item = arrested();
    const content = { ...item.current.content, version: 2, hash: 'hash-2', urgency: 'ordinary' as const };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    expect(clockOf(item, 'SWE23-40:provisional-arrest#1')?.status).toBe('running');
  });

  it('stays under the limit while the person checks are open again', () => {
    const item = arrested();
    const content = { ...item.current.content, version: 2, hash: 'hash-2', findings: ['minor'] };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    expect(item.openSteps()).toContain('person-checks#1');
    expect(clockOf(item, 'SWE23-40:provisional-arrest#1')?.status).toBe('running');
  });

  it('keeps a refused case open until the request is withdrawn and the release recorded', () => {
    const item = arrested();
    item.decide('legal-review#1', 'refused', legal, { reasonId: 'note-1' });
    const open = ['arrest-request-withdrawal#1', 'consular-access#1', 'release-abroad#1'];
    expect(item.openSteps()).toEqual(open);
    item.fact('arrest-request-withdrawal', 'withdrawn', '2026-03-04T08:00:00+03:00');
    expect(clockOf(item, 'SWE23-40:provisional-arrest#1')?.status).toBe('running');
    item.now = '2026-03-06T06:00:00.000Z';
    item.fact('release-abroad', 'released', '2026-03-05T08:00:00+03:00');
    expect(item.current).toMatchObject({
      outcome: 'not-approved',
      custody: { 'provisional-arrest': { endedAt: '2026-03-05T05:00:00.000Z' } },
    });
  });

  it('whose release abroad was recorded was not held until the surrender', () => {
    const item = granted();
    item.passTimeUntil('2026-06-24T12:00:00.000Z');
    item.fact('release-abroad', 'released', '2026-06-10T08:00:00+02:00');
    item.fact('surrender', 'surrendered', '2026-06-23T08:15:00+02:00');
    expect(item.current.custody['provisional-arrest']).toMatchObject({
      endedAt: '2026-06-10T06:00:00.000Z',
      endReason: 'released',
    });
  });

  it('is not released from the month of pick-up by not being taken over', () => {
    const item = granted();
    item.passTimeUntil('2026-06-24T12:00:00.000Z');
    item.fact('surrender', 'not-taken-over', '2026-06-23T08:15:00+02:00');
    expect(clockOf(item, 'SWE20-1M:notice-of-decision#1')?.status).toBe('running');
    item.passTimeUntil('2026-07-07T00:00:00.000Z');
    expect(item.openSteps()).toContain('pick-up-limit-passed#1');
  });

  it('gets no new month with a new date, but for extraordinary reasons', () => {
    const item = granted();
    item.passTimeUntil('2026-07-07T00:00:00.000Z');
    item.decide('pick-up-limit-passed#1', 'extraordinary-reasons', manager, { reasonId: 'note-1' });
    item.fact('surrender', 'force-majeure', '2026-07-06T08:15:00+02:00');
    item.decide('not-taken-over-follow-up#1', 'new-date', manager, { reasonId: 'note-1' });
    item.fact('surrender-date', 'agreed', '2026-07-06T09:00:00+02:00', { limitDate: '2026-07-20' });
    const ofPickUp = Object.keys(item.current.clocks).filter((key) => key.startsWith('SWE20-1M'));
    expect(ofPickUp).toEqual(['SWE20-1M:notice-of-decision#1']);
    expect(clockOf(item, 'SWE20-1M:notice-of-decision#1')).toMatchObject({
      status: 'expired',
      settled: true,
    });
    expect(item.openSteps()).toContain('escort-order#2');
  });

  it('stays among what is overdue while a manager only knows that the person is still held', () => {
    const item = arrested();
    item.passTimeUntil('2026-04-14T00:00:00.000Z');
    item.decide('release-expected#1', 'still-held', manager, { reasonId: 'note-1' });
    expect(clockOf(item, 'SWE23-40:provisional-arrest#1')).toMatchObject({
      status: 'expired',
      settled: false,
    });
  });
});

describe('the person checks', () => {
  it('are opened again by an edit that brings findings in', () => {
    const item = newCase();
    item.open({ urgency: 'ordinary' });
    const content = {
      ...item.current.content,
      version: 2,
      hash: 'hash-2',
      findings: ['national-of-requested-state'],
    };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    expect(item.openSteps()).toEqual(['person-checks#1']);
  });

  it('are not closed by an edit that makes the findings go away', () => {
    const item = newCase();
    item.open({ findings: ['minor'] });
    const content = { ...item.current.content, version: 2, hash: 'hash-2', findings: [] };
    item.take({ type: 'reviseContent', officerId: officers.liaison, content });
    expect(item.openSteps()).toEqual(['person-checks#1']);
  });
});

describe('the order of recording', () => {
  function arrestRecordedAfterTheReceipt(): InMemoryCase {
    const item = newCase();
    item.open();
    item.decide('urgent-approval#1', 'approved', legal);
    item.now = '2026-03-12T06:00:00.000Z';
    item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
    signAll(item);
    item.fact('transmission', 'transmitted', '2026-03-09T10:00:00+03:00');
    item.fact('receipt', 'received', '2026-03-11T09:30:00+01:00');
    item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00');
    return item;
  }

  it('makes no false alarm when the arrest is recorded after the receipt', () => {
    const item = arrestRecordedAfterTheReceipt();
    item.passTimeUntil('2026-05-01T00:00:00.000Z');
    expect(item.current.clocks['SWE23-40:provisional-arrest#1']?.status).toBe('met');
    expect(item.openSteps()).not.toContain('release-expected#1');
  });

  it.each(['before', 'after'])(
    'gives a receipt that came too late the same follow-up %s the limit was noticed',
    (order) => {
      const item = newCase();
      item.open();
      item.decide('urgent-approval#1', 'approved', legal);
      item.now = '2026-03-04T06:00:00.000Z';
      item.fact('provisional-arrest-request', 'sent', '2026-02-20T12:00:00+03:00');
      item.fact('provisional-arrest', 'arrested', '2026-03-03T23:30:00+01:00', { limitDate: '2026-03-20' });
      signAll(item);
      if (order === 'after') item.passTimeUntil('2026-03-25T00:00:00.000Z');
      else item.now = '2026-03-25T00:00:00.000Z';
      item.fact('transmission', 'transmitted', '2026-03-09T10:00:00+03:00');
      item.fact('receipt', 'received', '2026-03-22T09:30:00+01:00');
      expect(item.current.clocks['SWE23-40:provisional-arrest#1']?.status).toBe('expired');
      expect(item.openSteps()).toContain('release-expected#1');
    },
  );
});
