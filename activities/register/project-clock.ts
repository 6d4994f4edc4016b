import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, ClockTerms, EventBody } from '../../domain/case/events';
import { Prisma } from '../../prisma/generated/client';
import type { OpenedTasks } from './opened-tasks';
import type { Transaction } from './transaction';

type ClockEvent = Extract<EventBody, { type: `clock${string}` }>;
type ClockStarted = Extract<EventBody, { type: 'clockStarted' }>;
type ClockRecomputed = Extract<EventBody, { type: 'clockRecomputed' }>;

/** Projects the clocks, and with them the due date of the task whose being open a clock measures. */
export async function projectClock(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  event: CaseEvent,
  body: ClockEvent,
): Promise<void> {
  const where = { caseId_key: { caseId, key: body.key } };
  const recordedAt = new Date(event.recordedAt);
  switch (body.type) {
    case 'clockStarted':
      return await startClock(tx, caseId, opened, recordedAt, body);
    case 'clockRecomputed':
      return await recomputeClock(tx, caseId, opened, event, body);
    case 'clockWarned':
      return;
    case 'clockMet': {
      const { inTime } = body;
      const settled = inTime ? { settledAt: recordedAt } : {};
      const data = {
        status: inTime ? 'met' : 'expired',
        metAt: new Date(body.at),
        inTime,
        ...settled,
      } as const;
      const { stepKey } = await tx.clock.update({ where, data, select: { stepKey: true } });
      if (inTime || stepKey === null) return;
      await tx.clock.update({ where, data: { settledAt: recordedAt } });
      return;
    }
    case 'clockExpired':
      await tx.clock.update({ where, data: { status: 'expired' } });
      return;
    case 'clockStopped': {
      const { count } = await tx.clock.updateMany({
        where: { caseId, key: body.key, status: { not: 'expired' } },
        data: { status: 'stopped', settledAt: recordedAt },
      });
      if (count === 0) await tx.clock.update({ where, data: { settledAt: recordedAt } });
      return;
    }
    default:
      return assertNever(body);
  }
}

async function startClock(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  startedAt: Date,
  body: ClockStarted,
): Promise<void> {
  const { key, rule, zone, limitDate, within, stepKey, terms, agencyCode = null } = body;
  if (!terms) throw new Error(`clock ${key} was not completed`);
  const { class: clockClass, stage, holder, effect, source, verified } = terms;
  const dates = datesOf(terms);
  const started = {
    rule,
    class: clockClass,
    stage,
    status: 'running' as const,
    trigger: new Date(body.trigger),
    zone,
    limitDate,
    within: within === undefined ? Prisma.DbNull : { ...within },
    ...dates,
    effect,
    holder,
    source,
    verified,
    stepKey,
    agencyCode,
    startedAt,
  };
  const { count } = await tx.clock.createMany({ data: { caseId, key, ...started }, skipDuplicates: true });
  if (count === 0) await restartClock(tx, { caseId, key }, started);
  if (stepKey !== null) await opened.changeOpen(stepKey, { dueAt: dates.dueAt });
}

/** A correction starts a clock anew: what it was due before stays visible. */
async function restartClock(
  tx: Transaction,
  caseId_key: { caseId: string; key: string },
  started: Prisma.ClockUpdateInput,
): Promise<void> {
  const where = { caseId_key };
  const { dueAt: previousDueAt } = await tx.clock.findUniqueOrThrow({ where, select: { dueAt: true } });
  const anew = { previousDueAt, metAt: null, inTime: null, settledAt: null };
  await tx.clock.update({ where, data: { ...started, ...anew } });
}

/** A changed calendar moved a limit. One that is ahead again has not passed. */
async function recomputeClock(
  tx: Transaction,
  caseId: string,
  opened: OpenedTasks,
  { recordedAt }: CaseEvent,
  { key, previous, terms }: ClockRecomputed,
): Promise<void> {
  if (!terms) throw new Error(`clock ${key} was not completed`);
  const where = { caseId_key: { caseId, key } };
  const { status, stepKey } = await tx.clock.findUniqueOrThrow({ where });
  const isAhead = status === 'expired' && terms.dueAt > recordedAt;
  const dates = datesOf(terms);
  await tx.clock.update({
    where,
    data: {
      ...dates,
      ...(terms.dueAt === previous.dueAt ? {} : { previousDueAt: new Date(previous.dueAt) }),
      ...(isAhead ? { status: 'running', metAt: null, inTime: null } : {}),
    },
  });
  if (stepKey !== null) await opened.changeOpen(stepKey, { dueAt: dates.dueAt });
}

/** What follows from the counting. Events from before the law was data say less of it. */
function datesOf(terms: ClockTerms) {
  const { dueAt, lastDay, warnings, reasoning = [], ruleVersion = 1 } = terms;
  const { calendar = null, calendarRevision = 0, restsOnExpected = [] } = terms;
  return {
    dueAt: new Date(dueAt),
    lastDay,
    warnings: warnings.map((warning) => ({ ...warning })),
    reasoning: reasoning.map(({ code, params }) => ({ code, params: { ...params } })),
    ruleVersion,
    calendar,
    calendarRevision,
    restsOnExpected: [...restsOnExpected],
  };
}
