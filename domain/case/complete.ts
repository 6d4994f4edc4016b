import { computeClock } from '../law/compute-clock';
import { ClockInputError } from '../law/errors';
import { rules } from '../law/rules';
import type { ClockTerms, EventBody } from './events';
import { Refusal } from './refusal';

type ClockStarted = Extract<EventBody, { type: 'clockStarted' }>;

/**
 * Fills in what only the write step may compute, because zone and holiday data differ between versions and a replay
 * must not: the terms of clocks that start, their due dates with them.
 *
 * @throws Refusal when the other side's date does not fit the event that it was set with
 */
export function completeEvents(events: readonly EventBody[]): EventBody[] {
  return events.map((event) => (event.type === 'clockStarted' ? { ...event, terms: termsOf(event) } : event));
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
