import type { EventBody } from '../../domain/case/events';
import type { Fact, Message, Note, Task } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { noteReader } from './notes-of-case';
import { type Answer, unanswered } from './question-view';
import type { CaseReading } from './read-as';

type Prepared = Extract<EventBody, { type: 'answerPrepared' }>;

/** What the register holds of the answers of a case. */
interface Answering {
  readonly tasks: readonly Task[];
  readonly messages: readonly Message[];
  readonly facts: readonly Fact[];
  readonly notes: readonly Note[];
  readonly prepared: readonly Prepared[];
}

export async function loadAnswers({ prisma }: ServiceContext, caseId: string): Promise<Answering> {
  const [tasks, messages, facts, notes, events] = await Promise.all([
    prisma.task.findMany({ where: { caseId }, orderBy: { openedSeq: 'asc' } }),
    prisma.message.findMany({ where: { caseId }, orderBy: { seq: 'asc' } }),
    prisma.fact.findMany({ where: { caseId }, orderBy: { seq: 'asc' } }),
    prisma.note.findMany({ where: { caseId } }),
    prisma.caseEvent.findMany({ where: { caseId, type: 'answerPrepared' }, orderBy: { seq: 'asc' } }),
  ]);
  return { tasks, messages, facts, notes, prepared: events.map(({ data }) => data as unknown as Prepared) };
}

/** What became of a question, as far as its reader may know: an answer that waits is its own side's. */
export function answerTo(answering: Answering, { eyes }: CaseReading, number: number): Answer {
  const { tasks } = answering;
  const isDone = (step: string, visit: number) =>
    tasks.some(({ stepKey, status }) => stepKey === `${step}#${visit}` && status === 'done');
  const given = sent(answering, number) ?? recorded(answering, number);
  if (given) return given;
  const withdrawn =
    ['question-withdrawal', 'withdrawal-recorded'].some((step) => isDone(step, number)) ||
    ['request-withdrawal', 'request-withdrawal-recorded'].some((step) => isDone(step, 1));
  if (withdrawn) return { ...unanswered, status: 'withdrawn' };
  const refused = refusedAsAWhole(answering);
  if (refused) return refused;
  const question = tasks.findLast(({ stepKey }) => stepKey === `question#${number}`);
  const isOwn = question !== undefined && eyes(question.agencyCode) === 'own';
  return isOwn && question.status === 'done' ? waiting(answering, number) : unanswered;
}

/** Between the sides. */
function sent({ messages, notes }: Answering, number: number): Answer | null {
  const message = messages.findLast(({ answers }) => answers === `question#${number}`);
  if (!message) return null;
  const { sentAt, outcome, codes, documents, noteId } = message;
  const status = outcome === 'refused' ? 'refused' : 'answered';
  return { status, answeredAt: sentAt.toISOString(), codes, answer: noteReader(notes)(noteId), documents };
}

/** By or to an authority abroad. */
function recorded(answering: Answering, number: number): Answer | null {
  const { facts, notes } = answering;
  const dispatch = facts.findLast(({ stepKey }) => stepKey === `answer-dispatch#${number}`);
  if (dispatch)
    return {
      ...waiting(answering, number),
      ...outcomeOfPrepared(answering, number),
      answeredAt: at(dispatch),
    };
  const fact = facts.findLast(({ stepKey }) => stepKey === `answer-abroad#${number}`);
  if (!fact) return null;
  const { codes, proof: documents, detailsId } = fact;
  const status = fact.outcome === 'refused' ? 'refused' : 'answered';
  return { status, answeredAt: at(fact), codes, answer: noteReader(notes)(detailsId), documents };
}

function refusedAsAWhole({ messages, facts, notes }: Answering): Answer | null {
  const message = messages.findLast(({ kind }) => kind === 'refusal');
  if (message) {
    const { sentAt, codes, documents, noteId } = message;
    const answer = noteReader(notes)(noteId);
    return { status: 'refused', answeredAt: sentAt.toISOString(), codes, answer, documents };
  }
  const fact = facts.findLast(({ step }) => step === 'refusal-recorded');
  if (!fact) return null;
  const { codes, proof: documents, detailsId } = fact;
  return { status: 'refused', answeredAt: at(fact), codes, answer: noteReader(notes)(detailsId), documents };
}

/** An answer that has not left yet. */
function waiting({ prepared, notes }: Answering, number: number): Answer {
  const last = prepared.findLast(({ key }) => key === `question#${number}`);
  if (!last) return unanswered;
  const answer = noteReader(notes)(last.note?.id ?? null);
  const documents = last.documents.map(({ id }) => id);
  return { status: 'prepared', answeredAt: null, codes: [...last.codes], answer, documents };
}

function outcomeOfPrepared({ prepared }: Answering, number: number): Pick<Answer, 'status'> {
  const last = prepared.findLast(({ key }) => key === `question#${number}`);
  return { status: (last?.codes.length ?? 0) > 0 ? 'refused' : 'answered' };
}

function at({ occurredAt }: Fact): string {
  return occurredAt.toISOString();
}
