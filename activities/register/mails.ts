import type { CaseEvent, ClockTerms, EventBody } from '../../domain/case/events';
import { boundTo } from '../../domain/case/parties';
import { askingSideRule, ballotRule, otherSideRule } from '../../domain/law/catalogue/house-rules';
import { procedures } from '../../domain/procedures';
import { adviceStep } from '../../domain/procedures/aside-steps';
import type { StepTable } from '../../domain/procedures/step';
import type { Prisma, Task } from '../../prisma/generated/client';
import { type Addressees, activeOfficers, isMeant } from './addressees';
import { invitations, seatsNotHeard } from './ballot-mails';
import { messageId } from './ids';
import type { LockedCase } from './lock-case';
import type { Transaction } from './transaction';

type Body<T extends EventBody['type']> = Extract<EventBody, { type: T }>;

/** One mail to be: what it says, in codes, and to whom. */
interface Notice {
  readonly seq: number;
  readonly template:
    | 'task-opened'
    | 'step-outcome'
    | 'advice-given'
    | 'ballot-opened'
    | 'clock-warning'
    | 'clock-expired'
    | 'recorded-late';
  readonly params: Prisma.InputJsonObject;
  readonly to: Addressees;
}

/**
 * Puts the mails that a command causes into the outbox, in the same transaction: a task that is there for somebody
 * to do, what came of a step that the other side waits for, a threshold, a limit that has passed, and one notice
 * (instead of all reminders) for a limit that was past when its cause was recorded; managers get it too when the limit
 * itself is over. Who asked for advice hears of it.
 */
export async function writeMails(
  tx: Transaction,
  item: LockedCase,
  events: readonly CaseEvent[],
): Promise<void> {
  const notices = [
    ...taskNotices(events),
    ...outcomeNotices(item, events),
    ...(await adviceNotices(tx, item, events)),
    ...invitations(events),
    ...(await clockNotices(tx, item, events)),
  ];
  if (notices.length === 0) return;
  const now = new Date();
  const createdAt = new Date(events[0]?.recordedAt ?? now);
  const officers = await activeOfficers(
    tx,
    item,
    notices.map(({ to }) => to),
  );
  const mails = notices.flatMap(({ seq, template, params, to }) =>
    officers.filter(isMeant(item, to)).map(({ id: officerId }) => ({
      messageId: messageId(item.id, seq, officerId),
      template,
      params: { reference: item.reference, ...params },
      officerId,
      caseId: item.id,
      createdAt,
      nextAttemptAt: now,
    })),
  );
  if (mails.length > 0) await tx.mail.createMany({ data: mails, skipDuplicates: true });
}

/**
 * Steps that the command left open for somebody to act on. A limit recorded late has a notice of its own, and so has a
 * ballot; what is a seat's to do is told to its holders.
 */
function taskNotices(events: readonly CaseEvent[]): Notice[] {
  const over = new Set<string>();
  let recordedLate = false;
  for (const { body } of events) {
    if (toldOtherwise.includes(body.type) && 'key' in body) over.add(body.key);
    if (body.type === 'clockExpired') recordedLate ||= body.recordedLate;
  }
  return events.flatMap(({ seq, body }) => {
    if (!isForSomebody(body) || over.has(body.key)) return [];
    if (body.type === 'stepOpened' && body.kind === 'expiry' && recordedLate) return [];
    // What is opened many times at once is one thing to hear of.
    if (body.type === 'stepOpened' && isAnnounced(events, seq, body, over)) return [];
    const due = dueOf(events, body.key);
    return [
      {
        seq,
        template: 'task-opened' as const,
        params: { step: body.step, ...due },
        to: actorsOf(body),
      },
    ];
  });
}

/** Whether the same command has opened, and left open, the same step for the same officers before. */
function isAnnounced(
  events: readonly CaseEvent[],
  seq: number,
  { step, agencyCode, seat }: Body<'stepOpened'>,
  over: ReadonlySet<string>,
): boolean {
  return events.some(({ seq: earlier, body }) => {
    const isEarlier = body.type === 'stepOpened' && earlier < seq && !over.has(body.key);
    if (!isEarlier || body.step !== step) return false;
    return body.agencyCode === agencyCode && body.seat === seat;
  });
}

