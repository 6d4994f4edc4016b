import {
  type InformationExchangeStep,
  informationExchangeSteps as steps,
} from '../domain/procedures/information-exchange/steps';
import { checklist } from './blocks/checklist';
import { type Answered, questionsAsked } from './blocks/questions';
import { type Block, waiting } from './engine/block';
import type { Procedure } from './engine/procedure';
import { extendedTo, extensions } from './information-exchange/extensions';
import { answerLimit, type Received } from './information-exchange/limit';
import type { Run } from './information-exchange/run';
import { type Way, wayOf } from './information-exchange/ways';

/**
 * Information exchange: questions to the other side, or to or from an authority abroad, answered one by one within the
 * time that whoever asks has set (UNTOC art. 18(13)-(15), (23)-(25); Iraq Law 28/2012 art. 3).
 */
function* informationExchange(run: Run): Block<string> {
  checklist(run, 'request-checklist');
  if (run.state.ending !== null) return run.state.ending;
  const way = wayOf(run);
  run.status('draft');
  if (way.sent) {
    yield* way.sent(run);
    run.status('transmitted');
    if (isOver(run, way.withdrawal)) return yield* over(run, 'withdrawn');
  }
  const received = yield* way.received(run);
  run.status('received');
  return yield* answered(run, way, received);
}

/** From the receipt until everything has been answered, refused or withdrawn. */
function* answered(run: Run, way: Way, received: Received): Block<string> {
  const limit = answerLimit(run, received, extendedTo(run));
  const end = (outcome: string, last: readonly InformationExchangeStep[]) => {
    if (last.length > 0) run.meetClock(limit.key, momentOf(run, limit.key, last));
    // Answered late it is overdue no more, and nothing is waited for that is not asked.
    run.settleClock(limit.key);
    return over(run, outcome);
  };
  if (isOver(run, way.withdrawal)) return yield* end('withdrawn', []);
  if (isOver(run, way.refusal)) return yield* end('refused', [way.refusal]);
  const became = questionsAsked(run, way.questions);
  if (became.includes(null)) {
    if (became.some((outcome) => outcome !== null)) run.status('partly-answered');
    extensions(run, limit);
    return yield* waiting();
  }
  const outcome = wholeOf(became);
  const { question, dispatch = question, withdrawal } = way.questions;
  return yield* end(outcome, outcome === 'withdrawn' ? [] : [dispatch, withdrawal]);
}

/** Asks beside the rest whether a step has ended everything. */
function isOver(run: Run, step: InformationExchangeStep): boolean {
  return run.enterVisit(step, 1).remembered.outcome !== null;
}

/** What the answers come to together; what was withdrawn is not asked any more. */
function wholeOf(became: readonly (Answered | null)[]): string {
  const asked = became.filter((outcome) => outcome !== 'withdrawn');
  if (asked.length === 0) return 'withdrawn';
  if (asked.every((outcome) => outcome === 'answered')) return 'answered';
  return asked.includes('answered') ? 'partly-answered' : 'refused';
}

/**
 * When the last thing was said: of what was recorded the last hour, of what was sent the moment of its sending. A
 * question that is withdrawn late was not answered in time before.
 */
function momentOf(run: Run, clock: string, said: readonly InformationExchangeStep[]): string {
  const recorded = Object.values(run.state.steps).flatMap(({ step, fact }) =>
    fact && said.some((name) => name === step) ? [fact.occurredAt] : [],
  );
  return recorded.sort().at(-1) ?? run.state.clocks[clock]?.judgedBy ?? run.now;
}

/** No case is closed before both sides know what they gave each other. */
function* over(run: Run, outcome: string): Block<string> {
  run.status(outcome);
  const waits = Object.values(run.state.steps).some(
    ({ step, outcome: receipt }) => step === 'message-receipt' && receipt === null,
  );
  return waits ? yield* waiting() : outcome;
}

export const informationExchangeProcedure: Procedure<typeof steps> = {
  name: 'information-exchange',
  version: 1,
  steps,
  sequence: informationExchange,
};
