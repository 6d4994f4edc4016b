import type {
  InformationExchangeStep,
  informationExchangeSteps,
} from '../../domain/procedures/information-exchange/steps';
import { fact } from '../blocks/fact';
import { message } from '../blocks/message';
import { outcomeOf } from '../blocks/outcome-of';
import type { QuestionSteps } from '../blocks/questions';
import type { Block } from '../engine/block';
import { momentOfReceipt, type Received } from './limit';
import type { Run } from './run';

/** Between whom information is exchanged, by the steps that this takes. */
export interface Way {
  /** Sends the request; nothing where it comes in. */
  sent?(run: Run): Block<unknown>;
  received(run: Run): Block<Received>;
  readonly withdrawal: InformationExchangeStep;
  readonly refusal: InformationExchangeStep;
  readonly questions: QuestionSteps<typeof informationExchangeSteps>;
}

/** One side asks the other: messages with receipts. */
const betweenSides: Way = {
  sent: (run) => message(run, 'transmission'),
  *received(run) {
    yield* outcomeOf(run, 'receipt');
    return momentOfReceipt(run);
  },
  withdrawal: 'request-withdrawal',
  refusal: 'request-refusal',
  questions: { question: 'question', release: 'answer-release', withdrawal: 'question-withdrawal' },
};

const abroad = { withdrawal: 'request-withdrawal-recorded', refusal: 'refusal-recorded' } as const;

/** The federal side asks an authority abroad: what that did is recorded. */
const asksAbroad: Way = {
  ...abroad,
  sent: (run) => fact(run, 'transmission-abroad'),
  received: (run) => fact(run, 'receipt-abroad'),
  questions: { question: 'answer-abroad', withdrawal: 'withdrawal-recorded' },
};

/** An authority abroad asks the federal side: answers are made ready, released, and their sending recorded. */
const askedFromAbroad: Way = {
  ...abroad,
  received: (run) => fact(run, 'request-received'),
  questions: {
    question: 'question',
    release: 'answer-release',
    dispatch: 'answer-dispatch',
    withdrawal: 'withdrawal-recorded',
  },
};

export function wayOf({ state: { parties, content } }: Run): Way {
  if (parties) return betweenSides;
  return content.requestingState === 'IQ' ? asksAbroad : askedFromAbroad;
}
