import { approval } from '../blocks/approval';
import { fact, factAt } from '../blocks/fact';
import { followUp } from '../blocks/follow-up';
import { limits } from '../blocks/limits';
import { alongside, type Block, waiting } from '../engine/block';
import type { NotHere } from './held-here';
import type { Fact, Run } from './run';
import { temporaryStays } from './temporary-surrender';

/**
 * From the decision that grants to the surrender: conditions are accepted, the notice starts the time for the pick-up,
 * and a surrender that fails gets a new date. Returns the surrender, or why there is none.
 */
export function* takenOver(
  run: Run,
  decision: Fact<'decision'>,
): Block<Fact<'surrender'> | 'conditions-not-accepted' | 'not-taken-over' | NotHere> {
  const accepted = conditionsAccepted(run, decision).next();
  if (accepted.done && accepted.value === 'not-accepted') return 'conditions-not-accepted';
  const notice = yield* notified(run, accepted.done === true);
  if (typeof notice === 'string') return notice;
  if (!accepted.done) return yield* alongside(waiting(), pickUpInTime(run, notice));

  for (let round = 1; ; round++) {
    const surrender = yield* alongside(attempt(run, round), pickUpInTime(run, notice));
    if (surrender.outcome === 'surrendered') return surrender;
    run.status(surrender.outcome);
    const next = yield* alongside(followUp(run, 'not-taken-over-follow-up'), pickUpInTime(run, notice));
    if (next === 'abandoned') return 'not-taken-over';
  }
}

/** Nobody is taken over under conditions that Iraq has not accepted. Once he is here they stand. */
function* conditionsAccepted(run: Run, { codes }: Fact<'decision'>): Block<'accepted' | 'not-accepted'> {
  if (codes.length === 0 || run.factOf('surrender')?.outcome === 'surrendered') return 'accepted';
  return yield* approval(run, 'conditions-review');
}

/** The requested State may postpone for proceedings or a sentence of its own, and lend the person meanwhile. */
function* notified(run: Run, isAccepted: boolean): Block<Fact<'notice-of-decision'> | NotHere> {
  let notice = yield* fact(run, 'notice-of-decision');
  while (notice.outcome === 'postponed') {
    const stays = yield* temporaryStays(run);
    if (stays !== 'brought-back') return stays;
    run.status('postponed');
    const stay = isAccepted ? fact(run, 'temporary-surrender') : waiting();
    notice = yield* alongside(fact(run, 'notice-of-decision'), stay);
  }
  return notice;
}

/**
 * Within a month from the notice, save extraordinary reasons (Sweden 1957:668 s. 20(2)), or by the day that the other
 * State set. A new date gives no new month: no instrument that binds is known to say so.
 */
function pickUpInTime(run: Run, notice: Fact<'notice-of-decision'>): Block<void> {
  return limits(run, {
    event: 'notice-of-decision',
    from: notice,
    keptBy: { step: 'surrender', outcomes: ['surrendered'] },
    whenPassed: { 'release-expected': 'pick-up-limit-passed' },
    unbound: [],
    setByOtherSide: { rule: 'RELEASE-SET-BY-OTHER-SIDE', effect: 'release-expected' },
  });
}

/** A date may be agreed for the first attempt, and has to be for every further one. */
function* attempt(run: Run, round: number): Block<Fact<'surrender'>> {
  if (round > 1) yield* factAt(run, 'surrender-date', round);
  run.status('surrender-fixed');
  return yield* alongside(travelled(run), factAt(run, 'surrender-date', round));
}

function* travelled(run: Run): Block<Fact<'surrender'>> {
  yield* routeOpen(run);
  return yield* fact(run, 'surrender');
}

/**
 * Escort and route are ordered, and every State on the way has consented; where one refuses there is another route.
 * Whom the other State brings is on a way of its own choosing.
 */
function* routeOpen(run: Run): Block<void> {
  for (;;) {
    const order = yield* fact(run, 'escort-order');
    if (order.outcome === 'brought-by-the-other-state') return;
    if (yield* transitAllowed(run, order.codes)) return;
  }
}

function* transitAllowed(run: Run, states: readonly string[]): Block<boolean> {
  const open = new Set(states);
  while (open.size > 0) {
    const consent = yield* fact(run, 'transit-consent');
    if (consent.outcome === 'refused') return false;
    for (const state of consent.codes) open.delete(state);
  }
  return true;
}
