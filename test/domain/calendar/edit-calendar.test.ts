import type { CalendarDay } from '../../../domain/calendar/calendar';
import {
  type CalendarChange,
  calendarActions,
  calendarFaultCodes,
  calendarWarningCodes,
} from '../../../domain/calendar/calendar-changes';
import { editCalendar } from '../../../domain/calendar/edit-calendar';
import { hasText } from '../../../locales';
import fc from '../../support/fast-check';
import { day } from './day';

const years = { from: 2024, to: 2032 };
const source = 'Council of Ministers, announcement of 1 March 2026';

const eid = day({ date: '2026-03-20', occasion: 'eid-al-fitr', standing: 'expected' });
const nowruz = day({ date: '2026-03-21', occasion: 'nowruz' });
const arbaeen = day({ date: '2026-08-04', occasion: 'arbaeen', province: 'karbala', standing: 'confirmed' });
const swedish = day({ calendar: 'SE', date: '2026-06-20', occasion: 'se.midsommardagen' });
const rows = [eid, nowruz, arbaeen, swedish];

const edit = (changes: readonly CalendarChange[], calendar: CalendarDay['calendar'] = 'IQ') =>
  editCalendar(rows, { calendar, source, changes }, years);
const faultsOf = (changes: readonly CalendarChange[], calendar: CalendarDay['calendar'] = 'IQ') =>
  edit(changes, calendar).faults.map(({ pointer, code, params }) => [pointer, code, params]);

function accepted(changes: readonly CalendarChange[], present: readonly CalendarDay[] = rows) {
  const result = editCalendar(present, { calendar: 'IQ', source, changes }, years);
  if (!('rows' in result)) throw new Error(`refused: ${JSON.stringify(result.faults)}`);
  return result;
}

describe('an edit that can be made', () => {
  it('adds a holiday that is confirmed by the announcement', () => {
    const { rows: after, warnings } = accepted([{ action: 'add', date: '2026-09-01', occasion: 'mourning' }]);
    expect(after).toHaveLength(rows.length + 1);
    expect(after).toContainEqual(
      day({ date: '2026-09-01', occasion: 'mourning', standing: 'confirmed', source, verified: true }),
    );
    expect(warnings).toEqual([]);
  });

  it('adds a closure of one province', () => {
    const { rows: after } = accepted([
      { action: 'add', date: '2026-08-05', occasion: 'arbaeen', province: 'karbala' },
    ]);
    expect(after).toContainEqual(expect.objectContaining({ date: '2026-08-05', province: 'karbala' }));
  });

  it('withdraws a day and leaves the others as they were', () => {
    expect(accepted([{ action: 'withdraw', date: '2026-03-21', occasion: 'nowruz' }]).rows).toEqual(
      expect.arrayContaining([eid, arbaeen, swedish]),
    );
    expect(accepted([{ action: 'withdraw', date: '2026-03-21', occasion: 'nowruz' }]).rows).toHaveLength(3);
  });

  it('confirms an expected day', () => {
    const { rows: after } = accepted([{ action: 'confirm', date: '2026-03-20', occasion: 'eid-al-fitr' }]);
    expect(after.filter(({ date }) => date === '2026-03-20')).toEqual([
      { ...eid, standing: 'confirmed', source, verified: true },
    ]);
  });

  it('moves an expected day to the date that was announced', () => {
    const { rows: after } = accepted([
      { action: 'withdraw', date: '2026-03-20', occasion: 'eid-al-fitr' },
      { action: 'add', date: '2026-03-19', occasion: 'eid-al-fitr' },
    ]);
    expect(after.filter(({ occasion }) => occasion === 'eid-al-fitr')).toMatchObject([
      { date: '2026-03-19', standing: 'confirmed' },
    ]);
  });

  it('orders work on a Saturday, and takes the order back', () => {
    const order = { date: '2026-03-28', occasion: 'order 12' };
    const { rows: after } = accepted([{ action: 'order-work', ...order }]);
    expect(after).toContainEqual(expect.objectContaining({ ...order, kind: 'working-day' }));
    const back = accepted([{ action: 'withdraw', ...order }], after).rows;
    expect(new Set(back)).toEqual(new Set(rows));
  });

  it('lets the whole country keep a day on which a province is closed already', () => {
    expect(faultsOf([{ action: 'add', date: '2026-08-04', occasion: 'mourning' }])).toEqual([]);
  });
});