/** What came of a step of the side that was asked, where the one that asks is to hear of it. */
function outcomeNotices({ procedure, counterpartCode }: LockedCase, events: readonly CaseEvent[]): Notice[] {
  if (counterpartCode === null) return [];
  const steps: StepTable = procedures.find(({ name }) => name === procedure)?.steps ?? {};
  return events.flatMap(({ seq, body }) => {
    const step = body.type === 'stepClosed' ? body.key.replace(/#.*/, '') : '';
    if (body.type !== 'stepClosed' || steps[step]?.tells !== 'requesting') return [];
    const params = { step, outcome: body.outcome };
    return [{ seq, template: 'step-outcome' as const, params, to: 'responsible' as const }];
  });
}

/** Advice that the command gave, to who asked for it. */
async function adviceNotices(
  tx: Transaction,
  { id: caseId }: LockedCase,
  events: readonly CaseEvent[],
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const { seq, body } of events) {
    if (body.type !== 'decisionMade' || body.stage !== adviceStep) continue;
    const { data } = await tx.caseEvent.findFirstOrThrow({
      where: { caseId, type: 'adviceAsked', data: { path: ['key'], equals: body.key } },
      select: { data: true },
    });
    const { officerId } = data as unknown as Body<'adviceAsked'>;
    notices.push({ seq, template: 'advice-given', params: {}, to: { officerId } });
  }
  return notices;
}

/** What is over already, and a ballot, to which its seats are invited. */
const toldOtherwise: readonly EventBody['type'][] = ['stepClosed', 'stepCancelled', 'ballotOpened'];

function actorsOf(body: Body<'stepOpened' | 'stepReopened'>): Addressees {
  if (body.type === 'stepOpened' && body.seat !== undefined) return { seats: [body.seat] };
  return [{ role: body.role, agencyCode: boundTo(body.role, body.agencyCode ?? null) }];
}

function isForSomebody(body: EventBody): body is Body<'stepOpened' | 'stepReopened'> {
  return body.type === 'stepReopened' || (body.type === 'stepOpened' && body.queue === 'todo');
}

function dueOf(events: readonly CaseEvent[], stepKey: string): Prisma.InputJsonObject {
  for (const { body } of events) {
    if (body.type === 'clockStarted' && body.stepKey === stepKey && body.terms) {
      return { dueAt: body.terms.dueAt, zone: body.zone, ...markOf(body.terms) };
    }
  }
  return {};
}

async function clockNotices(
  tx: Transaction,
  item: LockedCase,
  events: readonly CaseEvent[],
): Promise<Notice[]> {
  const notices = lateNotices(item, events);
  for (const event of events) {
    const { body } = event;
    if (body.type === 'clockWarned' || (body.type === 'clockExpired' && !body.recordedLate)) {
      const made = await thresholdNotice(tx, item, event.seq, body);
      notices.push(made, ...toWhoAsked(made));
    }
  }
  return notices;
}

/** One notice a command, of the limit that was over first: the cause was recorded late, whatever it started. */
function lateNotices(item: LockedCase, events: readonly CaseEvent[]): Notice[] {
  const settled = settledClocks(events);
  const late = events.flatMap(({ seq, recordedAt, body }) =>
    body.type === 'clockStarted' && !settled.has(body.key) && wasRecordedLate(body, recordedAt)
      ? [{ seq, recordedAt, body }]
      : [],
  );
  late.sort((a, b) => ((a.body.terms?.dueAt ?? '') < (b.body.terms?.dueAt ?? '') ? -1 : 1));
  return late.slice(0, 1).map(({ seq, recordedAt, body }) => {
    const isOver = (body.terms?.dueAt ?? '') <= recordedAt;
    return notice(seq, 'recorded-late', body, whoseLimit(item, body.agencyCode ?? null, isOver));
  });
}

