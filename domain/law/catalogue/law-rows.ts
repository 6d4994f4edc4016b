import type { Extension, Period, Provenance, RuleRecord } from '../rule-record';
import type { Catalogue } from './catalogue';
import {
  bindingsOf,
  type Duty,
  type Ground,
  type Instrument,
  type Party,
  type Threshold,
} from './catalogue-schema';
import { houseRules } from './house-rules';

/** One record of the law page: record, article, what it says, standing, basis, verified, in force, source. */
export type Row = readonly [string, string, string, string, string, string, string, string];

/** Limits first, then what is asked, what forbids, what must be in the file, whom it binds, and what is not settled. */
export function instrumentRows(instrument: Instrument): Row[] {
  const { rules, thresholds, grounds, documents, duties, openQuestions, application } = instrument;
  return [
    ...rules.map(ruleRow),
    ...thresholds.map((threshold) => row('threshold', threshold, thresholdText(threshold))),
    ...grounds.map((ground) => row(`ground \`${ground.code}\``, ground, ground.force)),
    ...documents.map((document) => row(`document \`${document.item}\``, document, document.need)),
    ...duties.map((duty) => row(`duty \`${duty.code}\``, duty, 'of the State that is asked')),
    ...bindingsOf(application).map(bindingRow),
    ...openQuestions.map(
      ({ article, question }): Row => ['open question', article, question, '', '', '', '', ''],
    ),
  ];
}

/** The house's own rules, as the catalogue holds them. */
export function houseRuleRows({ rules }: Catalogue): Row[] {
  return rules.filter(({ id }) => id in houseRules).map(ruleRow);
}

type LegalRecord = Ground | Threshold | Duty | Instrument['documents'][number];

function row(name: string, record: LegalRecord, text: string): Row {
  const { article, note, procedures } = record;
  const says = [text, note, procedures.length > 0 ? `For ${procedures.join(', ')}.` : null];
  return [name, article, sentence(says), '', ...marks(record)];
}

function ruleRow(rule: RuleRecord): Row {
  return [
    `\`${rule.id}\` version ${rule.version}`,
    rule.article,
    ruleText(rule),
    rule.standing,
    ...marks(rule),
  ];
}

function bindingRow(binding: Party): Row {
  const { state, since, until } = binding;
  const says = since === null ? 'binds; from when is not recorded' : `binds since ${since}`;
  const provenance = { ...binding, effectiveFrom: since, effectiveTo: until };
  return [`State ${state}`, '', says, '', ...marks(provenance)];
}

function marks(record: Provenance): [string, string, string, string] {
  const { basis, verified, verifiedBy, verifiedOn, source } = record;
  const by = verified ? ['yes', verifiedBy, verifiedOn].filter((part) => part !== null).join(', ') : '**no**';
  return [basis.replaceAll('-', ' '), by, validity(record), source];
}

function validity({ effectiveFrom, effectiveTo }: Provenance): string {
  const ends = [
    effectiveFrom === null ? '' : `from ${effectiveFrom}`,
    effectiveTo === null ? '' : `before ${effectiveTo}`,
  ];
  return ends.filter((end) => end !== '').join(', ');
}

const ofWhat: Record<Threshold['kind'], string> = {
  offence: 'offence',
  'sentence-imposed': 'sentence imposed',
  'sentence-remaining': 'sentence left to serve',
};

function thresholdText({ kind, minimum, laws }: Threshold): string {
  const least = minimum === null ? 'punishable at all' : `at least ${periodText(minimum)}`;
  return `${ofWhat[kind]}: ${least}, ${byWhoseLaw(laws)}`;
}

function byWhoseLaw(laws: Threshold['laws']): string {
  if (laws === null) return 'by whose law is not settled';
  return laws === 'both' ? 'by the law of both States' : `by the law of the ${laws} State`;
}

function ruleText(rule: RuleRecord): string {
  const starts = rule.startedBy.map(({ procedure, event }) => `${procedure}: ${event}`);
  return sentence([
    `${lengthText(rule)} from ${rule.trigger} (${rule.stage}); class ${rule.class}`,
    rule.includeFirstDay ? 'The first day counts' : null,
    rule.roll === 'next-working' ? 'Moves to the next working day' : null,
    rule.quarterOfMaximumPenalty ? 'A quarter of the maximum penalty, where that is shorter' : null,
    rule.extension === null ? null : extensionText(rule.extension),
    rule.resets ? 'A new date agreed after force majeure starts it anew' : null,
    rule.group === null ? null : `Stage of ${rule.group}`,
    `On expiry: ${rule.effect}`,
    rule.holder === 'none' ? null : `The person is ${rule.holder} to release`,
    starts.length > 0 ? `Started by ${starts.join(', ')}` : null,
  ]);
}

function lengthText({ amount, unit }: RuleRecord): string {
  return amount === null ? '**Until the date set**' : `**${periodText({ amount, unit })}**`;
}

function extensionText({ act, period, countedFrom, times, maximum }: Extension): string {
  const from = { trigger: 'the start', due: 'its end', act: 'the act' }[countedFrom];
  const often = times === null ? 'any number of times' : times === 1 ? 'once' : `${times} times`;
  const most = maximum === null ? '' : `, at most ${periodText(maximum)} in all`;
  return `Extended by ${act}: ${periodText(period)} from ${from}, ${often}${most}`;
}

function periodText({ amount, unit }: Period): string {
  return `${amount} ${unit.replace('-', ' ')}${amount === 1 ? '' : 's'}`;
}

function sentence(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}
