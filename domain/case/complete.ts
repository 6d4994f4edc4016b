import { computeClock } from '../law/compute-clock';
import { ClockInputError } from '../law/errors';
import { rules } from '../law/rules';
import type { ClockTerms, EventBody } from './events';
import { Refusal } from './refusal';

type ClockStarted = Extract<EventBody, { type: 'clockStarted' }>;

/**
 * Fills in what only the write step may compute, because zone and holiday data differ between versions and a replay
 * must not: the due dates of clocks that start, and whether a clock that is met at once was met in time.
 *
 * @throws Refusal when the other side's date does not fit the event that it was set with
 */
export function completeEvents(events: readonly EventBody[]): EventBody[] {
  const dueAt = new Map<string, string>();
  return events.map((event) => {
    if (event.type === 'clockStarted') {
      const terms = termsOf(event);
      dueAt.set(event.key, terms.dueAt);
      return { ...event, terms };
    }
    if (event.type === 'clockMet' && event.inTime === null) {
      return { ...event, inTime: event.at < (dueAt.get(event.key) ?? '') };
    }
    return event;
  });
}

function termsOf({ rule: id, trigger, zone, limitDate }: ClockStarted): ClockTerms {
  const rule = rules[id];
  const { class: clockClass, stage, holder, effect, source, verified } = rule;
  const input = limitDate === null ? { rule, trigger, zone } : { rule, trigger, zone, limitDate };
  try {
    return { class: clockClass, stage, holder, effect, source, verified, ...computeClock(input) };
  } catch (error) {
    if (!(error instanceof ClockInputError) || error.code !== 'limit-date-before-trigger') throw error;
    throw new Refusal('limit-date-too-early', { rule: id, limitDate: limitDate ?? '' });
  }
}
