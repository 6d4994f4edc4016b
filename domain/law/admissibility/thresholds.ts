import type { AdmissibilityFacts, OffenceInLaw, Term } from './facts';
import type { LawInForce, Of, Threshold } from './law';
import { type Finding, met, needsAPerson, notMet } from './report';
import { monthsOf } from './term';

export type Side = 'requesting' | 'requested';

/** The thresholds that an offence has to reach in the law of one side. */
export function offenceThresholds({ thresholds }: LawInForce, side: Side): readonly Of<Threshold>[] {
  return thresholds.filter(
    ({ kind, laws }) => kind === 'offence' && (laws === null || laws === 'both' || laws === side),
  );
}

/** The thresholds that a judgment's sentence has to reach. */
export function sentenceThresholds({ thresholds }: LawInForce): readonly Of<Threshold>[] {
  return thresholds.filter(({ kind }) => kind !== 'offence');
}

/**
 * Dual criminality and the least maximum penalty, in the law of one side. Of several thresholds the highest is obeyed.
 * One offence that reaches it suffices (Iraq CPC 357); lesser ones may follow it (ECE 2(2), Sweden 1957:668 s. 4).
 */
export function answerOffenceThreshold(facts: AdmissibilityFacts, law: LawInForce, side: Side): Finding {
  const thresholds = offenceThresholds(law, side);
  if (thresholds.length === 0) return needsAPerson('no-threshold-known');
  const offences = facts.offences.map((offence) =>
    side === 'requesting' ? offence.requestingLaw : offence.requestedLaw,
  );
  const months = highest(thresholds);
  return months === 0 ? answerWithoutMinimum(offences) : answerMinimum(offences, months);
}

function answerWithoutMinimum(offences: readonly OffenceInLaw[]): Finding {
  const isNamed = offences.length > 0 && offences.every(({ provision }) => provision !== null);
  return isNamed ? met('offence-in-that-law') : needsAPerson('not-in-request');
}

function answerMinimum(offences: readonly OffenceInLaw[], months: number): Finding {
  const known = offences.flatMap(({ maximum }) => (maximum === null ? [] : [monthsOf(maximum)]));
  const reaching = known.filter((maximum) => maximum >= months);
  if (offences.length === 0) return needsAPerson('not-in-request');
  if (reaching.length === offences.length) return met('maximum-reaches-threshold', { months });
  if (reaching.length > 0) return met('one-offence-reaches-threshold', { months });
  if (known.length < offences.length) return needsAPerson('maximum-not-in-figures', { months });
  return notMet('maximum-below-threshold', { months });
}

/** The least sentence, imposed or still to be served. It asks nothing of a request for prosecution. */
export function answerSentenceThreshold({ title }: AdmissibilityFacts, law: LawInForce): Finding {
  if (title === null) return needsAPerson('title-missing');
  if (title.kind === 'arrest-warrant') return met('no-sentence-yet');
  const thresholds = sentenceThresholds(law);
  if (thresholds.length === 0) return needsAPerson('no-threshold-known');
  const findings = [
    answerSentence(title.sentenceImposed, thresholds, 'sentence-imposed'),
    answerSentence(title.sentenceRemaining, thresholds, 'sentence-remaining'),
  ].filter((finding) => finding !== null);
  return (
    findings.find(({ answer }) => answer === 'not-met') ??
    findings.find(({ answer }) => answer === 'needs-a-person') ??
    met('sentence-reaches-threshold', { months: highest(thresholds) })
  );
}

function answerSentence(
  sentence: Term | null,
  thresholds: readonly Of<Threshold>[],
  kind: Threshold['kind'],
): Finding | null {
  const ofKind = thresholds.filter((threshold) => threshold.kind === kind);
  if (ofKind.length === 0) return null;
  const months = highest(ofKind);
  if (sentence === null) return needsAPerson('sentence-not-in-figures', { months });
  return monthsOf(sentence) < months ? notMet('sentence-below-threshold', { months }) : null;
}

function highest(thresholds: readonly Threshold[]): number {
  return Math.max(0, ...thresholds.map(({ minimum }) => (minimum === null ? 0 : monthsOf(minimum))));
}
