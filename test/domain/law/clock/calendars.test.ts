import type { Calendars, WorkingCalendar } from '../../../../domain/calendar/calendar';
import type { ClockInput } from '../../../../domain/law/clock/clock-terms';
import { type ClockOptions, computeClock } from '../../../../domain/law/clock/compute-clock';
import { calendarWith, expected, holiday, workingDay } from '../../calendar/calendar-with';
import { refused } from './refused';
import { BAGHDAD, custodyRule, filingRule, hoursRule, STOCKHOLM, serviceLevel } from './rule-of';

const only =
  (calendar: WorkingCalendar): Calendars =>
  () =>
    calendar;

function clock(rule: ClockInput['rule'], calendar: WorkingCalendar, options: ClockOptions = {}) {
  return computeClock({ rule, trigger: '2026-03-04T12:00:00+03:00', zone: BAGHDAD }, only(calendar), options);
}

const steps = (computed: ReturnType<typeof clock>, code: string) =>
  computed.reasoning.filter((step) => step.code === code).map(({ params }) => params);

// Ten days from Wednesday 4 March 2026 end on Saturday 14 March, three working days on Monday 9 March.
const rolling = filingRule({ amount: 10, calendar: 'IQ', roll: 'next-working' });

describe('holidays', () => {
  it('take their days from a count of working days, and are named', () => {
    const calendar = calendarWith('IQ', holiday('2026-03-08'), holiday('2026-03-07'), holiday('2026-03-20'));
    const computed = clock(serviceLevel(), calendar);
    expect(computed.lastDay).toBe('2026-03-10');
    expect(steps(computed, 'holidays-skipped')).toEqual([{ count: 1, list: '2026-03-08' }]);
  });

  it('on the day of the trigger are named only where that day is counted', () => {
    const calendar = calendarWith('IQ', holiday('2026-03-04'));
    expect(steps(clock(serviceLevel(), calendar), 'holidays-skipped')).toEqual([]);
    const counted = clock(serviceLevel({ includeFirstDay: true }), calendar);
    expect(steps(counted, 'holidays-skipped')).toEqual([{ count: 1, list: '2026-03-04' }]);
  });

  it('give a day to the count where work was ordered on a weekend', () => {
    expect(clock(serviceLevel(), calendarWith('IQ', workingDay('2026-03-07'))).lastDay).toBe('2026-03-08');
  });

  it('move a last day that rolls, over the weekend and on', () => {
    const computed = clock(rolling, calendarWith('IQ', holiday('2026-03-15')));
    expect(computed.lastDay).toBe('2026-03-16');
    expect(steps(computed, 'rolled')).toEqual([
      { from: '2026-03-14', to: '2026-03-16', why: 'weekend', occasion: '' },
    ]);
    expect(steps(computed, 'holidays-skipped')).toEqual([{ count: 1, list: '2026-03-15' }]);
  });

  it('are named where the last day is one', () => {
    const rule = { ...rolling, amount: 7 }; // Wednesday 11 March
    const computed = clock(rule, calendarWith('IQ', holiday('2026-03-11')));
    expect(steps(computed, 'rolled')).toEqual([
      { from: '2026-03-11', to: '2026-03-12', why: 'holiday', occasion: 'nowruz' },
    ]);
    expect(steps(computed, 'holidays-skipped')).toEqual([]);
  });

  it('leave custody in days where it is, and move its last working day', () => {
    const computed = clock(custodyRule({ amount: 8 }), calendarWith('SE', holiday('2026-03-12')));
    expect(computed.lastDay).toBe('2026-03-12');
    expect(steps(computed, 'last-working-day-before')).toEqual([{ date: '2026-03-11' }]);
  });

  it('leave 09:00 of the last working day where it is when the clock is changed in the night before', () => {
    const calendars = only(calendarWith('SE', workingDay('2026-03-29')));
    const input = {
      rule: custodyRule({ amount: 25 }),
      trigger: '2026-03-04T12:00:00+01:00',
      zone: STOCKHOLM,
    };
    expect(computeClock(input, calendars).warnings).toContainEqual({
      code: 'last-working-day',
      at: '2026-03-29T07:00:00.000Z',
    });
  });

  it('before the trigger give no last working day', () => {
    const eve = holiday('2026-03-04');
    const computed = clock(custodyRule({ amount: 1 }), calendarWith('SE', eve, holiday('2026-03-05')));
    expect(steps(computed, 'last-working-day-before')).toEqual([]);
  });
});