describe('an edit that cannot be made', () => {
  it('is empty', () => {
    expect(faultsOf([])).toEqual([['', 'no-changes', {}]]);
  });

  it('keeps a day that is kept already, and names the occasion', () => {
    expect(faultsOf([{ action: 'add', date: '2026-03-21', occasion: 'mourning' }])).toEqual([
      ['/0/date', 'day-already-kept', { occasion: 'nowruz' }],
    ]);
    expect(
      faultsOf([{ action: 'add', date: '2026-03-21', occasion: 'mourning', province: 'karbala' }]),
    ).toEqual([['/0/date', 'day-already-kept', { occasion: 'nowruz' }]]);
  });

  it('orders work on a holiday', () => {
    expect(faultsOf([{ action: 'order-work', date: '2026-03-21', occasion: 'order 12' }])).toEqual([
      ['/0/date', 'day-already-kept', { occasion: 'nowruz' }],
    ]);
  });

  it.each(['withdraw', 'confirm'] as const)('would %s what is not there', (action) => {
    const notThere: CalendarChange[] = [
      { action, date: '2026-03-22', occasion: 'eid-al-fitr' },
      { action, date: '2026-03-20', occasion: 'nowruz' },
      { action, date: '2026-08-04', occasion: 'arbaeen' },
      { action, date: '2026-06-20', occasion: 'se.midsommardagen' },
    ];
    expect(faultsOf(notThere)).toEqual(
      notThere.map((_, index) => [`/${index}/occasion`, 'day-not-kept', {}]),
    );
  });

  it('confirms what is no longer expected', () => {
    expect(faultsOf([{ action: 'confirm', date: '2026-03-21', occasion: 'nowruz' }])).toEqual([
      ['/0/occasion', 'day-not-expected', {}],
    ]);
  });

  it.each(['2026-02-30', '2026-13-01', '20260301', '2026-3-1', '', '+002026-03-01', '2026-03-01T00:00'])(
    'names a date that does not exist: %p',
    (date) => {
      expect(faultsOf([{ action: 'add', date, occasion: 'mourning' }])).toEqual([
        ['/0/date', 'no-such-date', {}],
      ]);
    },
  );

  it.each(['2023-12-31', '2033-01-01'])('names a date of a year that is not known: %s', (date) => {
    expect(faultsOf([{ action: 'add', date, occasion: 'mourning' }])).toEqual([
      ['/0/date', 'outside-known-years', { from: '2024', to: '2032' }],
    ]);
  });

  it.each(['2024-01-02', '2032-12-30'])('but the known years are known to their ends: %s', (date) => {
    expect(faultsOf([{ action: 'add', date, occasion: 'mourning' }])).toEqual([]);
  });

  it('gives Sweden a province, or an order to work', () => {
    const date = '2026-09-05';
    expect(
      faultsOf(
        [
          { action: 'add', date, occasion: 'a closure', province: 'skane' },
          { action: 'order-work', date, occasion: 'an order' },
        ],
        'SE',
      ),
    ).toEqual([
      ['/0/province', 'province-not-allowed', {}],
      ['/1/action', 'no-order-of-work', {}],
    ]);
  });

  it('orders work in one province only, or on another day than Saturday', () => {
    expect(
      faultsOf([
        { action: 'order-work', date: '2026-03-28', occasion: 'order 12', province: 'karbala' },
        { action: 'order-work', date: '2026-03-27', occasion: 'order 12' },
      ]),
    ).toEqual([
      ['/0/province', 'province-not-allowed', {}],
      ['/1/date', 'not-a-saturday', {}],
    ]);
  });

  it('names one day twice', () => {
    expect(
      faultsOf([
        { action: 'withdraw', date: '2026-03-21', occasion: 'nowruz' },
        { action: 'add', date: '2026-03-21', occasion: 'mourning' },
      ]),
    ).toEqual([['/1/date', 'same-day-twice', {}]]);
  });

  it('contradicts itself: a closure of a province on a day that it gives to all', () => {
    expect(
      faultsOf([
        { action: 'add', date: '2026-09-01', occasion: 'mourning' },
        { action: 'add', date: '2026-09-01', occasion: 'arbaeen', province: 'karbala' },
      ]),
    ).toEqual([['/1/date', 'day-already-kept', { occasion: 'mourning' }]]);
  });

  it('is refused whole, with every fault told', () => {
    const result = edit([
      { action: 'add', date: '2026-09-01', occasion: 'mourning' },
      { action: 'add', date: '2026-09-31', occasion: 'mourning' },
      { action: 'withdraw', date: '2026-09-02', occasion: 'mourning' },
    ]);
    expect(result).not.toHaveProperty('rows');
    expect(result.faults.map(({ pointer }) => pointer)).toEqual(['/1/date', '/2/occasion']);
  });
});

describe('whatever is edited', () => {
  const change = fc.record({
    action: fc.constantFrom(...calendarActions),
    date: fc.constantFrom('2026-03-20', '2026-03-21', '2026-03-28', '2026-08-04', '2026-09-31', '2040-01-01'),
    occasion: fc.constantFrom('eid-al-fitr', 'nowruz', 'arbaeen', 'mourning'),
    province: fc.constantFrom(null, undefined, 'karbala'),
  });
  const edits = fc.array(change, { maxLength: 6 });

  it('there are faults or rows, never both; other calendars stay; no date and place holds an occasion twice', () => {
    fc.assert(
      fc.property(edits, fc.constantFrom('IQ' as const, 'SE' as const), (changes, calendar) => {
        const result = edit(changes, calendar);
        expect('rows' in result).toBe(result.faults.length === 0);
        if (!('rows' in result)) return;
        const others = rows.filter((row) => row.calendar !== calendar);
        expect(result.rows).toEqual(expect.arrayContaining(others));
        const keys = result.rows.map((row) => `${row.calendar} ${row.date} ${row.province} ${row.occasion}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

it('has a text for every fault and warning', () => {
  const keys = [
    ...calendarFaultCodes.map((code) => `fault.${code}`),
    ...calendarWarningCodes.map((code) => `calendar.warning.${code}`),
  ];
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
});
