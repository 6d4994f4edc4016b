import { documentRequests } from '../blocks/document-request';
import { fact } from '../blocks/fact';
import { alongside, type Block, waiting } from '../engine/block';
import type { Fact, Run } from './run';

/** From the receipt to the decision of the requested State, and what goes beside it. */
export function* foreignPhase(run: Run): Block<Fact<'decision'>> {
  return yield* alongside(
    foreignDecision(run),
    documentRequests(run, 'supplementary-information'),
    extensions(run),
    statusQueries(run),
    consent(run),
  );
}

/** Court, then government. An obstacle found by the court binds the government (Sweden 1957:668 ss. 15-20). */
function* foreignDecision(run: Run): Block<Fact<'decision'>> {
  run.status('judicial-phase');
  if (hasOpinion(run)) {
    const opinion = yield* fact(run, 'opinion');
    if (opinion.outcome === 'manifestly-unfounded') return yield* fact(run, 'decision', ['refused']);
  }
  const isBound = (yield* judgment(run)) === 'obstacle';
  run.status('executive-decision');
  return yield* fact(run, 'decision', isBound ? ['refused'] : undefined);
}

/** In Sweden the Prosecutor-General gives an opinion first (s. 17). */
function hasOpinion({ state }: Run): boolean {
  return state.law?.instruments.includes('SE-1957-668') ?? state.content.requestedState === 'SE';
}

/** Who consents needs no judgment (Sweden 1957:668 s. 17); one that is there already counts all the same. */
function* judgment(run: Run): Block<'no-obstacle' | 'obstacle' | 'not-needed-consent'> {
  if (run.factOf('judgment') === null && hasConsented(run)) return 'not-needed-consent';
  return (yield* fact(run, 'judgment', ['no-obstacle', 'obstacle'])).outcome;
}

function hasConsented(run: Run): boolean {
  const last = run.factOf('consent')?.outcome ?? 'not-consented';
  return last !== 'not-consented';
}

/** Who has not consented may do so later; a consent stands. */
function* consent(run: Run): Block<void> {
  for (;;) {
    if ((yield* fact(run, 'consent')).outcome !== 'not-consented') return;
  }
}

/** The other State is asked every thirty days how far it is, for as long as it has the request before it. */
export function* statusQueries(run: Run): Block<never> {
  for (;;) yield* fact(run, 'status-query');
}

/** The other side gives more time for an answer: the round that is open then runs to the last day that it set. */
function* extensions(run: Run): Block<never> {
  let last: Fact<'answer-date-extended'> | null = null;
  for (;;) {
    const round = openRound(run);
    const next = run.nextVisit('answer-date-extended');
    if (run.factOfVisit('answer-date-extended', next) === null) {
      if (round === null) return yield* waiting();
      if (last !== null && round.askedAt <= last.occurredAt) run.extendRound(round.key, last);
    }
    last = yield* fact(run, 'answer-date-extended');
  }
}

function openRound({ state }: Run): { readonly key: string; readonly askedAt: string } | null {
  for (const [key, { step, outcome, round }] of Object.entries(state.steps)) {
    if (step === 'supplementary-information' && outcome === null && round !== null)
      return { key, askedAt: round.askedAt };
  }
  return null;
}
