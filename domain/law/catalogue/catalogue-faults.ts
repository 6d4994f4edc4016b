import type { RuleRecord } from '../rule-record';
import type { CatalogueFault } from './catalogue-errors';
import { bindingsOf, type Instrument } from './catalogue-schema';
import { overlap } from './in-force';
import { ruleFaults } from './rule-faults';

/** An instrument and the file that it was read from. */
export interface InstrumentOfFile {
  readonly file: string;
  readonly instrument: Instrument;
}

interface RuleOfFile {
  readonly file: string;
  readonly rule: RuleRecord;
}

/** What is wrong between the records of well-formed files. `houseRules` have ids that no file may use. */
export function contradictions(
  read: readonly InstrumentOfFile[],
  houseRules: readonly RuleRecord[],
): CatalogueFault[] {
  const rules = read.flatMap(({ file, instrument }) => instrument.rules.map((rule) => ({ file, rule })));
  return [
    ...duplicateInstruments(read),
    ...read.flatMap(({ file, instrument }) => provenanceFaults(file, instrument)),
    ...read.flatMap(({ file, instrument }) =>
      instrument.rules.flatMap((rule) =>
        ruleFaults(rule, instrument).map((fault) => ({ file, record: `rule ${rule.id}`, ...fault })),
      ),
    ),
    ...versionFaults(rules, houseRules),
    ...groupsOfOne(rules),
  ];
}

function duplicateInstruments(read: readonly InstrumentOfFile[]): CatalogueFault[] {
  const seen = new Set<string>();
  return read.flatMap(({ file, instrument: { id } }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ file, record: 'instrument', field: 'id', problem: `another file has ${id} already` }];
  });
}

function provenanceFaults(file: string, instrument: Instrument): CatalogueFault[] {
  const { application, thresholds, grounds, documents, rules } = instrument;
  const records = [
    ...bindingsOf(application).map(({ since, until, ...binding }) => {
      const record = application.kind === 'treaty' ? `party ${binding.state}` : 'instrument';
      return { ...binding, record, effectiveFrom: since, effectiveTo: until };
    }),
    ...thresholds.map((threshold) => ({ ...threshold, record: `threshold ${threshold.kind}` })),
    ...grounds.map((ground) => ({ ...ground, record: `ground ${ground.code}` })),
    ...documents.map((document) => ({ ...document, record: `document ${document.item}` })),
    ...rules.map((rule) => ({ ...rule, record: `rule ${rule.id}` })),
  ];
  return records.flatMap(({ record, verified, verifiedBy, verifiedOn, effectiveFrom, effectiveTo }) => {
    const faults: CatalogueFault[] = [];
    const fault = (field: string, problem: string) => faults.push({ file, record, field, problem });
    if (verified && verifiedBy === null) fault('verifiedBy', 'missing: verified by nobody');
    if (verified && verifiedOn === null) fault('verifiedOn', 'missing: verified on no day');
    if (effectiveFrom !== null && effectiveTo !== null && effectiveTo <= effectiveFrom) {
      fault('effectiveTo', `${effectiveTo} is not after ${effectiveFrom}`);
    }
    return faults;
  });
}

function versionFaults(rules: readonly RuleOfFile[], houseRules: readonly RuleRecord[]): CatalogueFault[] {
  const houseIds = new Set(houseRules.map(({ id }) => id));
  return rules.flatMap(({ file, rule }, index) => {
    const record = `rule ${rule.id}`;
    if (houseIds.has(rule.id)) return [{ file, record, field: 'id', problem: 'a rule of the house has it' }];
    const earlier = rules.slice(0, index).filter((other) => other.rule.id === rule.id);
    return earlier.flatMap((other) => {
      if (other.rule.version === rule.version) {
        return [
          { file, record, field: 'version', problem: `version ${rule.version} is in ${other.file} already` },
        ];
      }
      if (!overlap(other.rule, rule)) return [];
      const problem = `versions ${other.rule.version} and ${rule.version} apply on the same days`;
      return [{ file, record, field: 'effectiveFrom', problem }];
    });
  });
}

function groupsOfOne(rules: readonly RuleOfFile[]): CatalogueFault[] {
  return rules.flatMap(({ file, rule: { id, group } }) => {
    if (group === null || rules.some(({ rule }) => rule.group === group && rule.id !== id)) return [];
    return [{ file, record: `rule ${id}`, field: 'group', problem: `no other rule is of group ${group}` }];
  });
}
