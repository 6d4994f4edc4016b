import { weekendsOnly } from '../../../../domain/calendar/weekends-only';
import { stagesOf } from '../../../../domain/law/clock/stages';
import type { RuleRecord } from '../../../../domain/law/rule-record';
import { refused } from './refused';
import { custodyRule, STOCKHOLM } from './rule-of';

// European Convention, art. 18: may be released after 15 days, shall be after 30, and anew from a new date.
const may = custodyRule({ id: 'ECE18-15', amount: 15, stage: 'may', group: 'ECE18', resets: true });
const must = custodyRule({ id: 'ECE18-30', amount: 30, stage: 'must', group: 'ECE18', resets: true });

const trigger = '2026-03-03T12:00:00+01:00';
const datesOf = (
  group: readonly RuleRecord[],
  ...acts: readonly { type: 'reset' | 'extension'; at: string }[]
) =>
  stagesOf(group, { trigger, zone: STOCKHOLM, acts }, weekendsOnly).map(({ rule, clock }) => [
    rule.id,
    clock.lastDay,
  ]);

describe('two stages of one limit', () => {
  it('are told in the order of their dates', () => {
    const dates = [
      ['ECE18-15', '2026-03-18'],
      ['ECE18-30', '2026-04-02'],
    ];
    expect(datesOf([must, may])).toEqual(dates);
    expect(datesOf([may, must])).toEqual(dates);
  });

  it('both start anew while only the stage that may is over', () => {
    const newDate = { type: 'reset', at: '2026-03-25T12:00:00+01:00' } as const;
    expect(datesOf([may, must], newDate)).toEqual([
      ['ECE18-15', '2026-04-09'],
      ['ECE18-30', '2026-04-24'],
    ]);
  });

  it('start anew from a new date that lies after the end of both: it was agreed before', () => {
    const newDate = { type: 'reset', at: '2026-05-04T12:00:00+02:00' } as const;
    expect(datesOf([may, must], newDate)).toEqual([
      ['ECE18-15', '2026-05-19'],
      ['ECE18-30', '2026-06-03'],
    ]);
  });

  it('are moved only by acts that their own rules know', () => {
    const extension = {
      act: 'extension',
      period: { amount: 10, unit: 'day' },
      countedFrom: 'due',
      times: 1,
      maximum: null,
    } as const;
    const order = { type: 'extension', at: '2026-03-10T12:00:00+01:00' } as const;
    expect(datesOf([may, { ...must, extension }], order)).toEqual([
      ['ECE18-15', '2026-03-18'],
      ['ECE18-30', '2026-04-12'],
    ]);
    expect(refused(() => datesOf([may, must], order))).toEqual({
      code: 'act-not-allowed',
      value: 'extension',
    });
  });

  it('leave a stage that may and is over as it was when the other one is prolonged', () => {
    const extension = {
      act: 'extension',
      period: { amount: 10, unit: 'day' },
      countedFrom: 'due',
      times: 1,
      maximum: null,
    } as const;
    const order = { type: 'extension', at: '2026-03-25T12:00:00+01:00' } as const;
    expect(
      datesOf(
        [
          { ...may, extension },
          { ...must, extension },
        ],
        order,
      ),
    ).toEqual([
      ['ECE18-15', '2026-03-18'],
      ['ECE18-30', '2026-04-12'],
    ]);
  });
});
