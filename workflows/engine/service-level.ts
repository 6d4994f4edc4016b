import type { RuleId } from '../../domain/law/rule-record';
import type { Draft } from './draft';

/** Internal service levels run in the zone of the unit that answers for the case. */
export const ownerZone = 'Asia/Baghdad';

/** Starts the internal service level of a step that opens now. */
export function startServiceLevel(draft: Draft, stepKey: string, rule: RuleId, zone: string): void {
  const openedSeq = draft.state.steps[stepKey]?.openedSeq ?? draft.state.seq;
  draft.add({
    type: 'clockStarted',
    key: `${rule}:${stepKey}@${openedSeq}`,
    rule,
    trigger: draft.now,
    zone,
    limitDate: null,
    stepKey,
    keptBy: null,
    terms: null,
  });
}

/** The clocks that measure a step's being open and are not settled yet. */
export function clocksOfStep(draft: Draft, stepKey: string): string[] {
  return Object.entries(draft.state.clocks)
    .filter(([, clock]) => clock.stepKey === stepKey && !clock.settled)
    .map(([key]) => key);
}
