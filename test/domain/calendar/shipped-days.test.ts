import { Temporal } from 'temporal-polyfill';
import { calendarCodes } from '../../../domain/calendar/calendar';
import { allShippedDays, shippedDays, shippedYears } from '../../../domain/calendar/shipped-days';
import { hasText } from '../../../locales';

const on = (code: (typeof calendarCodes)[number], date: string) =>
  shippedDays(code, Number(date.slice(0, 4))).filter((day) => day.date === date);
const occasionsOn = (code: (typeof calendarCodes)[number], date: string) =>
  on(code, date).map(({ occasion }) => occasion);
const datesOf = (code: (typeof calendarCodes)[number], year: number, occasion: string) =>
  shippedDays(code, year).flatMap((day) => (day.occasion === occasion ? [day.date] : []));

describe('every shipped day', () => {
  const days = calendarCodes.flatMap((code) => allShippedDays(code));

  it('is unverified, kept in the whole territory, and says where it comes from', () => {
    for (const day of days) {
      expect(day).toMatchObject({ kind: 'holiday', province: null, verified: false });
      expect(day.source.length).toBeGreaterThan(20);
    }
  });

  it('has the name of its occasion in the languages', () => {
    const missing = days.filter(({ occasion }) => !hasText(`occasion.${occasion}`));
    expect(missing).toEqual([]);
  });

  it('is a day that exists, of the year that was asked, in the order of time and no occasion twice on it', () => {
    for (const code of calendarCodes) {
      for (let year: number = shippedYears.from; year <= shippedYears.to; year += 1) {
        const dates = shippedDays(code, year).map(({ date }) => date);
        expect(dates).toEqual([...dates].sort());
        for (const date of dates) expect(Temporal.PlainDate.from(date).year).toBe(year);
        const rows = shippedDays(code, year).map(({ date, occasion }) => `${date} ${occasion}`);
        expect(new Set(rows).size).toBe(rows.length);
      }
    }
  });

  it('is not guessed for a year beyond those shipped', () => {
    expect(() => shippedDays('SE', shippedYears.from - 1)).toThrow(RangeError);
    expect(() => shippedDays('IQ', shippedYears.to + 1)).toThrow(RangeError);
    expect(() => shippedDays('IQ', 2026.5)).toThrow(RangeError);
  });
});

describe('Sweden', () => {
  it('keeps its public holidays of 2026', () => {
    const publicHolidays = shippedDays('SE', 2026).filter(({ source }) => !source.includes('1930:173'));
    expect(publicHolidays.map(({ date, occasion }) => `${date} ${occasion}`)).toEqual([
      '2026-01-01 se.nyarsdagen',
      '2026-01-06 se.trettondedag-jul',
      '2026-04-03 se.langfredagen',
      '2026-04-05 se.paskdagen',
      '2026-04-06 se.annandag-pask',
      '2026-05-01 se.forsta-maj',
      '2026-05-14 se.kristi-himmelsfardsdag',
      '2026-05-24 se.pingstdagen',
      '2026-06-06 se.nationaldagen',
      '2026-06-20 se.midsommardagen',
      '2026-10-31 se.alla-helgons-dag',
      '2026-12-25 se.juldagen',
      '2026-12-26 se.annandag-jul',
    ]);
  });

  it.each([2024, 2026, 2032])('keeps the three eves of Act 1930:173, s. 2, in %d', (year) => {
    const eves = shippedDays('SE', year).filter(({ source }) => source.includes('1930:173, s. 2'));
    const [midsummerDay = ''] = datesOf('SE', year, 'se.midsommardagen');
    expect(eves.map(({ date }) => date)).toEqual([
      Temporal.PlainDate.from(midsummerDay).subtract({ days: 1 }).toString(),
      `${year}-12-24`,
      `${year}-12-31`,
    ]);
  });

  it('has no lunar day: all are fixed', () => {
    expect(new Set(allShippedDays('SE').map(({ standing }) => standing))).toEqual(new Set(['fixed']));
  });
});

describe('Iraq', () => {
  it('keeps its fixed days', () => {
    const fixed = shippedDays('IQ', 2027).filter(({ standing }) => standing === 'fixed');
    expect(fixed.map(({ date }) => date.slice(5))).toEqual([
      '01-01',
      '01-06',
      '03-16',
      '03-21',
      '05-01',
      '07-14',
      '10-03',
      '12-10',
      '12-25',
    ]);
  });

  it.each([
    ['eid-al-fitr', ['2026-03-20', '2026-03-21', '2026-03-22']],
    ['eid-al-adha', ['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']],
    ['eid-al-ghadir', ['2026-06-04']],
    ['islamic-new-year', ['2026-06-16']],
    ['ashura', ['2026-06-25']],
    ['mawlid', ['2026-08-25']],
  ])('expects %s of 2026, because nobody has announced it', (occasion, dates) => {
    expect(datesOf('IQ', 2026, occasion)).toEqual(dates);
    for (const date of dates)
      expect(on('IQ', date)).toContainEqual(expect.objectContaining({ occasion, standing: 'expected' }));
  });

  it('says that 14 July is in doubt', () => {
    expect(on('IQ', '2026-07-14')).toMatchObject([{ source: expect.stringContaining('in doubt') }]);
  });

  it('may keep two occasions on one date: Nowruz and the Eid of 2026', () => {
    expect(occasionsOn('IQ', '2026-03-21')).toEqual(['nowruz', 'eid-al-fitr']);
  });
});

describe('the Kurdistan Region', () => {
  it('keeps its own days, and no federal date that is in doubt', () => {
    const fixed = shippedDays('IQ-KR', 2027).filter(({ standing }) => standing === 'fixed');
    expect(fixed.map(({ date }) => date.slice(5))).toEqual([
      '01-01',
      '03-05',
      '03-11',
      '03-14',
      '03-20',
      '03-21',
      '03-22',
      '03-23',
      '12-25',
      '12-26',
      '12-27',
      '12-28',
      '12-29',
      '12-30',
      '12-31',
    ]);
    for (const { source } of fixed) expect(source).toContain('in doubt');
  });

  it('keeps the Islamic feasts of the whole country', () => {
    const feasts = (code: 'IQ' | 'IQ-KR') =>
      shippedDays(code, 2029).flatMap(({ date, standing }) => (standing === 'expected' ? [date] : []));
    expect(feasts('IQ-KR')).toEqual(feasts('IQ'));
    expect(feasts('IQ')).toHaveLength(11);
  });
});
