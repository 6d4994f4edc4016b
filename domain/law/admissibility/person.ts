import { isMinorOn, mayBeMinorOn } from '../../age';
import type { AdmissibilityFacts } from './facts';
import type { LawInForce } from './law';
import { type Finding, met, needsAPerson, notMet } from './report';

/**
 * Whether the requested State would surrender its own national, whatever other nationality he has: Sweden 1957:668 s. 2;
 * Iraq, Constitution 21 and CPC 358(4). A bar that may be raised but need not be is for a person.
 */
export function answerNationality(facts: AdmissibilityFacts, { grounds }: LawInForce): Finding {
  const { nationalities, requestedState: state } = facts;
  if (nationalities.length === 0) return needsAPerson('not-in-request');
  if (!nationalities.includes(state)) return met('not-a-national', { state });
  const isBarred = grounds.some(({ code, force }) => code === 'nationality' && force === 'mandatory');
  if (!isBarred) return needsAPerson('national-may-be-refused', { state });
  return notMet(nationalities.length > 1 ? 'dual-national' : 'national', { state });
}

/** Whether he was under 18 when an offence began; no law here bars it outright, so a person looks at it (CRC 3, 37, 40). */
export function answerMinor({ birth, offences }: AdmissibilityFacts): Finding {
  const days = offences.flatMap(({ from }) => (from === null ? [] : [from]));
  if (birth === null) return needsAPerson('not-in-request');
  if (days.some((day) => isMinorOn(birth, day))) return needsAPerson('minor');
  if (days.some((day) => mayBeMinorOn(birth, day))) return needsAPerson('possible-minor');
  if (days.length === 0 || days.length < offences.length) return needsAPerson('not-in-request');
  return met('of-age');
}

/** 1951 Convention art. 33: who asks for protection is looked at; whether he is to fear the other side is not told here. */
export function answerRefugee({ asylumOrRefugee }: AdmissibilityFacts): Finding {
  if (asylumOrRefugee === null) return needsAPerson('not-in-request');
  return asylumOrRefugee ? needsAPerson('asylum-or-refugee') : met('not-a-refugee');
}

/** OHCHR Principle 7: a victim of trafficking is not punished for what he was made to do. */
export function answerVictim({ identifiedAsVictim }: AdmissibilityFacts): Finding {
  switch (identifiedAsVictim) {
    case null:
      return needsAPerson('not-in-request');
    case 'possible':
      return needsAPerson('possible-victim');
    case true:
      return notMet('victim');
    case false:
      return met('not-a-victim');
  }
}
