import { Temporal } from 'temporal-polyfill';
import { computeClock } from '../../../domain/law/compute-clock';
import { rules } from '../../../domain/law/rules';
import { BAGHDAD, STOCKHOLM } from './rule-of';

const entries = Object.entries(rules);
const records = Object.values(rules);

describe('the rule records', () => {
  it('are kept under their own id', () => {
    for (const [key, rule] of entries) expect(rule.id).toBe(key);
  });

  it('claim to be verified only where they are policy of the house', () => {
    const verified = records.filter((rule) => rule.verified);
    expect(verified.map((rule) => rule.class)).toEqual(verified.map(() => 'D'));
    for (const rule of verified) {
      expect(rule).toMatchObject({
        verifiedBy: 'house policy',
        source: 'internal service level (policy)',
      });
    }
    const fromLaw = records.filter((rule) => rule.class !== 'D');
    for (const rule of fromLaw) expect(rule).toMatchObject({ verified: false, verifiedBy: null });
  });

  it('say where they come from', () => {
    for (const rule of records) expect(rule.source).not.toBe('');
  });

  it('have a whole positive amount, or none and wait for the other side', () => {
    const amounts = records.flatMap((rule) => (rule.amount === null ? [] : [rule.amount]));
    expect(amounts.every((amount) => Number.isInteger(amount) && amount > 0)).toBe(true);
    expect(records.filter((rule) => rule.amount === null).map((rule) => rule.id)).toEqual([
      'SET-BY-OTHER-SIDE',
    ]);
  });

  it('never roll in custody', () => {
    const custody = records.filter((rule) => rule.class === 'A' || rule.class === 'B');
    expect(custody.every((rule) => rule.roll === 'none' && rule.holder !== 'none')).toBe(true);
  });

  it('warn in readable durations, each code once', () => {
    for (const { warnBefore } of records) {
      for (const { before } of warnBefore) expect(Temporal.Duration.from(before).sign).toBe(1);
      expect(new Set(warnBefore.map(({ code }) => code)).size).toBe(warnBefore.length);
    }
  });

  it.each(records)('$id warns at least once before it is over', (rule) => {
    const zone = rule.zone === 'owner' ? BAGHDAD : STOCKHOLM;
    const trigger = '2026-03-20T14:00:00+01:00';
    const clock = computeClock({
      rule,
      trigger,
      zone,
      ...(rule.amount === null ? { limitDate: '2026-04-03' } : {}),
    });
    expect(clock.warnings.length).toBeGreaterThanOrEqual(rule.class === 'D' ? 1 : 3);
  });
});
