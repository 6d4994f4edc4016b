import { Temporal } from 'temporal-polyfill';
import { type CalendarCode, calendarCodes } from '../../../domain/calendar/calendar';
import { calendarOfZone } from '../../../domain/calendar/calendar-of-zone';
import { CalendarYearUnknownError, withBareYears } from '../../../domain/calendar/unknown-year';
import { weekendsOnly } from '../../../domain/calendar/weekends-only';
import {
  addWorkingDays,
  deviationsWithin,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
} from '../../../domain/calendar/working-days';
import fc from '../../support/fast-check';
import { calendarWith, holiday, workingDay } from './calendar-with';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const IQ = weekendsOnly('IQ', null);
const SE = weekendsOnly('SE', null);

// 2026-03-02 is a Monday.
const week = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-07',
  '2026-03-08',
];
const workingDaysOf = (code: CalendarCode) =>
  week.filter((iso) => isWorkingDay(day(iso), weekendsOnly(code, null)));

describe('the working week', () => {
  it.each(['IQ', 'IQ-KR'] as const)('is Sunday to Thursday in %s', (calendar) => {
    expect(workingDaysOf(calendar)).toEqual([...week.slice(0, 4), '2026-03-08']);
  });

  it('is Monday to Friday in SE', () => {
    expect(workingDaysOf('SE')).toEqual(week.slice(0, 5));
  });

  it('is shared by Iraq and Sweden on Monday to Thursday only', () => {
    const shared = workingDaysOf('SE').filter((iso) => workingDaysOf('IQ').includes(iso));
    expect(shared).toEqual(week.slice(0, 4));
  });

  it('loses the days named as holidays', () => {
    const calendar = calendarWith('IQ', holiday('2026-03-03'));
    expect(isWorkingDay(day('2026-03-03'), calendar)).toBe(false);
    expect(isWorkingDay(day('2026-03-04'), calendar)).toBe(true);
  });

  it('gains a day of the weekend on which work was ordered', () => {
    const calendar = calendarWith('IQ', workingDay('2026-03-07'));
    expect(nextWorkingDay(day('2026-03-05'), calendar).toString()).toBe('2026-03-07');
    expect(previousWorkingDay(day('2026-03-08'), calendar).toString()).toBe('2026-03-07');
  });
});

describe('moving between working days', () => {
  it('goes strictly forward over the weekend', () => {
    expect(nextWorkingDay(day('2026-03-05'), IQ).toString()).toBe('2026-03-08');
    expect(nextWorkingDay(day('2026-03-06'), SE).toString()).toBe('2026-03-09');
  });

  it('goes strictly back over the weekend', () => {
    expect(previousWorkingDay(day('2026-03-08'), IQ).toString()).toBe('2026-03-05');
    expect(previousWorkingDay(day('2026-03-09'), SE).toString()).toBe('2026-03-06');
  });

  it('skips holidays beside the weekend', () => {
    const calendar = calendarWith('IQ', holiday('2026-03-08'), holiday('2026-03-05'));
    expect(nextWorkingDay(day('2026-03-06'), calendar).toString()).toBe('2026-03-09');
    expect(previousWorkingDay(day('2026-03-06'), calendar).toString()).toBe('2026-03-04');
  });

  it('counts from the day after', () => {
    expect(addWorkingDays(day('2026-03-03'), 3, IQ).toString()).toBe('2026-03-08');
    expect(addWorkingDays(day('2026-03-03'), 3, calendarWith('IQ', holiday('2026-03-04'))).toString()).toBe(
      '2026-03-09',
    );
    expect(addWorkingDays(day('2026-03-06'), 0, IQ).toString()).toBe('2026-03-06');
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %p days', (count) => {
    expect(() => addWorkingDays(day('2026-03-03'), count, IQ)).toThrow(RangeError);
  });

  it('lands on the day whose distance in working days is the count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...calendarCodes),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        (offset, count, code, holidayOffsets) => {
          const from = day('2024-01-01').add({ days: offset });
          const holidays = holidayOffsets.map((days) => holiday(from.add({ days }).toString()));
          const calendar = calendarWith(code, ...holidays);
          const end = addWorkingDays(from, count, calendar);
          let passed = 0;
          for (
            let at = from.add({ days: 1 });
            Temporal.PlainDate.compare(at, end) <= 0;
            at = at.add({ days: 1 })
          )
            if (isWorkingDay(at, calendar)) passed += 1;
          expect(passed).toBe(count);
          expect(isWorkingDay(end, calendar)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what deviates from the weekday', () => {
  it('is told in order, the first and the last day included', () => {
    const days = ['2026-03-05', '2026-03-03', '2026-03-01', '2026-03-06'].map((date) => holiday(date));
    const found = deviationsWithin(day('2026-03-03'), day('2026-03-05'), calendarWith('IQ', ...days));
    expect(found.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-05']);
  });
});

describe('a year that the calendar does not know', () => {
  const calendar = { ...calendarWith('IQ', holiday('2026-12-31')), knownYears: { from: 2026, to: 2026 } };

  it.each([
    () => isWorkingDay(day('2027-01-01'), calendar),
    () => nextWorkingDay(day('2026-12-30'), calendar), // a Wednesday, and Thursday is a holiday
    () => previousWorkingDay(day('2026-01-01'), calendar),
    () => addWorkingDays(day('2026-12-25'), 10, calendar),
  ])('is not guessed: %s', (ask) => {
    expect(ask).toThrow(CalendarYearUnknownError);
  });

  it('is named with the calendar and its province', () => {
    const najaf = { ...calendar, province: 'najaf' };
    expect(() => isWorkingDay(day('2025-12-31'), najaf)).toThrow(
      expect.objectContaining({ calendar: 'IQ:najaf', year: 2025 }),
    );
  });

  it('is none where no day of it is asked for', () => {
    expect(addWorkingDays(day('2026-12-27'), 3, calendar).toString()).toBe('2026-12-30');
    expect(addWorkingDays(day('2027-05-05'), 0, calendar).toString()).toBe('2027-05-05');
  });

  it('has its weekends where they are asked for, and the holidays of the others stay', () => {
    const bare = withBareYears(calendar);
    expect(nextWorkingDay(day('2026-12-30'), bare).toString()).toBe('2027-01-03');
  });
});

describe('the calendar of a zone', () => {
  it('is known for Stockholm and Baghdad, and not guessed elsewhere', () => {
    expect(calendarOfZone('Europe/Stockholm')).toBe('SE');
    expect(calendarOfZone('Asia/Baghdad')).toBe('IQ');
    expect(calendarOfZone('Europe/Berlin')).toBeNull();
  });
});
