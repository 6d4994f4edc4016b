import type { TimeReached } from '../../domain/case/commands';
import { ballotRule } from '../../domain/law/catalogue/house-rules';
import { closeBallot } from '../engine/close-ballot';
import { settleKeptClocks } from '../engine/close-step';
import type { Draft } from '../engine/draft';

/**
 * Judges limits whose keeping fact was there before them, and marks every threshold and limit that lies in the past.
 * Thresholds passed together are one reminder. A ballot whose time is over is counted.
 */
export function timeReached(draft: Draft, { asOf }: Pick<TimeReached, 'asOf'>): null {
  settleKeptClocks(draft);
  for (const [key, clock] of Object.entries(draft.state.clocks)) {
    if (clock.status !== 'running' || !clock.terms) continue;
    if (clock.terms.dueAt <= asOf) {
      if (clock.rule === ballotRule && clock.stepKey !== null) {
        closeBallot(draft, clock.stepKey, 'deadline', clock.terms.dueAt);
        continue;
      }
      draft.add({ type: 'clockExpired', key, recordedLate: clock.recordedLate });
      continue;
    }
    const codes = clock.terms.warnings
      .filter((warning) => warning.at <= asOf && !clock.passed.includes(warning.code))
      .map((warning) => warning.code);
    if (codes.length > 0) draft.add({ type: 'clockWarned', key, codes });
  }
  return null;
}
