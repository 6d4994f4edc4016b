import { currentCalendars } from '../../activities/register/calendars';
import type { CalendarCode, WorkingCalendar } from '../../domain/calendar/calendar';
import { labelOfCalendar } from '../../domain/calendar/calendar-label';
import { workingDaysBetween } from '../../domain/calendar/working-days-between';
import { askingSideRule } from '../../domain/law/catalogue/house-rules';
import {
  type InformationRequest,
  informationRequestSchema,
} from '../../domain/procedures/information-exchange/request';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { answerTo, loadAnswers } from './answers';
import { getVisibleCase } from './find-case';
import type { QuestionsView } from './question-view';
import { readAs } from './read-as';

export { questionsSchema } from './question-view';

const zone = 'Asia/Baghdad';

/**
 * The questions of a request for information with what became of each, and how long it took by the asked side's working
 * days.
 *
 * @throws NotFoundError, also for a case that asks no questions
 */
export async function getQuestions(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<QuestionsView> {
  const item = await getVisibleCase(context, officer, caseId);
  const request = await requestOf(context, caseId);
  const reading = await readAs(context, officer, item);
  const [answering, limit, calendar] = await Promise.all([
    loadAnswers(context, caseId),
    context.prisma.clock.findFirst({ where: { caseId, rule: askingSideRule } }),
    calendarOf(context, item, request),
  ]);
  const receivedAt = limit?.trigger.toISOString() ?? null;
  const took = (at: string | null) =>
    receivedAt === null || at === null ? null : workingDaysBetween(receivedAt, at, zone, calendar);
  const questions = request.questions.map((question, index) => {
    const answer = answerTo(answering, reading, index + 1);
    return { ...question, number: index + 1, ...answer, workingDays: took(answer.answeredAt) };
  });
  const over = questions.filter(({ status }) => status !== 'open' && status !== 'prepared');
  const last =
    over
      .flatMap(({ answeredAt }) => answeredAt ?? [])
      .sort()
      .at(-1) ?? null;
  const asked =
    answering.messages.find(({ kind }) => kind === 'request')?.sentAt ??
    answering.facts.findLast(({ step }) => step === 'transmission-abroad')?.occurredAt;
  return {
    subject: request.subject,
    classification: request.classification,
    askedAt: asked?.toISOString() ?? null,
    receivedAt,
    dueAt: limit?.dueAt.toISOString() ?? null,
    previousDueAt: limit?.previousDueAt?.toISOString() ?? null,
    calendar: labelOfCalendar(calendar.code, calendar.province),
    answered: over.length,
    lastAnsweredAt: last,
    workingDays: over.length === questions.length ? took(last) : null,
    questions,
  };
}

async function requestOf({ prisma }: ServiceContext, caseId: string): Promise<InformationRequest> {
  const content = await prisma.caseContent.findFirst({
    where: { caseId, version: { not: null } },
    orderBy: { version: 'desc' },
  });
  const { data } = informationRequestSchema.safeParse(content?.body);
  if (!data) throw new NotFoundError('questions');
  return data;
}

/** The calendar that the request names, or that of the side that is asked. */
async function calendarOf(
  { prisma }: ServiceContext,
  { agencyCode, counterpartCode }: Case,
  { answerWithin }: InformationRequest,
): Promise<WorkingCalendar> {
  const { calendars } = await currentCalendars(prisma, prisma);
  if (answerWithin.calendar !== undefined) return calendars(answerWithin.calendar, null);
  const asked = await prisma.agency.findUniqueOrThrow({ where: { code: counterpartCode ?? agencyCode } });
  return calendars(asked.calendar as CalendarCode, asked.province);
}
