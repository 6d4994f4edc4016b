import type { SendMessage } from '../../domain/case/commands';
import type { Said } from '../../domain/case/events';
import { Refusal } from '../../domain/case/refusal';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Draft } from '../engine/draft';
import type { FoundStep } from './find-step';

/**
 * What the sender of a message makes of its step, where more can come of it than that it was sent; undefined where not.
 *
 * @throws Refusal for an outcome that the step does not know, a reason or a day that is missing, or a day that asks for
 * no more time than there is
 */
export function saidBy(draft: Draft, found: FoundStep, command: SendMessage): Said | undefined {
  const { key, state, declared } = found;
  const { outcome = declared.outcomes[0] ?? '', codes = [], limitDate = null, note } = command;
  if (!state.outcomes.includes(outcome)) {
    throw new Refusal('unknown-outcome', { step: key, possible: state.outcomes });
  }
  const strangers = codes.filter((code) => !declared.codes?.includes(code));
  if (strangers.length > 0)
    throw new Refusal('unknown-outcome', { step: key, possible: declared.codes ?? [] });
  if (declared.reasonFor?.includes(outcome)) refuseWithoutReason(found, { outcome, codes, note });
  if (declared.limitDate === 'required' && limitDate === null) {
    throw new Refusal('limit-date-missing', { step: key });
  }
  if (declared.extends && limitDate !== null) refuseNoMoreTime(draft, declared.extends, limitDate);
  const isMore = declared.outcomes.length > 1 || codes.length > 0 || limitDate !== null;
  return isMore ? { key, outcome, codes, limitDate } : undefined;
}

/** @throws Refusal `reason-missing`, `unknown-outcome` for a code that the step does not know */
export function refuseWithoutReason(
  { key, declared }: FoundStep,
  { outcome, codes, note }: { outcome: string; codes: readonly string[]; note: SendMessage['note'] },
): void {
  const known = declared.codes;
  if (note === null || (known && codes.length === 0)) {
    throw new Refusal('reason-missing', { step: key, outcome });
  }
  const strangers = known ? codes.filter((code) => !known.includes(code)) : [];
  if (known && strangers.length > 0) throw new Refusal('unknown-outcome', { step: key, possible: known });
}

/** More time is asked for while there is some, and until a later day. */
function refuseNoMoreTime(draft: Draft, rule: StepDeclaration['extends'], limitDate: string): void {
  const clock = Object.values(draft.state.clocks).find((known) => known.rule === rule && !known.settled);
  const terms = clock?.terms ?? null;
  if (terms === null || terms.dueAt <= draft.now) throw new Refusal('limit-over', { rule: rule ?? '' });
  if (limitDate <= (terms.lastDay ?? terms.dueAt.slice(0, 10))) {
    throw new Refusal('limit-date-too-early', { rule: rule ?? '', limitDate });
  }
}