/** The clocks that nobody has to look at any more; one that measured a step is over with it, in time or not. */
function settledClocks(events: readonly CaseEvent[]): Set<string> {
  const ofSteps = new Set<string>();
  const settled = new Set<string>();
  for (const { body } of events) {
    if (body.type === 'clockStarted' && body.stepKey !== null) ofSteps.add(body.key);
    if (body.type === 'clockStopped') settled.add(body.key);
    if (body.type === 'clockMet' && (body.inTime || ofSteps.has(body.key))) settled.add(body.key);
  }
  return settled;
}

/** A threshold of a legal limit had passed when its cause was recorded. */
function wasRecordedLate(body: Body<'clockStarted'>, recordedAt: string): boolean {
  if (body.stepKey !== null && body.rule !== otherSideRule) return false;
  const first = body.terms?.warnings[0]?.at ?? body.terms?.dueAt;
  return first !== undefined && first <= recordedAt;
}

async function thresholdNotice(
  tx: Transaction,
  item: LockedCase,
  seq: number,
  body: Body<'clockWarned' | 'clockExpired'>,
): Promise<Notice> {
  const clock = await tx.clock.findUniqueOrThrow({
    where: { caseId_key: { caseId: item.id, key: body.key } },
  });
  const template = body.type === 'clockWarned' ? 'clock-warning' : 'clock-expired';
  const terms = { ...clock, dueAt: clock.dueAt.toISOString() };
  const task =
    clock.class === 'D' && clock.stepKey !== null
      ? await tx.task.findFirst({ where: { caseId: item.id, stepKey: clock.stepKey, status: 'open' } })
      : null;
  const { agencyCode } = clock;
  const to = task
    ? await whoseTask(tx, clock.rule, task)
    : whoseLimit(item, agencyCode, body.type === 'clockExpired');
  const made = notice(seq, template, { rule: clock.rule, zone: clock.zone, terms }, to);
  if (body.type !== 'clockWarned') return made;
  return { ...made, params: { ...made.params, warnings: [...body.codes] } };
}

/** Who set a limit for the other side hears that it has passed. */
function toWhoAsked(made: Notice): Notice[] {
  const isSetHere = made.params.rule === askingSideRule && made.template === 'clock-expired';
  const isTheirs = isSetHere && typeof made.to !== 'string';
  return isTheirs ? [{ ...made, to: 'responsible-and-managers' }] : [];
}

async function whoseTask(tx: Transaction, rule: string, task: Task): Promise<Addressees> {
  const { caseId, stepKey, role, agencyCode, seat } = task;
  if (rule === ballotRule) return { seats: await seatsNotHeard(tx, caseId, stepKey) };
  return seat === null ? [{ role, agencyCode }] : { seats: [seat] };
}

/** The other side's limits are told to its officers: nobody of them answers for the case. */
function whoseLimit(item: LockedCase, agencyCode: string | null, isOver: boolean): Addressees {
  if (agencyCode === null || agencyCode === item.agencyCode)
    return isOver ? 'responsible-and-managers' : 'responsible';
  return ['liaison', ...(isOver ? ['manager'] : [])].map((role) => ({ role, agencyCode }));
}

function notice(
  seq: number,
  template: Notice['template'],
  clock: {
    rule: string;
    zone: string;
    terms: Pick<ClockTerms, 'source' | 'verified' | 'dueAt' | 'effect' | 'restsOnExpected'> | null;
  },
  to: Addressees,
): Notice {
  if (!clock.terms) throw new Error(`clock of rule ${clock.rule} was not completed`);
  const { source, verified, dueAt, effect } = clock.terms;
  return {
    seq,
    template,
    params: { rule: clock.rule, zone: clock.zone, source, verified, dueAt, effect, ...markOf(clock.terms) },
    to,
  };
}

/** A date that rests on a holiday which nobody has confirmed says so. */
function markOf({ restsOnExpected = [] }: Pick<ClockTerms, 'restsOnExpected'>): { expected?: true } {
  return restsOnExpected.length > 0 ? { expected: true } : {};
}
