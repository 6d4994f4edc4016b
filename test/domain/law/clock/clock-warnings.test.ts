import { clockByWeekends } from './by-weekends';
import { ARREST, BAGHDAD, custodyRule, hoursRule, STOCKHOLM, serviceLevel } from './rule-of';

const codes = (clock: { warnings: readonly { code: string }[] }) => clock.warnings.map(({ code }) => code);

describe('warnings of custody in days (class B)', () => {
  const forty = { rule: custodyRule(), trigger: ARREST, zone: STOCKHOLM };

  it('name the days left, the last working day at 09:00 and the stricter count', () => {
    expect(clockByWeekends(forty).warnings).toEqual([
      { code: '10-days-left', at: '2026-04-02T22:00:00.000Z' },
      { code: '5-days-left', at: '2026-04-07T22:00:00.000Z' },
      { code: '3-days-left', at: '2026-04-09T22:00:00.000Z' },
      { code: 'last-working-day', at: '2026-04-10T07:00:00.000Z' }, // the Friday before Sunday 12 April
      { code: 'first-day-included', at: '2026-04-10T22:00:00.000Z' }, // 11 April begins
      { code: '1-day-left', at: '2026-04-11T22:00:00.000Z' },
    ]);
  });

  it('take the last day itself when it is a working day', () => {
    const clock = clockByWeekends({ ...forty, limitDate: '2026-04-10' });
    expect(clock.warnings).toContainEqual({ code: 'last-working-day', at: '2026-04-10T07:00:00.000Z' });
  });

  it.each(['2026-04-10', '2026-04-11'])('leave out the stricter count when %s was set', (limitDate) => {
    // Counted strictly the 40 days end on 11 April: no day earlier than the one already to be obeyed.
    expect(codes(clockByWeekends({ ...forty, limitDate }))).not.toContain('first-day-included');
  });

  it('leave out the stricter count where the first day counts anyway', () => {
    const rule = custodyRule({ includeFirstDay: true });
    expect(codes(clockByWeekends({ ...forty, rule }))).not.toContain('first-day-included');
  });

  it('follow the weekend of the zone where the rule names no calendar', () => {
    const rule = custodyRule({ calendar: null });
    expect(clockByWeekends({ ...forty, rule }).warnings).toEqual(clockByWeekends(forty).warnings);
    // In Baghdad the last day is Monday 13 April, a working day.
    expect(clockByWeekends({ ...forty, rule, zone: BAGHDAD }).warnings).toContainEqual({
      code: 'last-working-day',
      at: '2026-04-13T06:00:00.000Z',
    });
  });

  it('name no last working day where no calendar is known', () => {
    const rule = custodyRule({ calendar: null });
    expect(codes(clockByWeekends({ ...forty, rule, zone: 'Europe/Berlin' }))).not.toContain(
      'last-working-day',
    );
  });

  it('stay within a pick-up month', () => {
    const clock = clockByWeekends({
      rule: custodyRule({ amount: 1, unit: 'month' }),
      trigger: '2026-06-05T09:00:00+02:00',
      zone: STOCKHOLM,
    });
    expect(clock).toMatchObject({
      lastDay: '2026-07-05', // a Sunday
      dueAt: '2026-07-05T22:00:00.000Z',
      warnings: [
        { code: '10-days-left', at: '2026-06-25T22:00:00.000Z' },
        { code: '5-days-left', at: '2026-06-30T22:00:00.000Z' },
        { code: '3-days-left', at: '2026-07-02T22:00:00.000Z' },
        { code: 'last-working-day', at: '2026-07-03T07:00:00.000Z' },
        { code: 'first-day-included', at: '2026-07-03T22:00:00.000Z' },
        { code: '1-day-left', at: '2026-07-04T22:00:00.000Z' },
      ],
    });
  });

  it('that lie before the trigger are left out', () => {
    expect(codes(clockByWeekends({ ...forty, limitDate: '2026-03-06' }))).toEqual([
      '3-days-left',
      '1-day-left',
      'last-working-day',
    ]);
  });
});

describe('warnings of custody in hours (class A)', () => {
  const arrival = '2026-06-23T17:40:00+03:00';

  it('come 12, 6 and 2 hours before', () => {
    expect(clockByWeekends({ rule: hoursRule(), trigger: arrival, zone: BAGHDAD })).toMatchObject({
      dueAt: '2026-06-24T14:40:00.000Z',
      lastDay: null,
      warnings: [
        { code: '12-hours-left', at: '2026-06-24T02:40:00.000Z' },
        { code: '6-hours-left', at: '2026-06-24T08:40:00.000Z' },
        { code: '2-hours-left', at: '2026-06-24T12:40:00.000Z' },
      ],
    });
  });

  it('are left out where they do not fit within the limit', () => {
    const rule = hoursRule({ amount: 6 });
    expect(codes(clockByWeekends({ rule, trigger: arrival, zone: BAGHDAD }))).toEqual(['2-hours-left']);
  });
});

describe('a threshold in other words than whole days or hours', () => {
  const at = (before: string, rule = custodyRule({ warnBefore: [{ code: 'soon', before }] })) =>
    clockByWeekends({ rule, trigger: ARREST, zone: STOCKHOLM }).warnings.find(({ code }) => code === 'soon')
      ?.at;

  it('is taken off the clock of the zone', () => {
    expect(at('P2W')).toBe('2026-03-29T22:00:00.000Z'); // midnight in summer time
    expect(at('P1DT6H')).toBe('2026-04-11T16:00:00.000Z');
    expect(at('PT90M')).toBe('2026-04-12T20:30:00.000Z');
  });

  it('in days before a limit in hours is the same hour of the clock', () => {
    const rule = hoursRule({ amount: 48, warnBefore: [{ code: 'soon', before: 'P1D' }] });
    const trigger = '2026-03-28T12:00:00+01:00'; // over on 30 March at 13:00 summer time
    expect(clockByWeekends({ rule, trigger, zone: STOCKHOLM }).warnings).toEqual([
      { code: 'soon', at: '2026-03-29T11:00:00.000Z' },
    ]);
  });
});

it('two warnings of one instant become one', () => {
  const rule = custodyRule({
    warnBefore: [
      { code: 'first', before: 'P2D' },
      { code: 'second', before: 'P2D' },
    ],
  });
  expect(codes(clockByWeekends({ rule, trigger: ARREST, zone: STOCKHOLM }))).toEqual([
    'last-working-day',
    'first-day-included',
  ]);
});

it('the end of a limit is not a warning of it', () => {
  const rule = serviceLevel({ amount: 4, unit: 'hour', warnBefore: [{ code: 'over', before: 'PT0S' }] });
  expect(codes(clockByWeekends({ rule, trigger: ARREST, zone: BAGHDAD }))).toEqual([]);
});
