import { suspectTransferSteps as steps } from '../domain/procedures/suspect-transfer/steps';
import { approval } from './blocks/approval';
import { check } from './blocks/check';
import { checklist } from './blocks/checklist';
import { fact } from './blocks/fact';
import { followUp } from './blocks/follow-up';
import { agreement, type Signatures, signatures } from './blocks/handover';
import { message } from './blocks/message';
import { outcomeOf } from './blocks/outcome-of';
import { all, alongside, type Block, first, waiting } from './engine/block';
import type { Procedure } from './engine/procedure';
import { custody, received, returned } from './suspect-transfer/custody';
import { handoverSteps } from './suspect-transfer/journey';
import type { Run } from './suspect-transfer/run';

/** What ends the case before the handover, by its name; 'agreed' when both sides want it. */
type Paper = 'agreed' | 'stopped-after-person-checks' | 'not-approved' | 'not-endorsed';

/**
 * Suspect transfer between the federal side and the Kurdistan Region, either way. The requesting side is the one
 * whose court issued the warrant; the requested side carries it out where the person is. It is no extradition: one
 * State carries out a warrant of its own. The papers and the custody go side by side, because the hours of the
 * Constitution do not wait for an approval.
 */
function* suspectTransfer(run: Run): Block<string> {
  checklist(run, 'request-checklist');
  const stop = stopped(run);
  const paper = stop === null ? papers(run).next() : { done: true as const, value: stop };
  const agreed = paper.done ? paper.value : null;
  if (agreed !== null && agreed !== 'agreed') return yield* giveUp(run, agreed);
  const end = yield* custody(run, { prepares: agreed === 'agreed', arrests: mayArrest(run) });
  if (end === 'died') return 'person-died';
  return end === 'nobody-held' ? yield* waiting() : yield* toTheCourt(run, end);
}

/** Until the person is before the court that issued the warrant, it may be cancelled, and the case ended. */
function stopped(run: Run): string | null {
  if (run.factOf('presentation') !== null) return null;
  return run.state.ending ?? (fact(run, 'warrant-cancellation').next().done ? 'warrant-cancelled' : null);
}

/** Who is held already is in custody whatever the papers say; nobody else is arrested before a judge there has said so. */
function mayArrest(run: Run): (visit: number) => boolean {
  const isEndorsed = run.factOf('endorsement')?.outcome === 'endorsed';
  return (visit) => isEndorsed || isHeldAlready(run, visit);
}

function isHeldAlready({ state }: Run, visit: number): boolean {
  return visit === 1 && state.content.alreadyHeld === true;
}

function* papers(run: Run): Block<Paper> {
  run.status('draft');
  if ((yield* lookedAt(run, 'cross-check', 'person-checks')) === 'stop') return 'stopped-after-person-checks';
  run.status('legal-review');
  if ((yield* requestApproved(run)) === 'refused') return 'not-approved';
  run.status('approved');
  yield* message(run, 'transmission');
  run.status('transmitted');
  yield* outcomeOf(run, 'receipt');
  run.status('received');

  if ((yield* lookedAt(run, 'cross-check-there', 'person-checks-there')) === 'stop') {
    return 'stopped-after-person-checks';
  }
  const judge = yield* fact(run, 'endorsement');
  if (judge.outcome === 'refused') return 'not-endorsed';
  run.status('endorsed');
  if ((yield* transferApproved(run)) === 'refused') return 'not-approved';
  run.status('transfer-approved');
  return 'agreed';
}

/**
 * Earlier custody and judgments of both registers are looked for before anybody signs; what is found goes to legal
 * review, with what the request itself says of the person.
 */
function* lookedAt(
  run: Run,
  crossCheck: 'cross-check' | 'cross-check-there',
  checks: 'person-checks' | 'person-checks-there',
): Block<string> {
  const known = yield* outcomeOf(run, crossCheck);
  return yield* check(run, checks, known === 'nobody-known' ? [] : [known]);
}

/** The federal side signs at two levels, the Region at one. */
function* requestApproved(run: Run): Block<'approved' | 'refused'> {
  if (run.state.parties?.requesting.side === 'KRG') return yield* approval(run, 'request-regional-approval');
  if ((yield* approval(run, 'request-legal-review')) === 'refused') return 'refused';
  return yield* approval(run, 'request-approval');
}

function* transferApproved(run: Run): Block<'approved' | 'refused'> {
  if (run.state.parties?.requested.side === 'KRG') return yield* approval(run, 'transfer-regional-approval');
  if ((yield* approval(run, 'transfer-legal-review')) === 'refused') return 'refused';
  return yield* approval(run, 'transfer-approval');
}

/** From the handover to the court that issued the warrant, or back. */
function* toTheCourt(run: Run, signed: Signatures): Block<string> {
  run.status('handed-over');
  // The court does not wait until it is settled what the lists should have said.
  const court = yield* alongside(fact(run, 'presentation'), agreement(run, handoverSteps, signed));
  if (court.outcome === 'wrong-person') return yield* wrongPerson(run);
  run.endCustody(received, court, court.outcome);
  if (court.outcome === 'released') return 'released-by-the-court';
  run.status('presented');
  yield* all(agreement(run, handoverSteps, signed), courtReceipt(run));
  return 'handed-over';
}

function* courtReceipt(run: Run): Block<void> {
  yield* message(run, 'court-receipt');
  yield* outcomeOf(run, 'court-receipt-received');
}

/** Whoever was handed over by mistake goes free, here or where he was taken from. */
function* wrongPerson(run: Run): Block<string> {
  run.status('wrong-person');
  if ((yield* followUp(run, 'return-decision')) === 'released-here') {
    yield* releaseHere(run);
    return 'wrong-person';
  }
  run.status('return');
  // He may be set free, or die, before anybody has come for him.
  const signed = yield* first(
    run,
    () => releaseHere(run),
    () => signatures(run, returnSteps),
  );
  if (signed === 'free') return 'wrong-person';
  run.endCustody(received, signed.taken, 'handed-over');
  run.beginCustody(returned, 'ours', signed.taken, 'requested');
  // Nobody stays in custody because two lists differ.
  const end = yield* alongside(fact(run, 'release-after-return'), agreement(run, returnSteps, signed));
  run.endCustody(returned, end, end.outcome);
  return 'wrong-person';
}

const returnSteps = {
  given: 'return-given',
  taken: 'return-taken',
  difference: 'return-difference',
} as const;

function* releaseHere(run: Run): Block<'free'> {
  const release = yield* fact(run, 'release-after-handover');
  run.endCustody(received, release, release.outcome);
  return 'free';
}

/** No case is closed over a person who is held because of it. */
function* giveUp(run: Run, outcome: string): Block<string> {
  run.status('release-due');
  const end = yield* custody(run, {
    prepares: 'once-signed',
    arrests: (visit) => isHeldAlready(run, visit),
  });
  if (typeof end !== 'string') yield* alongside(releaseHere(run), agreement(run, handoverSteps, end));
  return outcome;
}

export const suspectTransferProcedure: Procedure<typeof steps> = {
  name: 'suspect-transfer',
  version: 2,
  steps,
  sequence: suspectTransfer,
};
