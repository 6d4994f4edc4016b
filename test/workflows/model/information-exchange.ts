import type { EventBody } from '../../../domain/case/events';
import { informationExchangeSteps } from '../../../domain/procedures/information-exchange/steps';
import { type Ledger, must } from './ledger';
import type { ProcedureModel } from './procedure-model';

const wholes = { withdrawn: /^request-withdrawal/, refused: /^(request-refusal|refusal-recorded)$/ };

/** An exchange of information, as the model is told of it. */
export const informationExchangeModel: ProcedureModel = {
  steps: informationExchangeSteps,
  expirySteps: {
    'receipt information-overdue': 'answer-overdue',
    'receipt-abroad information-overdue': 'answer-overdue',
    'request-received information-overdue': 'answer-overdue',
  },
  rarely: [
    ...['request-withdrawal', 'request-refusal', 'question-withdrawal', 'extension-request'],
    ...['request-withdrawal-recorded', 'refusal-recorded', 'withdrawal-recorded', 'extension-recorded'],
  ],
  statusOf(ledger) {
    const sent = ['transmission', 'transmission-abroad'].some((step) => ledger.hasHappened(step));
    if (hasEnded(ledger, wholes.withdrawn)) return 'withdrawn';
    if (hasEnded(ledger, wholes.refused)) return 'refused';
    const received = ['receipt', 'receipt-abroad', 'request-received'].some((step) =>
      ledger.hasHappened(step),
    );
    if (!received) return sent ? 'transmitted' : 'draft';
    return statusOfQuestions(becameOf(ledger));
  },
  admits(ledger, event) {
    for (const law of [answeredByTheAsked, releasedByAnother, asManyAsAsked]) law(ledger, event);
  },
};

function hasEnded(ledger: Ledger, name: RegExp): boolean {
  return [...ledger.steps.values()].some(({ step, outcome }) => name.test(step) && outcome !== null);
}

type Became = 'answered' | 'refused' | 'withdrawn' | null;

/** What became of each question, told from its own steps. */
function becameOf(ledger: Ledger): readonly Became[] {
  const asked = ledger.content.inquiry?.questions ?? [];
  const outcome = (step: string, number: number) => ledger.steps.get(`${step}#${number}`)?.outcome ?? null;
  return asked.map((_, index) => {
    const number = index + 1;
    const isWithdrawn = ['question-withdrawal', 'withdrawal-recorded'].some((step) => outcome(step, number));
    if (isWithdrawn) return 'withdrawn';
    const abroad = outcome('answer-abroad', number);
    if (abroad) return abroad as Became;
    const here = outcome('question', number);
    const isHeld = here === 'prepared' && outcome('answer-release', number) !== 'approved';
    const isToBeSent = ledger.parties === null && outcome('answer-dispatch', number) === null;
    if (here === null || isHeld || isToBeSent) return null;
    return here === 'refused' ? 'refused' : 'answered';
  });
}

function statusOfQuestions(became: readonly Became[]): string {
  const over = became.filter((outcome) => outcome !== null);
  if (over.length < became.length) return over.length === 0 ? 'received' : 'partly-answered';
  const asked = over.filter((outcome) => outcome !== 'withdrawn');
  if (asked.length === 0) return 'withdrawn';
  if (!asked.includes('answered')) return 'refused';
  return asked.includes('refused') ? 'partly-answered' : 'answered';
}

/** An answer goes from the side that is asked to the side that asks, and once. */
function answeredByTheAsked({ parties, steps }: Ledger, event: EventBody): void {
  if (event.type !== 'messageSent' || !event.answers?.startsWith('question#')) return;
  must(event.from === parties?.requested.agencyCode, 'an answer of the side that asks');
  must(steps.get(event.answers)?.outcome !== null, `${event.answers} is answered and stays open`);
}

/** What is sensitive does not leave before it was released, and not by who prepared it. */
function releasedByAnother(ledger: Ledger, event: EventBody): void {
  if (event.type === 'decisionMade' && event.key.startsWith('answer-release')) {
    const preparer = ledger.prepared.get(event.key.replace('answer-release', 'question'));
    must(preparer !== event.officerId && preparer !== event.actingForId, `${event.key} by who prepared it`);
  }
  if (event.type !== 'messageSent' || event.said?.outcome !== 'answered') return;
  const number = event.said.key.split('#')[1];
  const asked = ledger.content.inquiry?.questions[Number(number) - 1];
  const release = ledger.steps.get(`answer-release#${number}`)?.outcome;
  must(!asked?.release || release === 'approved', `${event.said.key} left and was not released`);
}

function asManyAsAsked({ content }: Ledger, event: EventBody): void {
  if (event.type !== 'stepOpened' || !/^(question|answer-abroad)$/.test(event.step)) return;
  must(event.visit <= (content.inquiry?.questions.length ?? 0), `${event.key} was not asked`);
}
