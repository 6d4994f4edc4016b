import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { calendarOfZone } from '../../../domain/calendar/calendar-of-zone';
import {
  addWorkingDays,
  type CalendarCode,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
} from '../../../domain/calendar/working-days';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const CALENDARS: readonly CalendarCode[] = ['IQ', 'IQ-KR', 'SE'];

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
const workingDaysOf = (calendar: CalendarCode) => week.filter((iso) => isWorkingDay(day(iso), calendar));

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
    const holidays = new Set(['2026-03-03']);
    expect(isWorkingDay(day('2026-03-03'), 'IQ', holidays)).toBe(false);
    expect(isWorkingDay(day('2026-03-04'), 'IQ', holidays)).toBe(true);
  });
});

describe('moving between working days', () => {
  it('goes strictly forward over the weekend', () => {
    expect(nextWorkingDay(day('2026-03-05'), 'IQ').toString()).toBe('2026-03-08');
    expect(nextWorkingDay(day('2026-03-06'), 'SE').toString()).toBe('2026-03-09');
  });

  it('goes strictly back over the weekend', () => {
    expect(previousWorkingDay(day('2026-03-08'), 'IQ').toString()).toBe('2026-03-05');
    expect(previousWorkingDay(day('2026-03-09'), 'SE').toString()).toBe('2026-03-06');
  });

  it('skips holidays beside the weekend', () => {
    const holidays = new Set(['2026-03-08', '2026-03-05']);
    expect(nextWorkingDay(day('2026-03-06'), 'IQ', holidays).toString()).toBe('2026-03-09');
    expect(previousWorkingDay(day('2026-03-06'), 'IQ', holidays).toString()).toBe('2026-03-04');
  });

  it('counts from the day after', () => {
    expect(addWorkingDays(day('2026-03-03'), 3, 'IQ').toString()).toBe('2026-03-08');
    expect(addWorkingDays(day('2026-03-03'), 3, 'IQ', new Set(['2026-03-04'])).toString()).toBe('2026-03-09');
    expect(addWorkingDays(day('2026-03-06'), 0, 'IQ').toString()).toBe('2026-03-06');
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %p days', (count) => {
    expect(() => addWorkingDays(day('2026-03-03'), count, 'IQ')).toThrow(RangeError);
  });

  it('lands on the day whose distance in working days is the count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...CALENDARS),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        (offset, count, calendar, holidayOffsets) => {
          const from = day('2024-01-01').add({ days: offset });
          const holidays = new Set(holidayOffsets.map((days) => from.add({ days }).toString()));
          const end = addWorkingDays(from, count, calendar, holidays);
          let passed = 0;
          for (
            let at = from.add({ days: 1 });
            Temporal.PlainDate.compare(at, end) <= 0;
            at = at.add({ days: 1 })
          )
            if (isWorkingDay(at, calendar, holidays)) passed += 1;
          expect(passed).toBe(count);
          expect(isWorkingDay(end, calendar, holidays)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the calendar of a zone', () => {
  it('is known for Stockholm and Baghdad, and not guessed elsewhere', () => {
    expect(calendarOfZone('Europe/Stockholm')).toBe('SE');
    expect(calendarOfZone('Asia/Baghdad')).toBe('IQ');
    expect(calendarOfZone('Europe/Berlin')).toBeNull();
  });
});
