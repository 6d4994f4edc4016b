import { outgoingExtraditionSteps as steps } from '../domain/procedures/outgoing-extradition/steps';
import { approval } from './blocks/approval';
import { check } from './blocks/check';
import { checklist } from './blocks/checklist';
import { clock } from './blocks/clock';
import { documentRequests } from './blocks/document-request';
import { type FactOf, fact } from './blocks/fact';
import { followUp } from './blocks/follow-up';
import { watch } from './blocks/watch';
import { all, alongside, type Block } from './engine/block';
import type { Procedure } from './engine/procedure';
import type { Run as EngineRun } from './engine/run';

type Run = EngineRun<typeof steps>;
type Fact<N extends keyof typeof steps> = FactOf<typeof steps, N>;

/**
 * Outgoing extradition: Iraq asks a foreign State, such as Sweden, to hand a person over. The file goes its way
 * through legal review, Judicial Council and Foreign Ministry; in urgent cases provisional arrest is asked for
 * beside it (Sweden 1957:668 s. 23).
 */
function* outgoingExtradition(run: Run): Block<string> {
  checklist(run, 'request-checklist');
  const person = yield* check(run, 'person-checks');
  if (person === 'stop') return 'stopped-after-person-checks';

  return yield* alongside(requestToEnd(run), provisionalArrest(run));
}

function* requestToEnd(run: Run): Block<string> {
  if ((yield* signOffs(run)) === 'refused') return 'not-approved';

  run.status('approved');
  yield* fact(run, 'transmission');
  run.status('transmitted');
  yield* fact(run, 'receipt');
  run.status('received');

  const decision = yield* alongside(foreignDecision(run), documentRequests(run, 'supplementary-information'));
  if (decision.outcome === 'refused') {
    run.status('refused');
    yield* followUp(run, 'refusal-follow-up');
    return 'refused';
  }

  run.status(decision.codes.length > 0 ? 'granted-with-conditions' : 'granted');
  const surrender = yield* surrenderWithinLimit(run);
  if (!surrender) return 'not-taken-over';
  return yield* handOverToTheJudge(run, surrender);
}

/** Four levels, each by other eyes. */
function* signOffs(run: Run): Block<'approved' | 'refused'> {
  run.status('legal-review');
  for (const level of ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'] as const) {
    if ((yield* approval(run, level)) === 'refused') return 'refused';
  }
  return 'approved';
}

/** The urgent path: provisional arrest is asked for before the file is there, and the file must follow in time. */
function* provisionalArrest(run: Run): Block<void> {
  if (run.state.content.urgency !== 'provisional-arrest-requested') return;
  if ((yield* approval(run, 'urgent-approval')) === 'refused') return;
  yield* fact(run, 'provisional-arrest-request');
  const arrest = yield* fact(run, 'provisional-arrest');
  if (arrest.outcome === 'refused') return;

  run.beginCustody('provisional-arrest', 'theirs', arrest);
  yield* clock(run, {
    rule: 'SWE23-40',
    from: arrest,
    keptBy: 'receipt',
    whenPassed: 'release-expected',
  });
}

/** Prosecutor-General, Supreme Court, Government (ss. 15-20). An obstacle found by the court binds the Government. */
function* foreignDecision(run: Run): Block<Fact<'decision'>> {
  run.status('judicial-phase');
  const opinion = yield* fact(run, 'opinion');
  if (opinion.outcome === 'manifestly-unfounded') return yield* fact(run, 'decision', ['refused']);

  const judgment = yield* fact(run, 'judgment');
  run.status('executive-decision');
  return yield* fact(run, 'decision', judgment.outcome === 'obstacle' ? ['refused'] : undefined);
}

/** Within a month from the notice (s. 20(2)); not taken over, a manager says whether a new date was agreed. */
function* surrenderWithinLimit(run: Run): Block<Fact<'surrender'> | null> {
  for (;;) {
    const notice = yield* fact(run, 'notice-of-decision');
    run.status('surrender-fixed');
    const pickUp = clock(run, {
      rule: 'SWE20-1M',
      from: notice,
      keptBy: 'surrender',
      whenPassed: 'pick-up-limit-passed',
    });
    const surrender = yield* alongside(fact(run, 'surrender'), pickUp);
    if (surrender.outcome === 'surrendered') return surrender;

    run.status('not-taken-over');
    if ((yield* followUp(run, 'not-taken-over-follow-up')) === 'abandoned') return null;
  }
}

/** From the surrender abroad to the judge in Iraq (Constitution art. 19(13), as policy), and the watch on the conditions. */
function* handOverToTheJudge(run: Run, surrender: Fact<'surrender'>): Block<string> {
  run.status('surrendered');
  run.endCustody('provisional-arrest', surrender, 'surrendered');
  run.beginCustody('surrender', 'ours', surrender);

  const arrival = yield* fact(run, 'arrival');
  const presented = fact(run, 'before-judge');
  const limits = all(
    clock(run, {
      rule: 'CON19-24H',
      from: arrival,
      keptBy: 'before-judge',
      whenPassed: 'mandatory-presentation',
    }),
    clock(run, { rule: 'CON19-48H', from: arrival, keptBy: 'before-judge' }),
  );
  const judge = yield* alongside(presented, limits);
  run.endCustody('surrender', judge, 'presented-to-judge');

  run.status('speciality-watch');
  yield* watch(run, 'speciality-watch');
  return 'surrendered';
}

export const outgoingExtraditionProcedure: Procedure<typeof steps> = {
  name: 'outgoing-extradition',
  version: 1,
  steps,
  sequence: outgoingExtradition,
};
