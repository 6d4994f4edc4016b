import type { ClockInput } from '../../../../domain/law/clock/clock-terms';
import type { Act } from '../../../../domain/law/rule-record';
import { clockByWeekends } from './by-weekends';
import { refused } from './refused';
import { BAGHDAD, custodyRule } from './rule-of';

// Iraq, CPC 23/1971 art. 109: a quarter of the maximum penalty and six months, whichever is the shorter.
const sixMonths = custodyRule({ amount: 6, unit: 'month', calendar: 'IQ', quarterOfMaximumPenalty: true });
const orders = custodyRule({
  amount: 15,
  calendar: 'IQ',
  quarterOfMaximumPenalty: true,
  extension: {
    act: 'extension',
    period: { amount: 15, unit: 'day' },
    countedFrom: 'due',
    times: null,
    maximum: { amount: 6, unit: 'month' },
  },
});

type Penalty = NonNullable<ClockInput['maximumPenalty']>;
const trigger = '2026-03-04T01:30:00+03:00';

function clock(rule: ClockInput['rule'], penalty: Penalty | null, acts: readonly Act[] = []) {
  const maximumPenalty = penalty === null ? {} : { maximumPenalty: penalty };
  return clockByWeekends({ rule, trigger, zone: BAGHDAD, acts, ...maximumPenalty });
}
const codes = (computed: ReturnType<typeof clock>) => computed.reasoning.map(({ code }) => code);

describe('six months or a quarter of the maximum penalty', () => {
  it.each<[number, 'day' | 'week' | 'month' | 'year', string]>([
    [1, 'year', '2026-06-04'], // 3 months
    [2, 'year', '2026-09-04'], // 6 months: the same
    [3, 'year', '2026-09-04'],
    [6, 'month', '2026-04-19'], // 1 month and 15 days
    [5, 'month', '2026-04-11'], // 1 month and 7 days
    [3, 'month', '2026-03-26'], // 22 days
    [10, 'week', '2026-03-21'], // 17 days
    [90, 'day', '2026-03-26'], // 22 days
    [3, 'day', '2026-03-04'], // less than a day
  ])('of %i %s: until %s', (amount, unit, lastDay) => {
    expect(clock(sixMonths, { amount, unit }).lastDay).toBe(lastDay);
  });

  it('where the first day counts, less than a day is still that day', () => {
    const rule = { ...sixMonths, includeFirstDay: true };
    expect(clock(rule, { amount: 3, unit: 'day' }).lastDay).toBe('2026-03-04');
  });

  it.each(['life', 'death'] as const)('are six months where it is %s', (penalty) => {
    const computed = clock(sixMonths, penalty);
    expect(computed.lastDay).toBe('2026-09-04');
    expect(computed.reasoning).toContainEqual({ code: 'no-quarter', params: { penalty } });
  });

  it('cannot be told without the penalty', () => {
    expect(refused(() => clock(sixMonths, null))).toEqual({
      code: 'maximum-penalty-missing',
      value: 'RULE-UNDER-TEST',
    });
  });

  it.each<Penalty>([
    { amount: 48, unit: 'hour' },
    { amount: 10, unit: 'working-day' },
    { amount: 1.5, unit: 'year' },
    { amount: 0, unit: 'year' },
    { amount: 1_001, unit: 'year' },
  ])('are refused for a penalty of %p', (penalty) => {
    const { amount, unit } = penalty as Exclude<Penalty, string>;
    expect(refused(() => clock(sixMonths, penalty))).toEqual({
      code: 'bad-maximum-penalty',
      value: `${amount} ${unit}`,
    });
  });
});

describe('orders of fifteen days', () => {
  const renewals = (count: number): Act[] =>
    Array.from({ length: count }, (_, index) => {
      const at = Date.parse('2026-03-14T10:00:00Z') + index * 15 * 86_400_000;
      return { type: 'extension', at: new Date(at).toISOString() };
    });

  it('never go beyond six months', () => {
    expect(clock(orders, { amount: 10, unit: 'year' }, renewals(12)).lastDay).toBe('2026-09-04');
  });

  it('never go beyond a quarter of the maximum penalty', () => {
    const computed = clock(orders, { amount: 5, unit: 'month' }, renewals(2));
    expect(computed.lastDay).toBe('2026-04-11');
    expect(computed.reasoning).toContainEqual({
      code: 'capped',
      params: { why: 'quarter', to: '2026-04-11' },
    });
  });

  it('are cut by the quarter from the first one', () => {
    expect(clock(orders, { amount: 1, unit: 'month' }).lastDay).toBe('2026-03-11');
  });

  it('stand under the six months alone while the penalty is not known, and say so', () => {
    const computed = clock(orders, null, renewals(12));
    expect(computed.lastDay).toBe('2026-09-04');
    expect(codes(computed)).toContain('quarter-unknown');
  });
});
