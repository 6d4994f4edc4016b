import type { CaseView } from '../../services/cases/get-case';
import type { QuestionsView } from '../../services/cases/question-view';
import type { ApiClient } from './api-client';
import { apiDesk } from './api-desk';
import { InformationCase } from './information-case';
import { readInformationSample, requestOf } from './information-sample';

const asks = 'liaison.baghdad';

/**
 * Plays the sample request for information through the API: each question answered at its own time, the sensitive one
 * released by another officer, each answer acknowledged. It is linked to the last extradition there is.
 */
export async function playInformation(
  api: ApiClient,
  say: (line: string) => void,
): Promise<{ case: CaseView; questions: QuestionsView }> {
  const sample = await readInformationSample();
  const linked = await lastExtradition(api);
  const item = await InformationCase.open(apiDesk(api), say, requestOf(sample, linked));
  const at = new Date().toISOString();
  await item.play({ at, step: 'transmission' });
  await item.play({ at, step: 'receipt' });
  for (const [index, { sensitive, document }] of sample.questions.entries()) {
    const number = index + 1;
    const text = `Invented answer to question ${number}`;
    await item.play({ at, step: 'question', number, text, document: document === true });
    if (sensitive) await item.play({ at, step: 'answer-release', number, outcome: 'approved' });
    await item.play({ at, step: 'message-receipt' });
  }
  const finished = await item.finished();
  const questions = await api.get<QuestionsView>(asks, `/cases/${finished.id}/questions`);
  say(
    `${finished.reference}  ${finished.status}: ${finished.outcome}; due ${questions.dueAt}, ${questions.calendar}`,
  );
  return { case: finished, questions };
}

async function lastExtradition(api: ApiClient): Promise<string | null> {
  type List = { readonly items: readonly { readonly id: string; readonly procedure: string }[] };
  const { items } = await api.get<List>(asks, '/cases?limit=200');
  return items.find(({ procedure }) => procedure === 'outgoing-extradition')?.id ?? null;
}