describe('an expected holiday', () => {
  it('is named where the due date would be another without it', () => {
    const eid = [expected('2026-03-08'), expected('2026-03-09')];
    const computed = clock(serviceLevel(), calendarWith('IQ', ...eid, expected('2026-03-22')));
    expect(computed.lastDay).toBe('2026-03-11');
    expect(computed.restsOnExpected).toEqual(['2026-03-08', '2026-03-09']);
    expect(steps(computed, 'rests-on-expected')).toEqual([
      { date: '2026-03-08', occasion: 'eid-al-fitr' },
      { date: '2026-03-09', occasion: 'eid-al-fitr' },
    ]);
  });

  it('is not named on a weekend, within a period that does not ask, or once it is confirmed', () => {
    expect(clock(serviceLevel(), calendarWith('IQ', expected('2026-03-07'))).restsOnExpected).toEqual([]);
    expect(clock(rolling, calendarWith('IQ', expected('2026-03-10'))).restsOnExpected).toEqual([]);
    const confirmed = { ...expected('2026-03-08'), standing: 'confirmed' } as const;
    expect(clock(serviceLevel(), calendarWith('IQ', confirmed)).restsOnExpected).toEqual([]);
  });

  it('is named where a last day rolled over it', () => {
    expect(clock(rolling, calendarWith('IQ', expected('2026-03-15'))).restsOnExpected).toEqual([
      '2026-03-15',
    ]);
  });

  it('is not named for custody, which it does not move', () => {
    const calendar = calendarWith('SE', expected('2026-03-12'));
    expect(clock(custodyRule({ amount: 8 }), calendar).restsOnExpected).toEqual([]);
  });

  it('is named in the reasoning where the last working day of a custody would be another without it', () => {
    // 40 days end on Monday, 13 April; the Friday before is the 10th.
    const calendar = calendarWith(
      'SE',
      expected('2026-04-13'),
      expected('2026-04-11'),
      expected('2026-04-09'),
    );
    const computed = clock(custodyRule(), calendar);
    expect(steps(computed, 'last-working-day-before')).toEqual([{ date: '2026-04-10' }]);
    expect(steps(computed, 'rests-on-expected')).toEqual([{ date: '2026-04-13', occasion: 'eid-al-fitr' }]);
    expect(computed.restsOnExpected).toEqual([]);
  });

  it('is not named where the date set by the other side is earlier anyway', () => {
    const input = { rule: serviceLevel(), trigger: '2026-03-04T12:00:00+03:00', zone: BAGHDAD };
    const calendars = only(calendarWith('IQ', expected('2026-03-08')));
    expect(computeClock({ ...input, limitDate: '2026-03-08' }, calendars).restsOnExpected).toEqual([]);
  });
});

describe('a year whose holidays are not known', () => {
  const known = { ...calendarWith('IQ'), knownYears: { from: 2025, to: 2025 } };
  const sweden = { ...calendarWith('SE'), knownYears: { from: 2025, to: 2025 } };
  const weekends = { onUnknownYear: 'weekends-only' } as const;

  it.each([
    ['a count of working days', serviceLevel()],
    ['a roll', rolling],
  ])('refuses %s', (_what, rule) => {
    expect(refused(() => clock(rule, known))).toEqual({ code: 'calendar-year-unknown', value: 'IQ 2026' });
  });

  it.each([
    ['a count of working days', serviceLevel(), '2026-03-09'],
    ['a roll', rolling, '2026-03-15'],
  ])('leaves the weekends to %s where a date must be had, and says so', (_what, rule, lastDay) => {
    const computed = clock(rule, known, weekends);
    expect(computed.lastDay).toBe(lastDay);
    expect(steps(computed, 'weekends-only')).toEqual([{ calendar: 'IQ', year: 2026 }]);
  });

  it('lets the date of a custody stand without its last working day, and says so', () => {
    const computed = clock(custodyRule(), sweden);
    expect(computed.lastDay).toBe('2026-04-13');
    expect(computed.warnings.map(({ code }) => code)).not.toContain('last-working-day');
    expect(steps(computed, 'calendar-year-unknown')).toEqual([{ calendar: 'SE', year: 2026 }]);
  });

  it('gives a custody its last working day by weekends where a date must be had', () => {
    const computed = clock(custodyRule({ amount: 39 }), sweden, weekends);
    expect(steps(computed, 'weekends-only')).toEqual([{ calendar: 'SE', year: 2026 }]);
    expect(steps(computed, 'last-working-day-before')).toEqual([{ date: '2026-04-10' }]);
  });

  it('is no matter where the calendar is not asked', () => {
    const days = filingRule({ amount: 10 });
    for (const rule of [hoursRule(), days])
      expect(clock(rule, known)).toEqual(clock(rule, calendarWith('IQ')));
  });

  it('is no year at all beyond those that are counted in', () => {
    const computed = () =>
      computeClock(
        { rule: serviceLevel(), trigger: '2200-12-30T12:00:00Z', zone: BAGHDAD },
        only(known),
        weekends,
      );
    expect(refused(computed)).toEqual({ code: 'year-out-of-range', value: '2201' });
  });
});

describe('whose calendar is asked', () => {
  const asked = (rule: ClockInput['rule'], calendar?: NonNullable<ClockInput['calendar']>, zone = BAGHDAD) =>
    computeClock(
      { rule, zone, trigger: '2026-03-04T12:00:00+03:00', ...(calendar === undefined ? {} : { calendar }) },
      (code, province) => ({ ...calendarWith(code), province }),
    ).calendar;
  const open = serviceLevel({ calendar: null });

  it("is the rule's own, else the owner's, else that of the zone", () => {
    const region = { code: 'IQ-KR', province: null } as const;
    expect(asked(serviceLevel({ calendar: 'SE' }), region)).toBe('SE');
    expect(asked(open, region)).toBe('IQ-KR');
    expect(asked(open, undefined, STOCKHOLM)).toBe('SE');
  });

  it("is that of the owner's province where it is the owner's", () => {
    const najaf = { code: 'IQ', province: 'najaf' } as const;
    expect(asked(open, najaf)).toBe('IQ:najaf');
    expect(asked(serviceLevel({ calendar: 'IQ' }), najaf)).toBe('IQ:najaf');
    expect(asked(serviceLevel({ calendar: 'SE' }), najaf)).toBe('SE');
  });

  it('is none for hours, for days that do not roll, and where none is known', () => {
    expect(asked(hoursRule({ calendar: 'IQ' }))).toBeNull();
    expect(asked(filingRule({ amount: 3, calendar: 'IQ' }))).toBeNull();
    expect(asked(custodyRule({ calendar: null }), undefined, 'Europe/Berlin')).toBeNull();
  });
});
