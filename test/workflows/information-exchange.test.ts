import { buildCalendar } from '../../domain/calendar/build-calendar';
import { shippedCalendars } from '../../domain/calendar/shipped-calendars';
import { allShippedDays, shippedYears } from '../../domain/calendar/shipped-days';
import { Refusal } from '../../domain/case/refusal';
import { document, officers } from './in-memory-case';
import { InformationCase, note, plain, sensitive } from './information-case';
import { baghdad, erbil, officerOf } from './transfer-case';

function refusalOf(deed: () => unknown): string {
  try {
    deed();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'taken';
}

const erbilLiaison = officerOf('liaison', erbil.agencyCode);

describe('questions between the two sides', () => {
  let item: InformationCase;
  beforeEach(() => {
    item = new InformationCase().received();
  });

  it('are answered by the asked side, one by one, each as a message that the other side acknowledges', () => {
    expect(item.current.status).toBe('received');
    const answered = item.go('question#1');
    expect(answered.find(({ type }) => type === 'messageSent')).toMatchObject({
      kind: 'answer',
      from: erbil.agencyCode,
      to: baghdad.agencyCode,
      answers: 'question#1',
      said: { key: 'question#1', outcome: 'answered' },
    });
    expect(item.authority).toEqual({ role: 'liaison', agencyCode: erbil.agencyCode });
    expect(item.current.status).toBe('partly-answered');
    expect(item.current.steps['message-receipt#1']).toMatchObject({ agencyCode: baghdad.agencyCode });
  });

  it('close the case when each has been answered and every answer acknowledged', () => {
    item.go('question#3', 'question#1', 'question#2', 'answer-release');
    expect([item.current.status, item.current.outcome]).toEqual(['answered', null]);
    expect(refusalOf(() => item.answer(1, 'answered'))).toBe('already-decided');
    item.go('message-receipt', 'message-receipt', 'message-receipt');
    expect(item.current.outcome).toBe('answered');
  });

  it.each([
    [['question#1 refused', 'question#3 refused', 'question#2 refused'], 'refused'],
    [['question#1', 'question#3 refused', 'question#2 refused'], 'partly-answered'],
    [['question#1', 'question-withdrawal#3', 'question-withdrawal#2'], 'answered'],
    [['question-withdrawal#1', 'question-withdrawal#3', 'question-withdrawal#2'], 'withdrawn'],
    [['question#1', 'request-refusal'], 'refused'],
    [['question#1', 'request-withdrawal'], 'withdrawn'],
  ])('%j come to %s', (path, status) => {
    item.go(...path);
    expect(item.current.status).toBe(status);
  });

  it('refuse a second answer, and one that says nothing', () => {
    item.go('question#1');
    expect(refusalOf(() => item.answer(1, 'answered'))).toBe('already-decided');
    expect(refusalOf(() => item.answer(2, 'answered', { isEmpty: true }))).toBe('answer-missing');
    expect(refusalOf(() => item.answer(2, 'refused', { codes: [] }))).toBe('reason-missing');
    expect(refusalOf(() => item.answer(2, 'refused', { codes: ['because'] }))).toBe('unknown-outcome');
    expect(refusalOf(() => item.answer(9, 'answered'))).toBe('not-open');
  });

  it('that ask for a document are answered with one', () => {
    expect(refusalOf(() => item.answer(3, 'answered', { withoutDocument: true }))).toBe('document-missing');
    expect(refusalOf(() => item.answer(1, 'answered', { withoutDocument: true }))).toBe('taken');
  });

  it('that were withdrawn are not answered, whether one was or all', () => {
    item.go('question-withdrawal#1');
    expect(refusalOf(() => item.answer(1, 'answered'))).toBe('question-withdrawn');
    item.go('request-withdrawal');
    expect(refusalOf(() => item.answer(3, 'answered'))).toBe('question-withdrawn');
    item.go('message-receipt', 'message-receipt');
    expect(item.current.outcome).toBe('withdrawn');
    expect(refusalOf(() => item.answer(3, 'answered'))).toBe('case-closed');
  });

  it('are not answered before the request was received', () => {
    const early = new InformationCase();
    early.open();
    expect(refusalOf(() => early.answer(1, 'answered'))).toBe('not-open');
  });

  it('stand as they were sent', () => {
    const content = { ...item.current.content, version: 2, hash: 'hash-2' };
    const edit = { type: 'reviseContent', officerId: officers.liaison, content } as const;
    expect(refusalOf(() => item.take(edit))).toBe('content-signed-out');
  });

  it('are no message of their own: a step of a question sends nothing but answers', () => {
    expect(refusalOf(() => item.say('question#1', 'answered'))).toBe('not-open');
  });
});

describe('a sensitive answer', () => {
  let item: InformationCase;
  beforeEach(() => {
    item = new InformationCase('FED', [sensitive]).received();
    item.go('question#1');
  });

  it('waits inside the asked side until an approver of the Region has released it, and leaves as it was', () => {
    expect(item.openSteps()).toContain('answer-release#1');
    expect(item.events.filter(({ type }) => type === 'messageSent')).toHaveLength(1);
    const released = item.go('answer-release');
    expect(item.authority).toEqual({ role: 'regional-approver', agencyCode: erbil.agencyCode });
    expect(released.find(({ type }) => type === 'messageSent')).toMatchObject({
      answers: 'question#1',
      note,
      documents: [document],
    });
  });

  it('is not released by who prepared it', () => {
    expect(refusalOf(() => item.decide('answer-release#1', 'approved', erbilLiaison))).toBe('four-eyes');
  });

  it('that is given back is prepared anew, and released anew', () => {
    item.go('answer-release given-back');
    expect(item.openSteps()).toContain('question#1');
    expect(item.openSteps()).not.toContain('answer-release#1');
    item.go('question#1');
    expect(item.openSteps()).toContain('answer-release#1');
    item.go('answer-release', 'message-receipt');
    expect(item.current.outcome).toBe('answered');
  });

  it('that is given back and prepared anew while the case rests has its service level when it goes on', () => {
    const levels = () => Object.keys(item.current.clocks).filter((key) => key.includes('answer-release#1'));
    item.go('answer-release given-back');
    const before = levels().length;
    const manager = officerOf('manager', baghdad.agencyCode);
    item.take({ type: 'suspend', officerId: manager, reason: note });
    item.go('question#1');
    expect(levels()).toHaveLength(before);
    item.take({ type: 'resume', officerId: manager, reason: note });
    expect(levels()).toHaveLength(before + 1);
  });

  it('that was released has left: nobody takes the release back', () => {
    item.go('answer-release');
    const openedSeq = item.current.steps['answer-release#1']?.openedSeq ?? 0;
    const officerId = officerOf('regional-approver', erbil.agencyCode);
    const step = { key: 'answer-release#1', openedSeq };
    expect(refusalOf(() => item.take({ type: 'rescind', officerId, step, reason: note }))).toBe('acted-on');
  });
});

describe('the limit that the asking side has set', () => {
  let item: InformationCase;
  beforeEach(() => {
    item = new InformationCase('FED', [plain, plain]).received();
  });
  const lastDay = () => item.limit.terms?.lastDay;

  it('runs from the receipt, in working days of the calendar that was named', () => {
    // 1 March 2026 is a Sunday. The Region keeps 5, 11 and 14 March; Friday and Saturday are the weekend.
    expect(item.limit.start).toMatchObject({
      trigger: '2026-03-01T06:02:00.000Z',
      within: { amount: 10, unit: 'working-day', calendar: 'IQ-KR' },
    });
    expect(item.limit.terms).toMatchObject({ class: 'C', calendar: 'IQ-KR', effect: 'information-overdue' });
    const federal = new InformationCase('FED', [plain]).received({
      inquiry: { answerWithin: { amount: 10, unit: 'working-day', calendar: 'IQ' }, questions: [plain] },
    });
    expect(lastDay()).toBe('2026-03-17');
    expect(federal.limit.terms?.lastDay).toBe('2026-03-15');
  });

  it('counts the asked side\u2019s working days where no calendar was named', () => {
    const answerWithin = { amount: 10, unit: 'working-day' } as const;
    const inquiry = { answerWithin, questions: [plain] };
    const asked = (between: 'FED' | 'KRG') =>
      new InformationCase(between, [plain]).received({ inquiry }).limit.terms?.calendar;
    expect([asked('FED'), asked('KRG')]).toEqual(['IQ-KR', 'IQ']);
  });

  it('may be set in hours', () => {
    const inquiry = { answerWithin: { amount: 48, unit: 'hour' } as const, questions: [plain] };
    item = new InformationCase('FED', [plain]).received({ inquiry });
    expect(item.limit.terms).toMatchObject({ dueAt: '2026-03-03T06:02:00.000Z', lastDay: null });
  });

  it('is kept when the last question is answered in time, and missed when later', () => {
    item.go('question#1', 'question#2');
    expect(item.limit).toMatchObject({ status: 'met', settled: true });
    const late = new InformationCase('FED', [plain]).received();
    late.passTimeUntil('2026-03-20T06:00:00.000Z');
    late.go('question#1');
    expect(late.limit).toMatchObject({ status: 'expired', settled: true });
    const judged = late.events.filter((event) => event.type === 'clockMet' && event.key.startsWith('SET-BY'));
    expect(judged).toMatchObject([{ inTime: false }]);
  });

  it.each([
    ['FED', 'question#1', 'question-withdrawal#2'],
    ['abroad', 'answer-abroad#1', 'withdrawal-recorded#2'],
  ] as const)(
    'is missed where a question is withdrawn after it, between %s and who is asked',
    (between, answer, withdrawal) => {
      const asked = new InformationCase(between, [plain, plain]).received();
      asked.go(answer);
      asked.passTimeUntil('2026-03-25T06:00:00.000Z');
      asked.go(withdrawal);
      const judged = asked.events.filter(({ type }) => type === 'clockMet');
      expect(judged.at(-1)).toMatchObject({ inTime: false });
      expect(asked.limit.status).toBe('expired');
    },
  );

  it('that passes is told to the manager of the asked side, and stays overdue until he has explained it', () => {
    item.passTimeUntil('2026-03-20T06:00:00.000Z');
    expect(item.current.steps['answer-overdue#1']).toMatchObject({ agencyCode: erbil.agencyCode });
    item.go('answer-overdue explained');
    expect(item.limit).toMatchObject({ status: 'expired', settled: true });
    const other = new InformationCase('FED', [plain]).received();
    other.passTimeUntil('2026-03-20T06:00:00.000Z');
    other.go('answer-overdue still-missing');
    expect(other.limit.settled).toBe(false);
    expect(refusalOf(() => other.go('question#1'))).toBe('taken');
  });

  it('moves when a holiday is put in', () => {
    const extra = [{ date: '2026-03-09', occasion: 'ordered' }].map((day) => ({
      ...{ calendar: 'IQ-KR' as const, province: null, kind: 'holiday' as const, ...day },
      ...{ standing: 'confirmed' as const, source: 'test', verified: true },
    }));
    const changed = buildCalendar('IQ-KR', null, [...allShippedDays('IQ-KR'), ...extra], shippedYears);
    item.completion = {
      ...item.completion,
      calendars: (code, province) => (code === 'IQ-KR' ? changed : shippedCalendars(code, province)),
    };
    const events = item.take({ type: 'recomputeClocks', calendar: 'IQ-KR', calendarRevision: 1 });
    expect(events).toMatchObject([{ type: 'clockRecomputed', key: 'SET-BY-ASKING-SIDE:receipt#1' }]);
    expect(lastDay()).toBe('2026-03-18');
  });
});

describe('an extension', () => {
  let item: InformationCase;
  beforeEach(() => {
    item = new InformationCase('FED', [plain]).received();
  });
  const ask = (limitDate: string) => item.do('extension-request#1', 'asked', { limitDate });

  it('is asked by the asked side and granted by the asking side: the limit ends with the new day', () => {
    ask('2026-04-02');
    expect(item.authority).toEqual({ role: 'liaison', agencyCode: erbil.agencyCode });
    expect(item.current.steps['extension-decision#1']).toMatchObject({ agencyCode: baghdad.agencyCode });
    expect(item.limit.terms?.lastDay).toBe('2026-03-17');
    const granted = item.go('extension-decision granted');
    const limits = granted.filter((event) => event.type === 'clockStarted' && event.stepKey === null);
    expect(limits).toMatchObject([
      {
        key: 'SET-BY-ASKING-SIDE:receipt#1',
        trigger: '2026-03-01T06:02:00.000Z',
        limitDate: '2026-04-02',
      },
    ]);
    expect(item.limit.terms?.lastDay).toBe('2026-04-02');
    expect(item.openSteps()).toContain('extension-request#2');
  });

  it('that is refused leaves the limit as it was', () => {
    ask('2026-04-02');
    item.go('extension-decision refused');
    expect(item.limit.terms?.lastDay).toBe('2026-03-17');
  });

  it('is asked for while the limit runs, and for more time than there is', () => {
    expect(refusalOf(() => ask('2026-03-17'))).toBe('limit-date-too-early');
    const due = item.limit.terms?.dueAt ?? '';
    expect(
      refusalOf(() => item.do('extension-request#1', 'asked', { limitDate: '2026-04-02', at: due })),
    ).toBe('limit-over');
    item.passTimeUntil('2026-03-20T06:00:00.000Z');
    expect(item.openSteps()).not.toContain('extension-request#1');
  });

  it('that was asked for in time may be granted when the limit is over: what was overdue is not any more', () => {
    ask('2026-04-02');
    item.passTimeUntil('2026-03-20T06:00:00.000Z');
    expect(item.openSteps()).toContain('answer-overdue#1');
    item.go('extension-decision granted');
    expect(item.limit.status).toBe('running');
    expect(item.openSteps()).not.toContain('answer-overdue#1');
    item.passTimeUntil('2026-04-10T06:00:00.000Z');
    expect(item.openSteps()).toContain('answer-overdue#1');
  });
});

describe('an exchange with an authority abroad', () => {
  it('that is asked: each answer is recorded under the number of its question, in whichever order', () => {
    const item = new InformationCase('abroad', [plain, plain, plain]).received();
    item.happen('answer-abroad', 'answered', {}, 3);
    item.happen('answer-abroad', 'refused', { codes: ['essential-interests'] }, 1);
    expect(item.current.status).toBe('partly-answered');
    expect(refusalOf(() => item.happen('answer-abroad', 'answered', {}, 3))).toBe('already-decided');
    item.happen('withdrawal-recorded', 'withdrawn', {}, 2);
    expect(item.current.outcome).toBe('partly-answered');
  });

  it('is judged by the hour of the last answer, not by that of its recording', () => {
    const item = new InformationCase('abroad', [plain]).received();
    item.passTimeUntil('2026-03-20T06:00:00.000Z');
    item.happen('answer-abroad', 'answered', { occurredAt: '2026-03-12T08:00:00.000Z' }, 1);
    const judged = item.events.filter((event) => event.type === 'clockMet' && event.key.startsWith('SET-BY'));
    expect(judged).toMatchObject([{ inTime: true }]);
  });

  it('that asks: an answer is made ready, released where it is sensitive, and its sending recorded', () => {
    const item = new InformationCase('from-abroad', [plain, sensitive]).received();
    expect(item.go('question#1').some(({ type }) => type === 'messageSent')).toBe(false);
    expect(item.openSteps()).toContain('answer-dispatch#1');
    item.go('question#2');
    expect(item.openSteps()).not.toContain('answer-dispatch#2');
    item.go('answer-release', 'answer-dispatch', 'answer-dispatch');
    expect(item.current.outcome).toBe('answered');
  });

  it('is extended by what was agreed', () => {
    const item = new InformationCase('abroad', [plain]).received();
    item.happen('extension-recorded', 'granted', { limitDate: '2026-04-02' });
    expect(item.limit.terms?.lastDay).toBe('2026-04-02');
    item.happen('extension-recorded', 'refused');
    expect(item.limit.terms?.lastDay).toBe('2026-04-02');
  });

  it('is not received before it was sent', () => {
    const item = new InformationCase('abroad', [plain]);
    item.open();
    item.go('transmission-abroad');
    const early = { occurredAt: '2026-02-01T00:00:00.000Z' };
    expect(refusalOf(() => item.happen('receipt-abroad', 'received', early))).toBe('before-its-cause');
  });
});
