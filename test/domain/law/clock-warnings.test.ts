import { computeClock } from '../../../domain/law/compute-clock';
import { rules } from '../../../domain/law/rules';
import { ARREST, BAGHDAD, custodyRule, STOCKHOLM } from './rule-of';

const codes = (clock: { warnings: readonly { code: string }[] }) => clock.warnings.map(({ code }) => code);

describe('warnings of custody in days (class B)', () => {
  const forty = { rule: rules['SWE23-40'], trigger: ARREST, zone: STOCKHOLM };

  it('name the days left, the last working day at 09:00 and the stricter count', () => {
    expect(computeClock(forty).warnings).toEqual([
      { code: '10-days-left', at: '2026-04-02T22:00:00.000Z' },
      { code: '5-days-left', at: '2026-04-07T22:00:00.000Z' },
      { code: '3-days-left', at: '2026-04-09T22:00:00.000Z' },
      { code: 'last-working-day', at: '2026-04-10T07:00:00.000Z' }, // the Friday before Sunday 12 April
      { code: 'first-day-included', at: '2026-04-10T22:00:00.000Z' }, // 11 April begins
      { code: '1-day-left', at: '2026-04-11T22:00:00.000Z' },
    ]);
  });

  it('take the last day itself when it is a working day', () => {
    const clock = computeClock({ ...forty, limitDate: '2026-04-10' });
    expect(clock.warnings).toContainEqual({ code: 'last-working-day', at: '2026-04-10T07:00:00.000Z' });
  });

  it.each(['2026-04-10', '2026-04-11'])('leave out the stricter count when %s was set', (limitDate) => {
    // Counted strictly the 40 days end on 11 April: no day earlier than the one already to be obeyed.
    expect(codes(computeClock({ ...forty, limitDate }))).not.toContain('first-day-included');
  });

  it('leave out the stricter count where the first day counts anyway', () => {
    const rule = custodyRule({ includeFirstDay: true });
    expect(codes(computeClock({ ...forty, rule }))).not.toContain('first-day-included');
  });

  it('follow the weekend of the zone where the rule names no calendar', () => {
    const rule = custodyRule({ calendar: null });
    expect(computeClock({ ...forty, rule }).warnings).toEqual(computeClock(forty).warnings);
    // In Baghdad the last day is Monday 13 April, a working day.
    expect(computeClock({ ...forty, rule, zone: BAGHDAD }).warnings).toContainEqual({
      code: 'last-working-day',
      at: '2026-04-13T06:00:00.000Z',
    });
  });

  it('name no last working day where no calendar is known', () => {
    const rule = custodyRule({ calendar: null });
    expect(codes(computeClock({ ...forty, rule, zone: 'Europe/Berlin' }))).not.toContain('last-working-day');
  });

  it('stay within a pick-up month', () => {
    const clock = computeClock({
      rule: rules['SWE20-1M'],
      trigger: '2026-06-05T09:00:00+02:00',
      zone: STOCKHOLM,
    });
    expect(clock).toEqual({
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
    expect(codes(computeClock({ ...forty, limitDate: '2026-03-06' }))).toEqual([
      '3-days-left',
      '1-day-left',
      'last-working-day',
    ]);
  });
});

describe('warnings of custody in hours (class A)', () => {
  const arrival = '2026-06-23T17:40:00+03:00';

  it('come 12, 6 and 2 hours before', () => {
    expect(computeClock({ rule: rules['CON19-24H'], trigger: arrival, zone: BAGHDAD })).toEqual({
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
    const rule = { ...rules['CON19-24H'], amount: 6 };
    expect(codes(computeClock({ rule, trigger: arrival, zone: BAGHDAD }))).toEqual(['2-hours-left']);
  });
});

it('two warnings of one instant become one', () => {
  const rule = custodyRule({
    warnBefore: [
      { code: 'first', before: 'P2D' },
      { code: 'second', before: 'P2D' },
    ],
  });
  expect(codes(computeClock({ rule, trigger: ARREST, zone: STOCKHOLM }))).toEqual([
    'last-working-day',
    'first-day-included',
  ]);
});

it('the end of a limit is not a warning of it', () => {
  const rule = { ...rules['SLA-URGENT-APPROVAL'], warnBefore: [{ code: 'over', before: 'PT0S' }] };
  expect(codes(computeClock({ rule, trigger: ARREST, zone: BAGHDAD }))).toEqual([]);
});
