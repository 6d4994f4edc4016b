import type { ClockInput } from '../../../../domain/law/clock/clock-terms';
import type { RuleRecord, RuleUnit } from '../../../../domain/law/rule-record';
import { clockByWeekends } from './by-weekends';
import { ARREST, BAGHDAD, custodyRule, filingRule, hoursRule, STOCKHOLM, serviceLevel } from './rule-of';

const custody = (changes: Parameters<typeof custodyRule>[0], trigger: string, zone = STOCKHOLM) =>
  clockByWeekends({ rule: custodyRule(changes), trigger, zone });

describe('limits in days and months from the arrest of 3 March 2026, 23:30 in Stockholm', () => {
  it.each<[number, RuleUnit, string, string]>([
    [10, 'day', '2026-03-13', '2026-03-13T23:00:00.000Z'],
    [18, 'day', '2026-03-21', '2026-03-21T23:00:00.000Z'], // a Saturday, and Nowruz
    [20, 'day', '2026-03-23', '2026-03-23T23:00:00.000Z'],
    [30, 'day', '2026-04-02', '2026-04-02T22:00:00.000Z'],
    [40, 'day', '2026-04-12', '2026-04-12T22:00:00.000Z'], // a Sunday
    [60, 'day', '2026-05-02', '2026-05-02T22:00:00.000Z'], // a Saturday
    [2, 'month', '2026-05-03', '2026-05-03T22:00:00.000Z'], // a Sunday
    [2, 'week', '2026-03-17', '2026-03-17T23:00:00.000Z'],
    [1, 'year', '2027-03-03', '2027-03-03T23:00:00.000Z'],
  ])('%i %s: the last day is %s', (amount, unit, lastDay, dueAt) => {
    expect(custody({ amount, unit }, ARREST)).toMatchObject({ lastDay, dueAt });
  });

  it('begin a day later when the custody is in Baghdad, where it was 4 March', () => {
    expect(custody({ amount: 10 }, ARREST, BAGHDAD)).toMatchObject({
      lastDay: '2026-03-14',
      dueAt: '2026-03-14T21:00:00.000Z',
    });
  });

  it('count 28 days "starting with the day" (United Kingdom, 2003 Act, s. 117) from the day itself', () => {
    const clock = custody({ amount: 28, includeFirstDay: true }, '2026-03-03T12:00:00Z', 'Europe/London');
    expect(clock.lastDay).toBe('2026-03-30');
  });

  it('are a day shorter where the first day counts', () => {
    expect(custody({ amount: 10, includeFirstDay: true }, ARREST).lastDay).toBe('2026-03-12');
    expect(custody({ amount: 2, unit: 'month', includeFirstDay: true }, ARREST).lastDay).toBe('2026-05-02');
  });
});

describe('months and years that end where there is no such day', () => {
  it.each<[string, number, RuleUnit, string]>([
    ['2026-01-31', 1, 'month', '2026-02-28'],
    ['2025-12-31', 2, 'month', '2026-02-28'],
    ['2027-12-31', 2, 'month', '2028-02-29'],
    ['2026-03-31', 1, 'month', '2026-04-30'],
    ['2028-02-29', 1, 'year', '2029-02-28'],
  ])('%s and %i %s: %s', (date, amount, unit, lastDay) => {
    expect(custody({ amount, unit }, `${date}T12:00:00+01:00`).lastDay).toBe(lastDay);
  });
});

describe('the change of summer time in Stockholm', () => {
  it.each([
    ['2026-03-28', '2026-03-28T23:00:00.000Z'], // over when 29 March begins, still winter time
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z'], // over when 25 October begins, still summer time
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
  ])('a last day of %s is over at local midnight', (limitDate, dueAt) => {
    const trigger = '2026-03-03T12:00:00Z';
    const rule = filingRule({});
    expect(clockByWeekends({ rule, trigger, zone: STOCKHOLM, limitDate })).toMatchObject({
      lastDay: limitDate,
      dueAt,
    });
  });

  it.each([
    ['2026-03-28T12:00:00+01:00', '2026-03-29T11:00:00.000Z'], // 13:00 in Stockholm
    ['2026-10-24T12:00:00+02:00', '2026-10-25T10:00:00.000Z'], // 11:00 in Stockholm
  ])('24 hours from %s are 24 elapsed hours', (trigger, dueAt) => {
    const clock = clockByWeekends({ rule: hoursRule(), trigger, zone: STOCKHOLM });
    expect(clock).toMatchObject({ dueAt, lastDay: null });
  });

  it('one day before is the same hour of the clock, not 24 hours before', () => {
    const rule = filingRule({ warnBefore: [{ code: '1-day-left', before: 'P1D' }] });
    const trigger = '2026-03-03T12:00:00Z';
    const clock = clockByWeekends({ rule, trigger, zone: STOCKHOLM, limitDate: '2026-03-29' });
    expect(clock.warnings).toEqual([{ code: '1-day-left', at: '2026-03-28T23:00:00.000Z' }]);
  });
});

