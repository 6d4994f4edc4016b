import { catalogue } from '../../../../domain/law/catalogue/catalogue';
import { effects } from '../../../../domain/law/catalogue/codes';
import { houseRules } from '../../../../domain/law/catalogue/house-rules';
import { outgoingExtraditionSteps } from '../../../../domain/procedures/outgoing-extradition/steps';
import { suspectTransferSteps } from '../../../../domain/procedures/suspect-transfer/steps';
import { hasText } from '../../../../locales';

const { instruments } = catalogue();
const lawRules = instruments.flatMap((instrument) => instrument.rules);

/** id, amount, unit, trigger, stage, effect, standing. */
const table = [
  ['ECE16-18', 18, 'day', 'provisional-arrest', 'may', 'release-possible', 'comparison'],
  ['ECE16-40', 40, 'day', 'provisional-arrest', 'must', 'release-expected', 'comparison'],
  ['ECE18-15', 15, 'day', 'agreed-surrender-date', 'may', 'release-possible', 'comparison'],
  ['ECE18-30', 30, 'day', 'agreed-surrender-date', 'must', 'release-and-refusal', 'comparison'],
  ['ECE14-45', 45, 'day', 'final-discharge', 'may', 'speciality-ends', 'comparison'],
  ['P3-10', 10, 'day', 'provisional-arrest', 'must', 'inform-of-consent', 'comparison'],
  ['P3-20', 20, 'day', 'consent', 'must', 'decide-on-consent', 'comparison'],
  ['P3-S10', 10, 'day', 'notice-of-decision', 'may', 'surrender-due', 'comparison'],
  ['RIY44-30', 30, 'day', 'arrest', 'must', 'release-without-file', 'law'],
  ['RIY44-60', 60, 'day', 'arrest', 'must', 'release-at-cap', 'law'],
  ['RIY44-30-ABROAD', 30, 'day', 'provisional-arrest', 'must', 'release-unless-continued', 'law'],
  ['RIY44-60-ABROAD', 60, 'day', 'provisional-arrest', 'must', 'release-expected', 'law'],
  ['SWE23-40', 40, 'day', 'provisional-arrest', 'must', 'release-expected', 'law'],
  ['SWE20-1M', 1, 'month', 'notice-of-decision', 'must', 'release-expected', 'law'],
  ['SWE-48H', 48, 'hour', 'taken-into-custody', 'must', 'release-expected', 'law'],
  ['CPC367-2M', 2, 'month', 'readiness-notice', 'must', 'release', 'law'],
  ['CPC109-15D', 15, 'day', 'detention-order', 'must', 'renew-or-release', 'law'],
  ['CPC109-6M', 6, 'month', 'first-detention', 'must', 'leave-of-criminal-court', 'law'],
  ['CON19-24H', 24, 'hour', 'arrest', 'must', 'present-to-judge', 'law'],
  ['CON19-48H', 48, 'hour', 'arrest', 'must', 'release', 'law'],
  ['ORD57-24', 24, 'hour', 'arrest', 'must', 'register-entry', 'law'],
  ['HANDOVER-MEDICAL-24H', 24, 'hour', 'medical-check', 'must', 'examine-anew', 'policy'],
  ['UNM9-40', 40, 'day', 'provisional-arrest', 'must', 'release-expected', 'template'],
  ['EAW17-10', 10, 'day', 'consent', 'must', 'decision-overdue', 'comparison'],
  ['EAW17-60', 60, 'day', 'arrest', 'must', 'decision-overdue', 'comparison'],
  ['EAW23-10', 10, 'day', 'final-decision', 'must', 'release-expected', 'comparison'],
  ['UK74-45', 45, 'day', 'arrest', 'must', 'discharge', 'comparison'],
  ['UK117-28', 28, 'day', 'extradition-order', 'must', 'discharge', 'comparison'],
] as const;

