import { incomingExtraditionSteps as steps } from '../domain/procedures/incoming-extradition/steps';
import { checklist } from './blocks/checklist';
import { fact, factAt } from './blocks/fact';
import { type Block, waiting } from './engine/block';
import type { Procedure } from './engine/procedure';
import { held, untilFree } from './incoming-extradition/custody';
import { isNationalitySettled, papers } from './incoming-extradition/papers';
import { lastWords, type NoSurrender } from './incoming-extradition/refusal';
import { countOf, type Run } from './incoming-extradition/run';

const answersWhoIsNotTakenOver = ['readiness-limit-passed', 'not-taken-over-follow-up'];

/**
 * Incoming extradition: a foreign State asks Iraq for a person. Custody comes first, because its hours run from the
 * arrest and not from the request; the papers go beside it. What forbids a surrender is asked from the top on every
 * pass, and not once: no Iraqi is surrendered (Constitution art. 21(1), CPC 358(4)).
 */
function* incomingExtradition(run: Run): Block<string> {
  checklist(run, 'request-checklist');
  const bar = barred(run);
  const paper = bar === null ? papers(run).next() : { done: true as const, value: bar };
  if (paper.done && paper.value !== 'granted') return yield* endWithout(run, paper.value);
  if (paper.done) run.status(statusWhenGranted(run));
  const end = yield* held(run, { isGranted: paper.done === true });
  if (end === 'died') return 'person-died';
  return end === 'nobody-held' ? yield* warrantFirst(run) : yield* surrendered(run);
}

/** What stands against a surrender whatever the papers say; null where nothing does, or where it is too late. */
function barred(run: Run): NoSurrender | null {
  if (run.factOf('surrender')?.outcome === 'surrendered') return null;
  if (run.factOf('court-decision')?.outcome === 'refused') return 'refused-by-court';
  if (isNotTakenOver(run)) return 'not-taken-over';
  if (run.state.ending !== null) return 'ended';
  if (fact(run, 'withdrawal').next().done) return 'withdrawn';
  return run.state.content.nationalOfRequestedState === true ? 'refused-for-nationality' : null;
}

/** Not come for in the two months, or a manager sees that nobody will (Iraq, CPC 367): a missed day alone frees nobody. */
function isNotTakenOver({ state }: Run): boolean {
  return Object.values(state.steps).some(
    ({ step, outcome }) => answersWhoIsNotTakenOver.includes(step) && outcome === 'release-ordered',
  );
}

function statusWhenGranted(run: Run): string {
  if (countOf(run, 'surrender', 'not-taken-over') > newDates(run)) return 'not-taken-over';
  if (run.factOf('readiness-notice') !== null) return 'surrender-fixed';
  return countOf(run, 'postponement') > countOf(run, 'postponement-end') ? 'postponed' : 'granted';
}

function newDates({ state }: Run): number {
  return Object.values(state.steps).filter(
    ({ step, outcome }) => step === 'not-taken-over-follow-up' && outcome === 'new-date',
  ).length;
}

/** An arrest needs a warrant of a judge here, unless the person is held already (Iraq, CPC 92-95). */
function* warrantFirst(run: Run): Block<never> {
  if (isNationalitySettled(run)) factAt(run, 'domestic-warrant', countOf(run, 'domestic-warrant') + 1).next();
  return yield* waiting();
}

/** No case is closed over a person who is held because of it, and no release waits for a paper. */
function* endWithout(run: Run, why: NoSurrender): Block<string> {
  const words = lastWords(run, why).next();
  const custody = untilFree(run).next();
  if (custody.done && custody.value === 'died') return 'person-died';
  run.status(custody.done ? 'refusal-to-be-told' : 'release-due');
  if (!custody.done || !words.done) yield* waiting();
  return why === 'ended' ? (run.state.ending ?? why) : why;
}

/** The requesting State hears for how many days the person was held, and under which conditions he was surrendered. */
function* surrendered(run: Run): Block<string> {
  run.status('surrendered');
  yield* fact(run, 'surrender-report');
  return 'surrendered';
}

export const incomingExtraditionProcedure: Procedure<typeof steps> = {
  name: 'incoming-extradition',
  version: 1,
  steps,
  sequence: incomingExtradition,
};