describe('days across the change of summer time', () => {
  it.each([
    ['2026-03-28T12:00:00+01:00', '2026-03-30', '2026-03-30T22:00:00.000Z'],
    ['2026-10-24T12:00:00+02:00', '2026-10-26', '2026-10-26T23:00:00.000Z'],
  ])('two days from %s end with %s', (trigger, lastDay, dueAt) => {
    expect(custody({ amount: 2 }, trigger)).toMatchObject({ lastDay, dueAt });
  });
});

describe('the date set by the Minister (1957:668 s. 23)', () => {
  const sample: ClockInput = { rule: custodyRule(), trigger: ARREST, zone: STOCKHOLM };

  it('is obeyed when it is earlier than 40 days', () => {
    expect(clockByWeekends({ ...sample, limitDate: '2026-04-10' })).toMatchObject({
      lastDay: '2026-04-10',
      dueAt: '2026-04-10T22:00:00.000Z',
    });
  });

  it('leaves the 40 days where none was set', () => {
    expect(clockByWeekends(sample).lastDay).toBe('2026-04-12');
  });

  it('cannot go beyond the 40 days', () => {
    const { reasoning: _with, ...beyond } = clockByWeekends({ ...sample, limitDate: '2026-04-30' });
    const { reasoning: _without, ...without } = clockByWeekends(sample);
    expect(beyond).toEqual(without);
  });
});

describe('a date set by the other side for an answer', () => {
  const answer = (limitDate: string, rule = filingRule()) =>
    clockByWeekends({ rule, trigger: '2026-03-20T14:00:00+01:00', zone: STOCKHOLM, limitDate });

  it('is itself the last day', () => {
    expect(answer('2026-04-03')).toMatchObject({
      lastDay: '2026-04-03',
      dueAt: '2026-04-03T22:00:00.000Z',
    });
  });

  it('may be the very day of the question', () => {
    expect(answer('2026-03-20').lastDay).toBe('2026-03-20');
  });

  it('stands as set on a weekend, even under a rule that rolls', () => {
    expect(answer('2026-04-04', filingRule({ roll: 'next-working' })).lastDay).toBe('2026-04-04');
  });
});

describe('limits of the house, in Baghdad', () => {
  const thursday = '2026-03-05T10:00:00+03:00';
  const level = (changes: Partial<RuleRecord>, trigger = thursday) =>
    clockByWeekends({ rule: serviceLevel(changes), trigger, zone: BAGHDAD });

  it('count working days after the day of the trigger, to the end of the last', () => {
    expect(level({ amount: 1 })).toMatchObject({
      lastDay: '2026-03-08',
      dueAt: '2026-03-08T21:00:00.000Z',
      warnings: [{ code: '1-day-left', at: '2026-03-07T21:00:00.000Z' }],
    });
    expect(level({ amount: 5 }).lastDay).toBe('2026-03-12');
  });

  it('begin with the trigger on a Friday like with the day before', () => {
    expect(level({}, '2026-03-06T10:00:00+03:00').lastDay).toBe(level({}).lastDay);
  });

  it('count the day of the trigger where the rule says so', () => {
    expect(level({ includeFirstDay: true }).lastDay).toBe('2026-03-09');
  });

  it('run through the night and the weekend when they are hours', () => {
    const warnBefore = [{ code: '1-hour-left', before: 'PT1H' }];
    expect(level({ amount: 4, unit: 'hour', warnBefore }, '2026-03-05T22:00:00+03:00')).toMatchObject({
      lastDay: null,
      dueAt: '2026-03-05T23:00:00.000Z',
      warnings: [{ code: '1-hour-left', at: '2026-03-05T22:00:00.000Z' }],
    });
  });

  it('roll to the next working day when they are days', () => {
    // 30 days from Wednesday 4 March end on Friday 3 April.
    expect(level({ amount: 30, unit: 'day' }, '2026-03-04T10:00:00+03:00').lastDay).toBe('2026-04-05');
  });
});

describe('a roll', () => {
  const rule = filingRule({ amount: 10, roll: 'next-working' });
  const trigger = '2026-03-04T12:00:00Z'; // the tenth day after is Saturday 14 March

  it('follows the weekend of the zone where the rule names no calendar', () => {
    expect(clockByWeekends({ rule, trigger, zone: STOCKHOLM }).lastDay).toBe('2026-03-16');
    expect(clockByWeekends({ rule, trigger, zone: BAGHDAD }).lastDay).toBe('2026-03-15');
  });

  it('leaves the earlier day standing where no calendar is known', () => {
    expect(clockByWeekends({ rule, trigger, zone: 'Europe/Berlin' }).lastDay).toBe('2026-03-14');
  });
});
