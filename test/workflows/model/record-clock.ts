import type { ClockEvent } from './kinds-of-events';
import { type Ledger, must } from './ledger';

type Started = Extract<ClockEvent, { type: 'clockStarted' }>;

/** Takes note of what became of a clock: it is settled once, unless it is started anew. */
export function recordClock({ clocks }: Ledger, event: ClockEvent, now: string): void {
  if (event.type === 'clockStarted') {
    recordStart(clocks, event, now);
    return;
  }
  const known = clocks.get(event.key);
  must(known !== undefined, `${event.type} of ${event.key}, which never ran`);
  switch (event.type) {
    case 'clockRecomputed': {
      must(!known.settled, `${event.key} is settled and computed anew`);
      must(event.terms !== null, `${event.key} is written without its terms`);
      const { dueAt, lastDay, warnings } = event.terms;
      // A threshold that only the new date has put into the past is still reminded of.
      const past = warnings.filter(({ at }) => at <= now).map(({ code }) => code);
      const warned = past.filter((code) => known.warned.includes(code));
      const status = known.status === 'expired' && dueAt > now ? 'running' : known.status;
      clocks.set(event.key, { ...known, dueAt, lastDay, warned, status, judgedBy: null });
      return;
    }
    case 'clockWarned':
      must(known.status === 'running', `${event.key} warns and does not run`);
      must(!event.codes.some((code) => known.warned.includes(code)), `${event.key} warns twice`);
      clocks.set(event.key, { ...known, warned: [...known.warned, ...event.codes] });
      return;
    case 'clockMet': {
      must(known.status !== 'stopped' && known.judgedBy !== event.at, `${event.key} is judged twice`);
      must(event.inTime === event.at < known.dueAt, `${event.key} is judged wrongly`);
      const settled = event.inTime || known.stepKey !== null;
      const status = event.inTime ? 'met' : 'expired';
      clocks.set(event.key, { ...known, status, judgedBy: event.at, settled });
      return;
    }
    case 'clockExpired':
      must(known.status === 'running' && known.dueAt <= now, `${event.key} expires early or twice`);
      clocks.set(event.key, { ...known, status: 'expired' });
      return;
    case 'clockStopped':
      must(!known.settled, `${event.key} is settled twice`);
      clocks.set(event.key, {
        ...known,
        status: known.status === 'expired' ? 'expired' : 'stopped',
        settled: true,
      });
  }
}

function recordStart(clocks: Ledger['clocks'], event: Started, now: string): void {
  const { key, rule, stepKey, keptBy, trigger, terms } = event;
  must(terms !== null, `${key} is written without its terms`);
  const startedBy = stepKey === null ? key.slice(rule.length + 1) : null;
  const known = clocks.get(key);
  // The other side may give more time for an answer.
  const isExtended = rule === 'SET-BY-OTHER-SIDE';
  must(stepKey === null || isExtended || (known?.settled ?? true), `${key} is started while it runs`);
  const { dueAt, lastDay, effect, warnings } = terms;
  const warned = warnings.filter(({ at }) => at <= now).map(({ code }) => code);
  const start = { rule, startedBy, stepKey, keptBy, trigger, dueAt, lastDay, effect, warned };
  clocks.set(key, { ...start, status: 'running', judgedBy: null, settled: false });
}
