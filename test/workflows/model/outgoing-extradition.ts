import { outgoingExtraditionSteps } from '../../../domain/procedures/outgoing-extradition/steps';
import type { Ledger } from './ledger';
import type { ProcedureModel } from './procedure-model';

const levels = ['legal-review', 'assurances', 'judicial-council', 'foreign-ministry'];
const toBeEnded = 'provisional-arrest-to-be-ended';

/** An outgoing extradition, as the model is told of it. */
export const outgoingExtraditionModel: ProcedureModel = {
  steps: outgoingExtraditionSteps,
  expirySteps: {
    'provisional-arrest release-expected': 'release-expected',
    'notice-of-decision release-expected': 'pick-up-limit-passed',
    'arrival present-to-judge': 'mandatory-presentation',
    'arrival release': 'mandatory-release',
  },
  rarely: ['release-abroad', 'arrest-request-withdrawal', 'speciality-watch'],
  statusOf: (ledger) => abroadNoMore(ledger) ?? unsigned(ledger) ?? underWay(ledger) ?? granted(ledger),
};

function abroadNoMore(ledger: Ledger): string | null {
  if (ledger.ending !== null) return toBeEnded;
  if (ledger.latestFact('surrender')?.outcome !== 'surrendered') return null;
  return ledger.latestFact('before-judge') ? 'speciality-watch' : 'surrendered';
}

function unsigned(ledger: Ledger): string | null {
  const checks = ledger.steps.get('person-checks#1')?.outcome ?? null;
  if (checks === null) return 'draft';
  if (checks === 'stop') return toBeEnded;
  // In their order: a level that is signed again stands before one that was refused after it.
  const next = levels.find((level) => !ledger.isSigned(level, 'approved'));
  if (!next) return null;
  return ledger.isSigned(next, 'refused') ? toBeEnded : 'legal-review';
}

function underWay(ledger: Ledger): string | null {
  if (!ledger.latestFact('transmission')) return 'approved';
  if (!ledger.latestFact('receipt')) return 'transmitted';
  const decision = ledger.latestFact('decision');
  if (decision) return decision.outcome === 'refused' ? 'refused' : null;
  return ledger.latestFact('judgment') ? 'executive-decision' : 'judicial-phase';
}

/** Each notice of the decision fixes one surrender. */
function granted(ledger: Ledger): string {
  const count = (step: string) => [...ledger.facts.values()].filter((entry) => entry.step === step).length;
  const notices = count('notice-of-decision');
  if (notices === 0) {
    const codes = ledger.latestFact('decision')?.codes ?? [];
    return codes.length > 0 ? 'granted-with-conditions' : 'granted';
  }
  if (notices > count('surrender')) return 'surrender-fixed';
  const next = ledger.steps.get(`not-taken-over-follow-up#${notices}`)?.outcome;
  return next === 'abandoned' ? toBeEnded : 'not-taken-over';
}
