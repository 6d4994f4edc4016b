import { buildCalendar } from '../../domain/calendar/build-calendar';
import type { CalendarCode, CalendarDay, Calendars } from '../../domain/calendar/calendar';
import { shippedCalendars } from '../../domain/calendar/shipped-calendars';
import { shippedYears } from '../../domain/calendar/shipped-days';
import type { ClockState } from '../../domain/case/state';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import { nextThreshold } from '../../workflows/case-workflow/keep-clocks';
import { outgoingExtraditionProcedure } from '../../workflows/outgoing-extradition';
import { InMemoryCase, officers } from './in-memory-case';

/** A calendar of which only these days are holidays. */
function only(
  calendar: CalendarCode,
  standing: CalendarDay['standing'],
  dates: readonly string[],
): Calendars {
  const days = dates.map(
    (date): CalendarDay => ({
      calendar,
      province: null,
      date,
      kind: 'holiday',
      occasion: 'a closure',
      standing,
      source: 'invented for a test',
      verified: true,
    }),
  );
  const built = buildCalendar(calendar, null, days, shippedYears);
  return (code, province) => (code === calendar ? built : shippedCalendars(code, province));
}

const holidaysOn = (...dates: readonly string[]) => only('IQ', 'confirmed', dates);

/** A case whose legal review began on Monday, 2 February 2026: three working days end on Thursday, 5 February. */
function caseInReview(...holidays: readonly string[]): InMemoryCase {
  const play = new InMemoryCase(outgoingExtraditionProcedure, '2026-02-02T08:00:00.000Z');
  play.completion = { calendars: holidaysOn(...holidays) };
  play.open({ urgency: 'ordinary' });
  return play;
}

function changeCalendar(play: InMemoryCase, calendarRevision: number, ...holidays: readonly string[]) {
  play.completion = { ...play.completion, calendars: holidaysOn(...holidays), calendarRevision };
  return play.take({ type: 'recomputeClocks', calendar: 'IQ', calendarRevision });
}

function review(play: InMemoryCase): ClockState {
  const found = Object.values(play.current.clocks).find(({ rule }) => rule === 'SLA-LEGAL-REVIEW');
  if (!found) throw new Error('no review runs');
  return found;
}

const warned = (events: readonly { type: string }[]) =>
  events.filter(({ type }) => type === 'clockWarned').length;

describe('a changed calendar that reaches a case', () => {
  it('moves the limits that it touches and leaves the others alone', () => {
    const play = caseInReview();
    expect(review(play).terms?.lastDay).toBe('2026-02-05');
    expect(changeCalendar(play, 1, '2026-05-20')).toEqual([]);
    expect(changeCalendar(play, 2, '2026-05-20', '2026-02-04')).toEqual([
      expect.objectContaining({ type: 'clockRecomputed', calendarRevision: 2 }),
    ]);
    expect(review(play).terms?.lastDay).toBe('2026-02-08');
  });

  it('lets a limit that had passed run again, warn again and pass again', () => {
    const play = caseInReview();
    play.passTimeUntil('2026-02-06T08:00:00Z');
    expect(review(play)).toMatchObject({ status: 'expired', settled: false });

    changeCalendar(play, 1, '2026-02-05');
    expect(review(play)).toMatchObject({ status: 'running', terms: { lastDay: '2026-02-08' } });
    const caused = play.passTimeUntil('2026-02-09T08:00:00Z');
    expect(caused.map(({ type }) => type)).toEqual(['clockWarned', 'clockExpired']);
  });

  it('lets a limit that is moved into the past pass at once', () => {
    const play = caseInReview('2026-02-04', '2026-02-05');
    expect(review(play).terms?.lastDay).toBe('2026-02-09');
    play.passTimeUntil('2026-02-06T08:00:00Z');
    changeCalendar(play, 1);
    expect(nextThreshold(play.current)).toBeLessThan(Date.parse(play.now));
    expect(play.passTimeUntil('2026-02-06T08:00:01Z').map(({ type }) => type)).toEqual(['clockExpired']);
  });

  it('warns at once where the threshold lies in the past by the new date, and nobody was warned before', () => {
    const play = caseInReview('2026-02-04');
    play.passTimeUntil('2026-02-05T08:00:00Z');
    expect(warned(play.events)).toBe(0);

    changeCalendar(play, 1);
    expect(review(play).terms?.lastDay).toBe('2026-02-05');
    expect(warned(play.passTimeUntil('2026-02-05T08:00:01Z'))).toBe(1);
    expect(warned(play.passTimeUntil('2026-02-05T20:00:00Z'))).toBe(0);
  });

  it('does not warn twice of a date that it leaves where it is', () => {
    const play = caseInReview();
    play.passTimeUntil('2026-02-05T08:00:00Z');
    expect(warned(play.events)).toBe(1);
    changeCalendar(play, 1, '2026-02-12');
    expect(warned(play.passTimeUntil('2026-02-05T20:00:00Z'))).toBe(0);
  });

  it('keeps the version of the rule that the limit was started with', () => {
    const play = caseInReview();
    const { rules, instruments, instrument, rule } = catalogue();
    const stricter = { ...rule('SLA-LEGAL-REVIEW'), version: 2, amount: 1 };
    play.completion = {
      ...play.completion,
      catalogue: {
        rules,
        instruments,
        instrument,
        rule: (id, version) => (id === stricter.id && version !== 1 ? stricter : rule(id, version)),
      },
    };
    changeCalendar(play, 1, '2026-02-04');
    expect(review(play).terms).toMatchObject({ ruleVersion: 1, lastDay: '2026-02-08' });
  });

  it('takes the mark from a custody whose last working day rested on an expected holiday', () => {
    const play = new InMemoryCase(outgoingExtraditionProcedure, '2026-03-03T09:00:00.000Z');
    // 40 days end on Sunday, 12 April; the Friday before is a feast.
    play.completion = { calendars: only('SE', 'expected', ['2026-04-10']) };
    play.open();
    play.decide('urgent-approval#1', 'approved', officers.legal);
    play.fact('provisional-arrest-request', 'sent', '2026-03-03T09:00:00Z');
    play.fact('provisional-arrest', 'arrested', '2026-03-03T09:00:00Z');
    const custody = () => Object.values(play.current.clocks).find(({ rule }) => rule === 'SWE23-40')?.terms;
    const marks = () => custody()?.reasoning?.filter(({ code }) => code === 'rests-on-expected');
    expect(marks()).toHaveLength(1);

    play.completion = { calendars: only('SE', 'confirmed', ['2026-04-10']), calendarRevision: 1 };
    play.take({ type: 'recomputeClocks', calendar: 'SE', calendarRevision: 1 });
    expect(marks()).toEqual([]);
    expect(custody()?.lastDay).toBe('2026-04-12');
  });

  it('leaves alone what rests: a suspended case starts its internal limits anew by the calendar as it stands then', () => {
    const play = caseInReview();
    const officerId = officers.manager;
    const reason = { id: 'note-1', hash: 'hash' };
    play.take({ type: 'suspend', officerId, reason });
    expect(changeCalendar(play, 1, '2026-02-04')).toEqual([]);
    play.take({ type: 'resume', officerId, reason });
    expect(review(play)).toMatchObject({ status: 'running', terms: { lastDay: '2026-02-08' } });
  });
});
