import { assertNever } from '../../domain/assert-never';
import type { CaseEvent, EventBody } from '../../domain/case/events';
import type { Transaction } from './transaction';

type ClockEvent = Extract<EventBody, { type: `clock${string}` }>;
type ClockStarted = Extract<EventBody, { type: 'clockStarted' }>;

/** Projects the clocks, and with them the due date of the task whose being open a clock measures. */
export async function projectClock(
  tx: Transaction,
  caseId: string,
  event: CaseEvent,
  body: ClockEvent,
): Promise<void> {
  const where = { caseId_key: { caseId, key: body.key } };
  const { recordedAt } = event;
  switch (body.type) {
    case 'clockStarted':
      return await startClock(tx, caseId, recordedAt, body);
    case 'clockWarned':
      return;
    case 'clockMet': {
      const { stepKey } = await tx.clock.findUniqueOrThrow({ where });
      const status = body.inTime ? 'met' : 'expired';
      const settled = body.inTime || stepKey !== null ? { settledAt: recordedAt } : {};
      await tx.clock.update({ where, data: { status, metAt: body.at, inTime: body.inTime, ...settled } });
      return;
    }
    case 'clockExpired':
      await tx.clock.update({ where, data: { status: 'expired' } });
      return;
    case 'clockStopped': {
      const { status } = await tx.clock.findUniqueOrThrow({ where });
      const stopped = status === 'expired' ? 'expired' : 'stopped';
      await tx.clock.update({ where, data: { status: stopped, settledAt: recordedAt } });
      return;
    }
    default:
      return assertNever(body);
  }
}

async function startClock(
  tx: Transaction,
  caseId: string,
  recordedAt: string,
  body: ClockStarted,
): Promise<void> {
  const { key, rule, trigger, zone, stepKey, terms } = body;
  if (!terms) throw new Error(`clock ${key} was not completed`);
  const { class: clockClass, stage, holder, effect, source, verified, dueAt, lastDay, warnings } = terms;
  const started = {
    rule,
    class: clockClass,
    stage,
    status: 'running' as const,
    trigger,
    zone,
    dueAt,
    lastDay,
    warnings: warnings.map((warning) => ({ ...warning })),
    effect,
    holder,
    source,
    verified,
    stepKey,
    startedAt: recordedAt,
  };
  const where = { caseId_key: { caseId, key } };
  const before = await tx.clock.findUnique({ where, select: { dueAt: true } });
  await tx.clock.upsert({
    where,
    create: { caseId, key, ...started },
    update: { ...started, previousDueAt: before?.dueAt ?? null, metAt: null, inTime: null, settledAt: null },
  });
  if (stepKey !== null) {
    await tx.task.updateMany({ where: { caseId, stepKey, status: 'open' }, data: { dueAt } });
  }
}
