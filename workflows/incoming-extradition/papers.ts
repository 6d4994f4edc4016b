import { approval } from '../blocks/approval';
import { check } from '../blocks/check';
import { documentRequests } from '../blocks/document-request';
import { fact } from '../blocks/fact';
import { followUp } from '../blocks/follow-up';
import { outcomeOf } from '../blocks/outcome-of';
import { alongside, type Block } from '../engine/block';
import type { Run } from './run';

/** Why a request is not granted. */
export type Refusal =
  | 'refused-for-nationality'
  | 'stopped-after-person-checks'
  | 'refused-earlier-for-this-act'
  | 'refused-for-another-request'
  | 'not-admissible'
  | 'refused-by-court'
  | 'refused-by-minister';

/** What becomes of the request: court, Judicial Council and Foreign Ministry have their say, one after another. */
export function* papers(run: Run): Block<'granted' | Refusal> {
  if (run.state.wasNational === true && (yield* nationalityLookedAt(run)) === 'refused') {
    return 'refused-for-nationality';
  }
  run.status('registered');
  yield* fact(run, 'receipt');
  const refusal = yield* alongside(untilTheCourt(run), documentRequests(run, 'supplementary-information'));
  return refusal ?? (yield* signatures(run));
}

/**
 * That a person who was said to be an Iraqi is none is proved, and found by two persons, on what the request says then:
 * another edit has both look again. Until then nothing leads to a surrender (Iraq, Constitution art. 21(1), CPC 358(4)).
 */
function* nationalityLookedAt(run: Run): Block<'approved' | 'refused'> {
  run.status('nationality-review');
  yield* fact(run, 'nationality-evidence');
  if ((yield* approval(run, 'nationality-review')) === 'refused') return 'refused';
  return yield* approval(run, 'nationality-confirmation');
}

/** Whether nobody has to look at the nationality any more. */
export function isNationalitySettled({ state }: Run): boolean {
  if (state.wasNational !== true) return true;
  return ['nationality-review', 'nationality-confirmation'].every(
    (step) => state.steps[`${step}#1`]?.outcome === 'approved',
  );
}

/** Earlier cases, person, concurrent requests and thresholds are looked at before the court hears the person (Iraq, CPC 357-362). */
function* untilTheCourt(run: Run): Block<Refusal | null> {
  run.status('received');
  const known = yield* outcomeOf(run, 'cross-check');
  if ((yield* check(run, 'person-checks', known === 'nobody-known' ? [] : [known])) === 'stop') {
    return known === 'refused-for-this-act' ? 'refused-earlier-for-this-act' : 'stopped-after-person-checks';
  }
  if ((yield* ranking(run, known === 'another-request')) === 'refused') return 'refused-for-another-request';
  run.status('legal-review');
  if ((yield* approval(run, 'legal-review')) === 'refused') return 'not-admissible';
  run.status('judicial-phase');
  yield* fact(run, 'court-referral');
  while ((yield* fact(run, 'hearing')).outcome === 'adjourned');
  return (yield* fact(run, 'court-decision')).outcome === 'refused' ? 'refused-by-court' : null;
}

/**
 * Of several States that ask, a person says which comes first, with reasons (Iraq, CPC 365). `isFound`: the register
 * holds another request, whether or not somebody wrote it into this one.
 */
function* ranking(run: Run, isFound: boolean): Block<'first' | 'refused'> {
  if (run.state.content.concurrent !== true && !isFound) return 'first';
  if ((yield* approval(run, 'concurrence-ranking')) === 'this-request-first') return 'first';
  run.status('postponed-for-another-request');
  return (yield* followUp(run, 'other-request-outcome')) === 'refused' ? 'refused' : 'first';
}

/** The Judicial Council grants or refuses, with the agreement of the Foreign Ministry (Iraq, CPC 362(D)). */
function* signatures(run: Run): Block<'granted' | Refusal> {
  run.status('executive-decision');
  for (const level of ['judicial-council', 'foreign-ministry'] as const) {
    if ((yield* approval(run, level)) === 'refused') return 'refused-by-minister';
  }
  return 'granted';
}
