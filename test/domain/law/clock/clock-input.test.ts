import type { ClockInput } from '../../../../domain/law/clock/clock-terms';
import { clockByWeekends } from './by-weekends';
import { refused } from './refused';
import { ARREST, custodyRule, filingRule, hoursRule, STOCKHOLM, serviceLevel } from './rule-of';

const sample: ClockInput = { rule: custodyRule(), trigger: ARREST, zone: STOCKHOLM };

const refusal = (changes: Partial<ClockInput>) => refused(() => clockByWeekends({ ...sample, ...changes }));

describe('a clock is refused', () => {
  it.each([
    '',
    'yesterday',
    '2026-03-03',
    '2026-03-03T23:30:00',
    '2026-02-30T12:00:00Z',
    '2026-03-03T25:00:00Z',
    '+275760-09-12T00:00:00Z',
    '2026-03-03T23:30:00+01:00[Asia/Nowhere]',
  ])('for the trigger %p', (trigger) => {
    expect(refusal({ trigger })).toEqual({ code: 'bad-instant', value: trigger });
  });

  it.each(['', 'Asia/Nowhere', 'Baghdad', '+03:00', 'Z', '2026-03-03T23:30:00Z'])(
    'for the zone %p',
    (zone) => {
      expect(refusal({ zone })).toEqual({ code: 'bad-zone', value: zone });
    },
  );

  it.each(['', '10 April', '20260410', '2026-4-10', '2026-02-29', '2026-04-10T00:00:00Z'])(
    'for the date %p',
    (limitDate) => {
      expect(refusal({ limitDate })).toEqual({ code: 'bad-limit-date', value: limitDate });
    },
  );

  it('for a date before the day of the trigger, told in the zone', () => {
    const limitDate = '2026-03-03';
    expect(clockByWeekends({ ...sample, limitDate }).lastDay).toBe(limitDate);
    expect(refusal({ limitDate, zone: 'Asia/Baghdad' })).toEqual({
      code: 'limit-date-before-trigger',
      value: limitDate,
    });
  });

  it('when only the other side can set the date and has not', () => {
    expect(refusal({ rule: filingRule({ id: 'SET-BY-OTHER-SIDE' }) })).toEqual({
      code: 'limit-date-missing',
      value: 'SET-BY-OTHER-SIDE',
    });
  });

  it('when working days are to be counted and no calendar is known', () => {
    const rule = serviceLevel({ calendar: null });
    expect(refusal({ rule, zone: 'Europe/Berlin' })).toEqual({
      code: 'calendar-missing',
      value: 'Europe/Berlin',
    });
  });
});

describe('years that nobody counts in are refused', () => {
  it.each(['1899-12-31T12:00:00Z', '2201-01-01T12:00:00Z'])('as a trigger: %p', (trigger) => {
    expect(refusal({ trigger })).toEqual({ code: 'year-out-of-range', value: trigger });
  });

  it('as a date set by the other side', () => {
    expect(refusal({ limitDate: '2201-01-01' })).toMatchObject({ code: 'year-out-of-range' });
  });

  it('as a last day', () => {
    const rule = custodyRule({ amount: 200, unit: 'year' });
    expect(refusal({ rule })).toMatchObject({ code: 'year-out-of-range' });
  });

  it('as a last day that many working days lead to', () => {
    const rule = serviceLevel({ amount: 10_000 });
    expect(refusal({ rule, trigger: '2190-01-01T12:00:00Z' })).toMatchObject({
      code: 'calendar-year-unknown',
    });
  });
});

it.each([0, -1, 1.5, 10_001, Number.NaN])('an amount of %p is refused', (amount) => {
  for (const unit of ['hour', 'day', 'working-day', 'month'] as const)
    expect(refusal({ rule: serviceLevel({ amount, unit }) })).toEqual({
      code: 'bad-period',
      value: `${amount} ${unit}`,
    });
});

it('a trigger finer than a millisecond is taken as the register stores it', () => {
  const trigger = '2026-03-03T22:30:00.123999Z';
  const clock = clockByWeekends({ ...sample, rule: hoursRule(), trigger });
  expect(clock.dueAt).toBe('2026-03-04T22:30:00.123Z');
});
