import { shippedCalendars } from '../domain/calendar/shipped-calendars';
import { weekendsOnly } from '../domain/calendar/weekends-only';
import { catalogue } from '../domain/law/catalogue/catalogue';
import type { ClockInput, ComputedClock } from '../domain/law/clock/clock-terms';
import { computeClock } from '../domain/law/clock/compute-clock';
import type { RuleRecord } from '../domain/law/rule-record';
import {
  businessDayByDateFns,
  daysByLuxon,
  hoursByLuxon,
  workingDayByDateFns,
  workingDaysByLuxon,
} from './clock-peers';

/** How long one due date takes: the median, in microseconds. */
export interface DueDateFigures {
  readonly form: string;
  readonly medianMicroseconds: number;
}

const warmUpRounds = 20;
const measuredRounds = 20;
const stockholm = 'Europe/Stockholm';
const baghdad = 'Asia/Baghdad';
const workingDays = 10;

/** One instant a day through a year, at another hour each day. */
const triggers = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + ((day * 7) % 24) * 3_600_000).toISOString(),
);

/**
 * Measures due dates beside what date-fns and luxon need for the same ones.
 * The clock's figure includes its warnings and its reasoning; a peer's is the bare date.
 * @throws Error when a peer finds another date.
 */
export function measureClocks(): DueDateFigures[] {
  const forty = catalogue().rule('SWE23-40');
  const twentyFour = catalogue().rule('CON19-24H');
  const level = { ...catalogue().rule('SLA-JUDICIAL-COUNCIL'), amount: workingDays, calendar: 'IQ' } as const;
  const iraq = shippedCalendars('IQ', null);
  return [
    ...compared('SWE23-40, 40 days', clock(forty, stockholm), {
      'luxon plus': (trigger) => daysByLuxon(trigger, 40, stockholm),
    }),
    ...compared('SWE23-40 without warnings', clock({ ...forty, warnBefore: [] }, stockholm), {}),
    ...compared('CON19-24H, 24 hours', clock(twentyFour, baghdad), {
      'luxon plus': (trigger) => hoursByLuxon(trigger, 24, baghdad),
    }),
    ...compared('10 working days with holidays', clock(level, baghdad), {
      'luxon loop': (trigger) => workingDaysByLuxon(trigger, workingDays, baghdad, iraq),
      'date-fns loop, no zone': (trigger) => workingDayByDateFns(dayIn(trigger), workingDays, iraq),
    }),
    ...compared('10 working days without holidays', bareClock({ ...level, calendar: 'SE' }), {
      'date-fns addBusinessDays, no zone': (trigger) => businessDayByDateFns(dayIn(trigger), workingDays),
    }),
  ];
}

type Clock = (trigger: string) => ComputedClock;
type Peer = (trigger: string) => string;

function clock(rule: RuleRecord, zone: string): Clock {
  return (trigger) => computeClock(inputOf(rule, trigger, zone), shippedCalendars);
}

function bareClock(rule: RuleRecord): Clock {
  return (trigger) => computeClock(inputOf(rule, trigger, baghdad), weekendsOnly);
}

function inputOf(rule: RuleRecord, trigger: string, zone: string): ClockInput {
  return { rule, trigger, zone };
}

/** The ISO date of an instant in Baghdad, which has had one offset since 2007. */
function dayIn(trigger: string): string {
  return new Date(Date.parse(trigger) + 3 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function compared(form: string, own: Clock, peers: Readonly<Record<string, Peer>>): DueDateFigures[] {
  const figures = [{ form, medianMicroseconds: medianOf(own) }];
  for (const [name, peer] of Object.entries(peers)) {
    for (const trigger of triggers) checkAgreement(`${form}: ${name}`, own(trigger), peer(trigger));
    figures.push({ form: `  ${name}`, medianMicroseconds: medianOf(peer) });
  }
  return figures;
}

function checkAgreement(what: string, { dueAt, lastDay }: ComputedClock, peers: string): void {
  if (peers !== dueAt && peers !== lastDay)
    throw new Error(`${what} finds ${peers}, not ${lastDay ?? dueAt}`);
}

function medianOf(ask: (trigger: string) => unknown): number {
  for (let round = 0; round < warmUpRounds; round += 1) for (const trigger of triggers) ask(trigger);
  const times: number[] = [];
  for (let round = 0; round < measuredRounds; round += 1) {
    for (const trigger of triggers) {
      const began = performance.now();
      ask(trigger);
      times.push((performance.now() - began) * 1_000);
    }
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