describe('the shipped limits', () => {
  it.each(table)('%s: %i %s from %s, %s, %s, %s', (id, amount, unit, trigger, stage, effect, standing) => {
    expect(catalogue().rule(id)).toMatchObject({
      amount,
      unit,
      trigger,
      stage,
      effect,
      standing,
      version: 1,
    });
  });

  it('are these and no others', () => {
    expect(lawRules.map(({ id }) => id).sort()).toEqual(table.map(([id]) => id).sort());
  });

  it('are verified by nobody yet, like every other record, and say where they come from', () => {
    const records = instruments.flatMap(({ rules, thresholds, grounds, documents }) => [
      ...rules,
      ...thresholds,
      ...grounds,
      ...documents,
    ]);
    for (const record of records) {
      expect(record).toMatchObject({ verified: false, verifiedBy: null, verifiedOn: null });
      expect(record.source).not.toBe('');
    }
  });

  it('claim no more than was read', () => {
    const ofBasis = (basis: string) => lawRules.filter((rule) => rule.basis === basis).map(({ id }) => id);
    expect(ofBasis('to-be-checked')).toEqual(['UNM9-40', 'SWE23-40', 'ORD57-24']);
    expect(ofBasis('general-knowledge')).toEqual([
      'CON19-24H',
      'CON19-48H',
      'HANDOVER-MEDICAL-24H',
      'EAW23-10',
    ]);
  });

  it('count the first day only in the United Kingdom', () => {
    const counting = lawRules.filter((rule) => rule.includeFirstDay).map(({ id }) => id);
    expect(counting).toEqual(['UK74-45', 'UK117-28']);
  });

  it('stand in stages of one limit', () => {
    const groups = [...new Set(lawRules.flatMap(({ group }) => group ?? []))];
    expect(groups).toEqual(['ECE16', 'ECE18', 'RIY44', 'RIY44-ABROAD', 'CON19']);
  });

  it('start anew on a date agreed after force majeure: ECE 18(5), EAW 23', () => {
    expect(lawRules.filter((rule) => rule.resets).map(({ id }) => id)).toEqual([
      'ECE18-15',
      'ECE18-30',
      'EAW23-10',
    ]);
  });

  it('are prolonged by an act only where the law says so', () => {
    const extensions = lawRules.flatMap(({ id, extension }) => (extension ? [[id, extension]] : []));
    const day = (amount: number) => ({ amount, unit: 'day' });
    const hour = (amount: number) => ({ amount, unit: 'hour' });
    const byThirtyDays = {
      act: 'extension',
      period: day(30),
      countedFrom: 'due',
      times: 1,
      maximum: null,
    };
    const toSixtyDays = {
      act: 'continue-detention',
      period: day(60),
      countedFrom: 'trigger',
      times: 1,
      maximum: day(60),
    };
    expect(Object.fromEntries(extensions)).toEqual({
      'RIY44-30': toSixtyDays,
      'RIY44-30-ABROAD': toSixtyDays,
      'CPC109-15D': {
        act: 'extension',
        period: day(15),
        countedFrom: 'act',
        times: null,
        maximum: { amount: 6, unit: 'month' },
      },
      'CON19-24H': { act: 'extension', period: hour(24), countedFrom: 'due', times: 1, maximum: hour(48) },
      'EAW17-10': byThirtyDays,
      'EAW17-60': byThirtyDays,
    });
  });

  it('are cut to a quarter of the maximum penalty by CPC 109 only', () => {
    const cut = lawRules.filter((rule) => rule.quarterOfMaximumPenalty).map(({ id }) => id);
    expect(cut).toEqual(['CPC109-15D', 'CPC109-6M']);
  });

  it('warn by codes that say the time that is left', () => {
    for (const { code, before } of [...lawRules, ...Object.values(houseRules)].flatMap((r) => r.warnBefore)) {
      const [, number, unit] = /^(\d+)-(day|hour)s?-left$/.exec(code) ?? [];
      expect(before).toBe(unit === 'day' ? `P${number}D` : `PT${number}H`);
    }
  });

  it('of custody are warned of at least three times', () => {
    const custody = lawRules.filter((rule) => rule.class === 'A' || rule.class === 'B');
    for (const rule of custody) expect(rule.warnBefore.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['outgoing-extradition', outgoingExtraditionSteps],
    ['suspect-transfer', suspectTransferSteps],
  ] as const)('are started by steps that the %s has', (name, steps) => {
    const events = lawRules
      .flatMap((rule) => rule.startedBy)
      .filter(({ procedure }) => procedure === name)
      .map(({ event }) => event);
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => !(event in steps))).toEqual([]);
  });

  it('say that the Constitution is applied as policy after arrival', () => {
    expect(catalogue().rule('CON19-24H').source).toContain('applied as policy after arrival');
    expect(catalogue().rule('CON19-48H').source).toContain('applied as policy after arrival');
  });
});

it('every effect is used by some rule and has a text', () => {
  expect(new Set(lawRules.map(({ effect }) => effect))).toEqual(new Set(effects));
  expect(effects.filter((effect) => !hasText(`effect.${effect}`))).toEqual([]);
});
