import type { RuleRecord, RuleUnit, WarnBefore } from '../rule-record';
import type { CatalogueFault } from './catalogue-errors';
import type { Instrument } from './catalogue-schema';

type RuleFault = Pick<CatalogueFault, 'field' | 'problem'>;

/** What one well-formed rule says that cannot be, alone or in its instrument. */
export function ruleFaults(rule: RuleRecord, instrument: Instrument): RuleFault[] {
  return [
    ...originFaults(rule, instrument),
    ...custodyFaults(rule),
    ...rule.warnBefore.flatMap((warning) => warningFaults(rule, warning)),
  ];
}

function originFaults(rule: RuleRecord, { id, application: { kind } }: Instrument): RuleFault[] {
  const faults: RuleFault[] = [];
  const { instrument, standing, startedBy } = rule;
  if (instrument !== id) faults.push({ field: 'instrument', problem: `${instrument} in the file of ${id}` });
  if ((kind === 'template' || kind === 'comparison') && standing !== kind) {
    faults.push({ field: 'standing', problem: `${standing} in an instrument that is a ${kind}` });
  }
  if ((standing === 'template' || standing === 'comparison') && startedBy.length > 0) {
    faults.push({ field: 'startedBy', problem: `a ${standing} is started by no procedure` });
  }
  return faults;
}

function custodyFaults(rule: RuleRecord): RuleFault[] {
  if (rule.class !== 'A' && rule.class !== 'B') return [];
  const faults: RuleFault[] = [];
  if (rule.roll !== 'none') faults.push({ field: 'roll', problem: 'a custody limit never rolls' });
  if (rule.holder === 'none')
    faults.push({ field: 'holder', problem: 'a custody limit is somebody’s to obey' });
  if ((rule.class === 'A') !== (rule.unit === 'hour')) {
    faults.push({ field: 'unit', problem: `class ${rule.class} is not counted in this unit: ${rule.unit}` });
  }
  return faults;
}

/** The least that a unit can last, in hours. */
const shortestHours: Record<RuleUnit, number> = {
  hour: 1,
  day: 24,
  'working-day': 24,
  week: 7 * 24,
  month: 28 * 24,
  year: 365 * 24,
};

function warningFaults({ amount, unit }: RuleRecord, { code, before }: WarnBefore): RuleFault[] {
  const field = 'warnBefore';
  const hours = hoursOf(before);
  if (hours <= 0) return [{ field, problem: `${code} would warn after the limit` }];
  if (amount !== null && hours >= amount * shortestHours[unit]) {
    return [{ field, problem: `${code} would warn before the limit runs` }];
  }
  return [];
}

/** Of a duration in whole days or whole hours, as the schema lets them through. */
function hoursOf(duration: string): number {
  const number = Number.parseInt(duration.replace(/^-?PT?/, ''), 10) * (duration.endsWith('D') ? 24 : 1);
  return duration.startsWith('-') ? -number : number;
}
