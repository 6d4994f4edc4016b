import type { ClockInput } from '../../../../domain/law/clock/clock-terms';
import { clockByWeekends } from './by-weekends';
import { ARREST, BAGHDAD, custodyRule, filingRule, hoursRule, STOCKHOLM, serviceLevel } from './rule-of';

const reasoning = (rule: ClockInput['rule'], changes: Partial<ClockInput> = {}) =>
  clockByWeekends({ rule, trigger: ARREST, zone: STOCKHOLM, ...changes }).reasoning;
const codes = (...input: Parameters<typeof reasoning>) => reasoning(...input).map(({ code }) => code);

it('custody in days says how it was counted, that it does not move, and what else to look at', () => {
  expect(reasoning(custodyRule())).toEqual([
    { code: 'first-day-excluded', params: { date: '2026-03-03' } },
    { code: 'last-day', params: { count: 40, unit: 'day', date: '2026-04-12', weekday: 7 } },
    { code: 'not-moved-custody', params: {} },
    { code: 'stricter-count', params: { date: '2026-04-11' } },
    { code: 'last-working-day-before', params: { date: '2026-04-10' } },
  ]);
});

it('custody in days counted from its first day has no stricter count', () => {
  expect(codes(custodyRule({ includeFirstDay: true, amount: 39 }))).toEqual([
    'first-day-counted',
    'last-day',
    'not-moved-custody',
  ]);
});

it('hours say from when to when they run', () => {
  expect(reasoning(hoursRule(), { zone: BAGHDAD })).toEqual([
    {
      code: 'hours-counted',
      params: {
        count: 24,
        from: '2026-03-03T22:30:00.000Z',
        to: '2026-03-04T22:30:00.000Z',
        zone: BAGHDAD,
      },
    },
    { code: 'not-moved-custody', params: {} },
  ]);
});

it('working days end on one, which needs no saying', () => {
  expect(codes(serviceLevel())).toEqual(['first-day-excluded', 'last-day']);
});

describe('the end of a month', () => {
  const month = { amount: 1, unit: 'month' } as const;
  const trigger = '2026-01-31T12:00:00+01:00';

  it('is said where it stands for a day that the month does not have', () => {
    const none = { code: 'month-has-no-such-day', params: { day: 31 } };
    expect(reasoning(custodyRule(month), { trigger })).toContainEqual(none);
    expect(reasoning(custodyRule({ ...month, includeFirstDay: true }), { trigger })).toContainEqual(none);
  });

  it('is not said where the month has that day', () => {
    const given = { ...month, amount: 2 };
    expect(codes(custodyRule(given), { trigger })).not.toContain('month-has-no-such-day');
    expect(codes(custodyRule({ ...given, includeFirstDay: true }), { trigger })).not.toContain(
      'month-has-no-such-day',
    );
    expect(codes(custodyRule({ amount: 28 }), { trigger })).not.toContain('month-has-no-such-day');
  });
});

describe('a date set by the other side', () => {
  it('is said to be obeyed, or not to be earlier', () => {
    const set = (limitDate: string) => reasoning(filingRule({ amount: 40 }), { limitDate });
    expect(set('2026-04-10')).toContainEqual({ code: 'set-by-other-side', params: { date: '2026-04-10' } });
    expect(set('2026-04-30')).toContainEqual({
      code: 'set-later-than-limit',
      params: { date: '2026-04-30' },
    });
  });

  it('is all there is to say of a rule without an amount', () => {
    expect(codes(filingRule(), { limitDate: '2026-04-10' })).toEqual(['set-by-other-side']);
  });
});

describe('why a filing limit was not moved', () => {
  const trigger = '2026-03-04T12:00:00Z'; // ten days lead to Saturday 14 March, twelve to a Monday
  const roll = 'next-working';

  it.each([
    ['the rule says so', filingRule({ amount: 10 }), STOCKHOLM, 'not-moved-by-rule'],
    ['it is a working day', filingRule({ amount: 12, roll }), STOCKHOLM, 'not-moved-working-day'],
    ['no calendar is known', filingRule({ amount: 10, roll }), 'Europe/Berlin', 'not-moved-no-calendar'],
  ])('%s', (_why, rule, zone, code) => {
    expect(codes(rule, { trigger, zone })).toContain(code);
  });
});
