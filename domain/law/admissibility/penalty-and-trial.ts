import type { AdmissibilityFacts } from './facts';
import type { LawInForce } from './law';
import { type Finding, met, needsAPerson, notMet } from './report';

/** Codes of assurances, as requests list them. That death is not sought does not bind the court that could impose it. */
const assurances = {
  noDeathPenalty: 'no-death-penalty',
  deathPenaltyNotSought: 'death-penalty-not-sought',
  retrial: 'retrial',
} as const;

/**
 * Whether the death penalty stands in the way: where an offence may carry it, an assurance is needed (ECE 11, Sweden
 * 1957:668 s. 12). That it is offered is read here; whether it can be relied on is for the reviewer.
 */
export function answerDeathPenalty({ offences, assurances: offered }: AdmissibilityFacts): Finding {
  if (offences.some(({ deathPenaltyPossible }) => deathPenaltyPossible)) {
    if (offered.includes(assurances.noDeathPenalty)) return met('assurance-offered');
    if (offered.includes(assurances.deathPenaltyNotSought)) return needsAPerson('assurance-weaker');
    return notMet('assurance-missing');
  }
  const isKnown =
    offences.length > 0 && offences.every(({ deathPenaltyPossible }) => deathPenaltyPossible === false);
  return isKnown ? met('no-death-penalty') : needsAPerson('not-in-request');
}

/** Whether a judgment in absence stands in the way: refused where the law says so and no retrial is assured (ETS 98 art. 3). */
export function answerInAbsentia(facts: AdmissibilityFacts, { grounds }: LawInForce): Finding {
  if (facts.title === null) return needsAPerson('title-missing');
  if (facts.title.inAbsentia === null) return needsAPerson('not-in-request');
  if (!facts.title.inAbsentia) return met('not-in-absentia');
  if (facts.assurances.includes(assurances.retrial)) return needsAPerson('retrial-assured');
  const isBarred = grounds.some(({ code, force }) => code === 'in-absentia' && force === 'mandatory');
  return isBarred ? notMet('retrial-not-assured') : needsAPerson('retrial-not-assured');
}

/** Whether the offence is lapsed on the ISO date `on` by the law of one side; the day on which it lapses is too late. */
export function answerLimitation(lapsesOn: string | null, on: string): Finding {
  if (lapsesOn === null) return needsAPerson('not-in-request');
  return on < lapsesOn ? met('not-lapsed', { lapsesOn }) : notMet('lapsed', { lapsesOn });
}
