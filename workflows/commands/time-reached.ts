import type { Draft } from '../engine/draft';

/** Marks every threshold and limit that lies in the past. Thresholds passed together are one reminder. */
export function timeReached(draft: Draft): null {
  for (const [key, clock] of Object.entries(draft.state.clocks)) {
    if (clock.status !== 'running' || !clock.terms) continue;
    if (clock.terms.dueAt <= draft.now) {
      draft.add({ type: 'clockExpired', key, recordedLate: clock.recordedLate });
      continue;
    }
    const codes = clock.terms.warnings
      .filter((warning) => warning.at <= draft.now && !clock.passed.includes(warning.code))
      .map((warning) => warning.code);
    if (codes.length > 0) draft.add({ type: 'clockWarned', key, codes });
  }
  return null;
}
