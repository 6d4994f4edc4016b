import type { ClockInput } from '../../../../domain/law/clock/clock-terms';
import type { Act, Extension } from '../../../../domain/law/rule-record';
import { clockByWeekends } from './by-weekends';
import { refused } from './refused';
import { ARREST, BAGHDAD, custodyRule, filingRule, hoursRule, STOCKHOLM } from './rule-of';

const extension = (changes: Partial<Extension>): Extension => ({
  act: 'extension',
  period: { amount: 15, unit: 'day' },
  countedFrom: 'due',
  times: null,
  maximum: null,
  ...changes,
});

const at = (day: string, type: Act['type'] = 'extension'): Act => ({ type, at: `${day}T10:00:00+01:00` });

// From 3 March 2026 thirty days lead to Thursday 2 April.
const clock = (rule: ClockInput['rule'], ...acts: Act[]) =>
  clockByWeekends({ rule, trigger: ARREST, zone: STOCKHOLM, acts });
const thirty = (changes: Partial<Extension>) => custodyRule({ amount: 30, extension: extension(changes) });
const codes = (computed: ReturnType<typeof clock>) => computed.reasoning.map(({ code }) => code);

describe('a limit that an act prolongs', () => {
  it.each<[Extension['countedFrom'], string]>([
    ['trigger', '2026-05-02'],
    ['due', '2026-06-01'],
    ['act', '2026-05-19'],
  ])('counted from the %s is over after %s', (countedFrom, lastDay) => {
    const rule = thirty({ period: { amount: 60, unit: 'day' }, countedFrom });
    expect(clock(rule, at('2026-03-20')).lastDay).toBe(lastDay);
  });

  it('needs its act: without one it is over', () => {
    expect(clock(thirty({})).lastDay).toBe('2026-04-02');
  });

  it('does not become shorter by it', () => {
    expect(clock(thirty({ countedFrom: 'act' }), at('2026-03-04')).lastDay).toBe('2026-04-02');
  });

  it('does not reach beyond its maximum', () => {
    const rule = thirty({ maximum: { amount: 40, unit: 'day' } });
    const prolonged = clock(rule, at('2026-03-20'));
    expect(prolonged.lastDay).toBe('2026-04-12');
    expect(prolonged.reasoning).toContainEqual({
      code: 'capped',
      params: { why: 'maximum', to: '2026-04-12' },
    });
  });

  it('may be prolonged again before it is over, in the order of time and not of the list', () => {
    const rule = thirty({});
    const twice = clock(rule, at('2026-04-10'), at('2026-04-01'));
    expect(twice).toEqual(clock(rule, at('2026-04-01'), at('2026-04-10')));
    expect(twice.lastDay).toBe('2026-05-02');
    expect(codes(twice)).toEqual([
      'first-day-excluded',
      'last-day',
      'extended',
      'extended',
      'not-moved-custody',
      'stricter-count',
      'last-working-day-before',
    ]);
  });

  it('of 24 hours becomes one of 48 (Constitution of Iraq, art. 19(13))', () => {
    const rule = hoursRule({
      extension: extension({
        period: { amount: 24, unit: 'hour' },
        times: 1,
        maximum: { amount: 48, unit: 'hour' },
      }),
    });
    const arrival = '2026-06-23T17:40:00+03:00';
    const order = { type: 'extension', at: '2026-06-24T12:00:00+03:00' } as const;
    const computed = clockByWeekends({ rule, trigger: arrival, zone: BAGHDAD, acts: [order] });
    expect(computed.dueAt).toBe('2026-06-25T14:40:00.000Z');
    expect(computed.reasoning).toContainEqual({
      code: 'extended',
      params: {
        act: 'extension',
        on: '2026-06-24',
        by: 24,
        unit: 'hour',
        to: '2026-06-25T14:40:00.000Z',
        zone: BAGHDAD,
      },
    });
  });

  it('in days may be prolonged by hours, and one in hours by days', () => {
    expect(clock(thirty({ period: { amount: 12, unit: 'hour' } }), at('2026-03-20'))).toMatchObject({
      lastDay: null,
      dueAt: '2026-04-03T10:00:00.000Z',
    });
    const hours = hoursRule({ extension: extension({ period: { amount: 2, unit: 'day' } }) });
    expect(clock(hours, at('2026-03-04')).lastDay).toBe('2026-03-06'); // the 24 hours end on 4 March
  });

  it('by working days follows the calendar', () => {
    const rule = filingRule({
      amount: 2,
      calendar: 'SE',
      extension: extension({ period: { amount: 2, unit: 'working-day' } }),
    });
    expect(clock(rule, at('2026-03-05')).lastDay).toBe('2026-03-09');
  });

  it('is still in force on the day to which it rolled', () => {
    // Four days from 3 March end on Saturday 7 March.
    const rule = filingRule({ amount: 4, roll: 'next-working', extension: extension({}) });
    expect(clock(rule, at('2026-03-09')).lastDay).toBe('2026-03-23'); // from Saturday, and rolled from Sunday
    expect(refused(() => clock(rule, at('2026-03-10'))).code).toBe('act-too-late');
  });

  it('warns the stricter count of the day before the prolonged one', () => {
    expect(clock(thirty({}), at('2026-03-20')).warnings).toContainEqual({
      code: 'first-day-included',
      at: '2026-04-15T22:00:00.000Z',
    });
  });
});

