import type { OutgoingRequest } from '../../procedures/outgoing-extradition/request';
import type { AdmissibilityFacts } from './facts';
import { type AdmissibilityLaw, type LawInForce, lawInForce } from './law';
import { outgoingFacts } from './outgoing-facts';
import { questions } from './questions';
import { type AdmissibilityReport, type Article, type QuestionCode, questionCodes } from './report';
import { standingArticles } from './standing-articles';

/**
 * The admissibility of an outgoing request under the instruments that bind the two States, on the ISO date `on`: every
 * question with its answer, its reason and its articles. It supports the legal review; a `met` says that nothing stands
 * against the request on the facts that it states, and never that the request will be granted.
 */
export function assessAdmissibility(
  request: OutgoingRequest,
  law: AdmissibilityLaw,
  on: string,
): AdmissibilityReport {
  return answerQuestions(outgoingFacts(request), law, on);
}

/** The same of the facts of any procedure. */
export function answerQuestions(
  facts: AdmissibilityFacts,
  law: AdmissibilityLaw,
  on: string,
): AdmissibilityReport {
  const inForce = lawInForce(law, facts.procedure, on);
  return {
    on,
    requestingState: facts.requestingState,
    requestedState: facts.requestedState,
    questions: questionCodes.map((question) => ({
      question,
      ...questions[question].answer(facts, inForce, on),
      articles: articlesOf(question, facts, inForce),
    })),
  };
}

function articlesOf(question: QuestionCode, facts: AdmissibilityFacts, law: LawInForce): Article[] {
  const ofInstruments = questions[question]
    .records(law)
    .map(({ instrument, article, source, basis, verified }) => ({
      instrument,
      article,
      source,
      basis,
      verified,
    }));
  return [...ofInstruments, ...standingArticles(question, facts)];
}
