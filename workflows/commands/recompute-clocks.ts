import type { RecomputeClocks } from '../../domain/case/commands';
import type { Draft } from '../engine/draft';

/**
 * Has every unsettled limit that was computed with a changed calendar computed anew. The write step keeps those whose
 * dates come out otherwise.
 */
export function recomputeClocks(draft: Draft, { calendar, calendarRevision }: RecomputeClocks): null {
  for (const [key, { rule, start, settled, terms }] of Object.entries(draft.state.clocks)) {
    if (settled || terms === null || !isComputedWith(calendar, terms.calendar)) continue;
    draft.add({
      type: 'clockRecomputed',
      key,
      rule,
      start,
      calendarRevision,
      previous: terms,
      terms: null,
    });
  }
  return null;
}

/** Limits from before the law was data do not say which calendar they were computed with. */
function isComputedWith(calendar: string, asked: string | null | undefined): boolean {
  return asked === undefined || asked === calendar || (asked?.startsWith(`${calendar}:`) ?? false);
}
