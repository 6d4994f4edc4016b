import { approval } from '../blocks/approval';
import { check } from '../blocks/check';
import { checklist } from '../blocks/checklist';
import { documentRequests } from '../blocks/document-request';
import { fact } from '../blocks/fact';
import { followUp } from '../blocks/follow-up';
import { limits } from '../blocks/limits';
import { watch } from '../blocks/watch';
import { alongside, type Block, waiting } from '../engine/block';
import { statusQueries } from './foreign-phase';
import type { Fact, Run } from './run';

/** The period of custody that a provisional arrest begins. */
const abroad = 'provisional-arrest';

/**
 * The outgoing extradition as it was in its first version: cases that were opened then go on in it, whatever later
 * versions have brought in. Nothing here changes any more, but that these cases are asked after as well.
 */
export function* firstVersion(run: Run): Block<string> {
  checklist(run, 'request-checklist');
  const { ending } = run.state;
  const main = ending === null ? requestToEnd(run) : giveUp(run, ending);
  return yield* alongside(main, provisionalArrest(run));
}

function* requestToEnd(run: Run): Block<string> {
  // An edit may bring the person checks back when the case had come further.
  run.status('draft');
  const person = yield* check(run, 'person-checks');
  if (person === 'stop') return yield* giveUp(run, 'stopped-after-person-checks');
  if ((yield* signOffs(run)) === 'refused') return yield* giveUp(run, 'not-approved');

  run.status('approved');
  yield* fact(run, 'transmission');
  run.status('transmitted');
  yield* fact(run, 'receipt');
  run.status('received');

  const decision = yield* alongside(
    foreignDecision(run),
    documentRequests(run, 'supplementary-information'),
    statusQueries(run),
  );
  if (decision.outcome === 'refused') {
    run.status('refused');
    yield* followUp(run, 'refusal-follow-up');
    return yield* closeAfterRelease(run, 'refused');
  }

  run.status(decision.codes.length > 0 ? 'granted-with-conditions' : 'granted');
  const surrender = yield* surrenderWithinLimit(run);
  if (!surrender) return yield* giveUp(run, 'not-taken-over');
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

/**
 * The urgent path: provisional arrest is asked for before the file is there, and the file must follow in time. Once
 * it has been asked for, an edit of the request does not end the path: somebody may be held because of it.
 */
function* provisionalArrest(run: Run): Block<void> {
  custodyAbroad(run);
  if (run.factOf('surrender')?.outcome === 'surrendered') return;
  const isAsked = run.factOf('provisional-arrest-request') !== null;
  const isUrgent = run.state.content.urgency === 'provisional-arrest-requested';
  if (!isAsked && (!isUrgent || !run.isClosed('person-checks'))) return;
  if ((yield* approval(run, 'urgent-approval')) === 'refused') return;
  yield* fact(run, 'provisional-arrest-request');
  const arrest = yield* fact(run, 'provisional-arrest');
  if (arrest.outcome === 'refused') return;

  const file = limits(run, {
    event: 'provisional-arrest',
    from: arrest,
    keptBy: { step: 'receipt', outcomes: ['received'] },
    whenPassed: { 'release-expected': 'release-expected' },
    unbound: [{ rule: 'SWE23-40', effect: 'release-expected' }],
  });
  // The requested State may release the person at any time before the surrender.
  yield* alongside(fact(run, 'release-abroad'), file);
}

/** The custody abroad follows its facts, which may be corrected when the urgent path is long over. */
function custodyAbroad(run: Run): void {
  const arrest = run.factOf('provisional-arrest');
  if (arrest?.outcome === 'arrested') run.beginCustody(abroad, 'theirs', arrest);
  const release = run.factOf('release-abroad');
  if (release) run.endCustody(abroad, release, release.outcome);
}

/** An end of Iraq's own choice: a provisional arrest that was asked for is taken back first. */
function* giveUp(run: Run, outcome: string): Block<string> {
  const isAsked = run.factOf('provisional-arrest-request') !== null;
  const isOver =
    run.factOf('provisional-arrest')?.outcome === 'refused' || run.factOf('release-abroad') !== null;
  if (isAsked && !isOver) {
    run.status('provisional-arrest-to-be-ended');
    yield* fact(run, 'arrest-request-withdrawal');
  }
  return yield* closeAfterRelease(run, outcome);
}

/** No case is closed over a person who is still held because of it: the release is waited for. */
function* closeAfterRelease(run: Run, outcome: string): Block<string> {
  if (run.isInCustody(abroad)) yield* waiting();
  return outcome;
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
    const notice = yield* fact(run, 'notice-of-decision', ['notified']);
    run.status('surrender-fixed');
    const pickUp = () =>
      limits(run, {
        event: 'notice-of-decision',
        from: notice,
        keptBy: { step: 'surrender', outcomes: ['surrendered'] },
        whenPassed: { 'release-expected': 'pick-up-limit-passed' },
        unbound: [{ rule: 'SWE20-1M', effect: 'release-expected' }],
      });
    const surrender = yield* alongside(fact(run, 'surrender', ['surrendered', 'not-taken-over']), pickUp());
    if (surrender.outcome === 'surrendered') return surrender;

    run.status('not-taken-over');
    const next = yield* alongside(followUp(run, 'not-taken-over-follow-up'), pickUp());
    if (next === 'abandoned') return null;
  }
}

/** From the surrender abroad to the judge in Iraq (Constitution art. 19(13), as policy), and the watch on the conditions. */
function* handOverToTheJudge(run: Run, surrender: Fact<'surrender'>): Block<string> {
  run.status('surrendered');
  run.endCustody(abroad, surrender, 'surrendered');
  run.beginCustody('surrender', 'ours', surrender);

  const arrival = yield* fact(run, 'arrival', ['arrived']);
  const presentation = limits(run, {
    event: 'arrival',
    from: arrival,
    keptBy: { step: 'before-judge', outcomes: ['presented', 'released'] },
    whenPassed: { 'present-to-judge': 'mandatory-presentation', release: 'mandatory-release' },
    unbound: [
      { rule: 'CON19-24H', effect: 'present-to-judge' },
      { rule: 'CON19-48H', effect: 'release' },
    ],
  });
  const judge = yield* alongside(fact(run, 'before-judge', ['presented', 'released']), presentation);
  run.endCustody('surrender', judge, judge.outcome);

  run.status('speciality-watch');
  yield* watch(run, 'speciality-watch');
  return 'surrendered';
}