describe('a limit that a new date starts anew', () => {
  const rule = custodyRule({ amount: 15, resets: true });

  it('runs from the act (European Convention, art. 18(5))', () => {
    const anew = clock(rule, at('2026-03-16', 'reset'));
    expect(anew.lastDay).toBe('2026-03-31');
    expect(anew.reasoning.slice(0, 5)).toEqual([
      { code: 'first-day-excluded', params: { date: '2026-03-03' } },
      { code: 'last-day', params: { count: 15, unit: 'day', date: '2026-03-18', weekday: 3 } },
      { code: 'reset', params: { on: '2026-03-16' } },
      { code: 'first-day-excluded', params: { date: '2026-03-16' } },
      { code: 'last-day', params: { count: 15, unit: 'day', date: '2026-03-31', weekday: 2 } },
    ]);
  });

  it('may be prolonged anew as often as at first', () => {
    const once = { ...rule, extension: extension({ times: 1 }) };
    const acts = [at('2026-03-10'), at('2026-03-20', 'reset'), at('2026-03-25')];
    expect(clock(once, ...acts).lastDay).toBe('2026-04-19');
  });
});

describe('an act is refused', () => {
  const rule = thirty({ times: 1 });

  it('before what the limit runs from', () => {
    expect(refused(() => clock(rule, at('2026-03-02')))).toEqual({
      code: 'act-before-trigger',
      value: '2026-03-02T10:00:00+01:00',
    });
  });

  it('from the very moment at which the limit is over', () => {
    const late = { type: 'extension', at: '2026-04-03T00:00:00+02:00' } as const;
    expect(refused(() => clock(rule, late))).toEqual({
      code: 'act-too-late',
      value: '2026-04-02T22:00:00.000Z',
    });
    const inTime = { type: 'extension', at: '2026-04-02T23:59:59.999+02:00' } as const;
    expect(clock(rule, inTime).lastDay).toBe('2026-04-17');
  });

  it('once the rule was prolonged as often as it may be', () => {
    expect(refused(() => clock(rule, at('2026-03-20'), at('2026-04-05')))).toEqual({
      code: 'act-exhausted',
      value: '2026-04-05T09:00:00.000Z',
    });
  });

  it.each<[Act['type'], Partial<ClockInput['rule']>]>([
    ['continue-detention', { extension: extension({}) }],
    ['extension', { extension: null }],
    ['reset', { resets: false }],
    ['extension', { amount: null }],
  ])('of a type that the rule does not know: %s', (type, changes) => {
    const computed = () =>
      clockByWeekends({
        rule: custodyRule(changes),
        trigger: ARREST,
        zone: STOCKHOLM,
        acts: [at('2026-03-10', type)],
        limitDate: '2026-04-01',
      });
    expect(refused(computed)).toEqual({ code: 'act-not-allowed', value: type });
  });

  it('that cannot be read', () => {
    const act = { type: 'extension', at: '2026-03-10' } as const;
    expect(refused(() => clock(rule, act))).toEqual({ code: 'bad-instant', value: '2026-03-10' });
  });
});

it('a date set by the other side is obeyed where it is earlier than the prolonged limit', () => {
  const input = { rule: thirty({}), trigger: ARREST, zone: STOCKHOLM, acts: [at('2026-03-20')] };
  expect(clockByWeekends({ ...input, limitDate: '2026-04-10' }).lastDay).toBe('2026-04-10');
  expect(clockByWeekends({ ...input, limitDate: '2026-04-30' }).lastDay).toBe('2026-04-17');
});
