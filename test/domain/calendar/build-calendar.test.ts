import { buildCalendar, weekends } from '../../../domain/calendar/build-calendar';
import { type CalendarDay, calendarCodes } from '../../../domain/calendar/calendar';
import { shippedCalendars } from '../../../domain/calendar/shipped-calendars';
import { allShippedDays, shippedYears } from '../../../domain/calendar/shipped-days';
import fc from '../../support/fast-check';
import { day } from './day';

const years = { from: 2024, to: 2032 };
const built = (rows: readonly CalendarDay[], province: string | null = null) =>
  buildCalendar('IQ', province, rows, years);
const keptOn = (date: string, rows: readonly CalendarDay[], province: string | null = null) =>
  built(rows, province).days.get(date)?.occasion;

// A Saturday.
const date = '2026-03-21';

describe('two occasions on one date', () => {
  const nowruz = day({ date, occasion: 'nowruz', standing: 'fixed' });
  const eid = day({ date, occasion: 'eid-al-fitr', standing: 'expected' });
  const work = day({ date, occasion: 'order 12', kind: 'working-day', standing: 'confirmed' });

  it('are one day, and what is fixed wins over what is expected', () => {
    expect(keptOn(date, [eid, nowruz])).toBe('nowruz');
    expect(keptOn(date, [nowruz, eid])).toBe('nowruz');
    expect(built([nowruz, eid]).days.size).toBe(1);
  });

  it('an order to work lifts the weekend and not a holiday', () => {
    expect(keptOn(date, [work, nowruz])).toBe('nowruz');
    expect(keptOn(date, [work, { ...eid, standing: 'confirmed' }])).toBe('eid-al-fitr');
  });

  it('an order to work stands while the holiday is only expected', () => {
    expect(keptOn(date, [eid, work])).toBe('order 12');
  });

  it('give the same calendar in whatever order the rows come', () => {
    const rows = fc.array(
      fc.record({
        calendar: fc.constant('IQ' as const),
        province: fc.constantFrom(null, 'najaf'),
        date: fc.constantFrom('2026-03-20', '2026-03-21'),
        kind: fc.constantFrom('holiday' as const, 'working-day' as const),
        occasion: fc.constantFrom('a', 'b', 'c'),
        standing: fc.constantFrom('fixed' as const, 'expected' as const, 'confirmed' as const),
        source: fc.constant('a source'),
        verified: fc.boolean(),
      }),
    );
    const shuffled = rows.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(built(other, 'najaf').days).toEqual(built(one, 'najaf').days);
      }),
    );
  });
});

describe('a provincial closure', () => {
  const arbaeen = day({ date: '2026-08-04', occasion: 'arbaeen', province: 'karbala' });

  it('is kept in its province and nowhere else', () => {
    expect(keptOn('2026-08-04', [arbaeen], 'karbala')).toBe('arbaeen');
    expect(keptOn('2026-08-04', [arbaeen], 'najaf')).toBeUndefined();
    expect(keptOn('2026-08-04', [arbaeen])).toBeUndefined();
  });

  it('is kept beside the days of the whole', () => {
    const rows = [arbaeen, day({ date, occasion: 'nowruz' })];
    expect([...built(rows, 'karbala').days.keys()].sort()).toEqual([date, '2026-08-04']);
  });
});

it('rows of another calendar and of years that are not known are left out', () => {
  const rows = [day({ calendar: 'SE', date }), day({ date: '2023-12-31' }), day({ date: '2033-01-01' })];
  expect(built(rows).days.size).toBe(0);
});

describe('the shipped calendars', () => {
  it.each(calendarCodes)('of %s hold every date of the shipped days and its weekend', (code) => {
    const calendar = shippedCalendars(code, null);
    expect([...calendar.days.keys()].sort()).toEqual(
      [...new Set(allShippedDays(code).map((shipped) => shipped.date))].sort(),
    );
    expect(calendar).toMatchObject({
      code,
      province: null,
      weekend: weekends[code],
      knownYears: shippedYears,
    });
  });

  it('are made once, for a province too', () => {
    expect(shippedCalendars('IQ', null)).toBe(shippedCalendars('IQ', null));
    expect(shippedCalendars('IQ', 'najaf').days).toBe(shippedCalendars('IQ', null).days);
    expect(shippedCalendars('IQ', 'najaf').province).toBe('najaf');
  });
});
