import { type ClockInput, computeClock } from '../../../domain/law/compute-clock';
import { ClockInputError } from '../../../domain/law/errors';
import { rules } from '../../../domain/law/rules';
import { ARREST, STOCKHOLM } from './rule-of';

const sample: ClockInput = { rule: rules['SWE23-40'], trigger: ARREST, zone: STOCKHOLM };

function refusal(changes: Partial<ClockInput>): { code: string; value: string } {
  try {
    computeClock({ ...sample, ...changes });
  } catch (error) {
    if (error instanceof ClockInputError) return { code: error.code, value: error.value };
    throw error;
  }
  throw new Error('nothing was refused');
}

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
    expect(computeClock({ ...sample, limitDate }).lastDay).toBe(limitDate);
    expect(refusal({ limitDate, zone: 'Asia/Baghdad' })).toEqual({
      code: 'limit-date-before-trigger',
      value: limitDate,
    });
  });

  it('when only the other side can set the date and has not', () => {
    expect(refusal({ rule: rules['SET-BY-OTHER-SIDE'] })).toEqual({
      code: 'limit-date-missing',
      value: 'SET-BY-OTHER-SIDE',
    });
  });

  it('when working days are to be counted and no calendar is known', () => {
    const rule = { ...rules['SLA-LEGAL-REVIEW'], calendar: null };
    expect(refusal({ rule, zone: 'Europe/Berlin' })).toEqual({
      code: 'calendar-missing',
      value: 'Europe/Berlin',
    });
  });
});

it('a trigger finer than a millisecond is taken as the register stores it', () => {
  const trigger = '2026-03-03T22:30:00.123999Z';
  const clock = computeClock({ ...sample, rule: rules['CON19-24H'], trigger });
  expect(clock.dueAt).toBe('2026-03-04T22:30:00.123Z');
});
