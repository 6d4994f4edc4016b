import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { CalendarChangeView, CalendarEffect } from '../../services/calendars/calendar-schemas';
import type { CaseView } from '../../services/cases/get-case';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { openCase, readCase, taskOf } from './case-play';

const admin = 'admin';

describe('calendars that an administrator keeps', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  interface Calendar {
    readonly knownYears: { readonly from: number; readonly to: number };
    readonly days: readonly { date: string; occasion: string; standing: string; verified: boolean }[];
  }

  const edit = (...changes: object[]) => ({
    reason: 'The Cabinet closed the offices',
    source: 'Cabinet announcement (invented for a test)',
    changes,
  });
  const holiday = (date: string, more: object = {}) => ({
    action: 'add',
    date,
    occasion: 'a closure',
    ...more,
  });
  /** The internal service level that runs now. */
  const serviceLevel = ({ clocks }: CaseView) => {
    const clock = clocks.find(({ class: clockClass, status }) => clockClass === 'D' && status === 'running');
    if (!clock?.lastDay) throw new Error('no service level runs');
    return { ...clock, lastDay: clock.lastDay };
  };

  /** Waits until a change has reached all its cases. */
  async function delivered(revision: number): Promise<CalendarChangeView> {
    for (let tries = 0; tries < 100; tries++) {
      const change = good(await caller.get<CalendarChangeView>(admin, `/calendar-changes/${revision}`));
      const { waiting, delivered: reached } = change.delivery;
      if (waiting === 0 && reached > 0) return change;
      await wait(200);
    }
    throw new Error(`change ${revision} has not come to its cases`);
  }

  it('hold what is kept in a year, lunar days as expected, nothing verified', async () => {
    const sweden = good(await caller.get<Calendar>('auditor', '/calendars/SE?year=2026'));
    expect(sweden.days.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-06-20', '2026-12-25']));
    const iraq = good(await caller.get<Calendar>('liaison.baghdad', '/calendars/IQ?year=2026'));
    expect(iraq.days).toContainEqual(
      expect.objectContaining({ date: '2026-03-20', occasion: 'eid-al-fitr', standing: 'expected' }),
    );
    expect(iraq.days.every(({ verified }) => !verified)).toBe(true);
    expect(iraq.knownYears.from).toBeLessThanOrEqual(2026);
  });

  it('are changed by an administrator only', async () => {
    for (const officer of ['liaison.baghdad', 'manager.baghdad', 'auditor']) {
      const answer = await caller.post(officer, '/calendars/IQ/changes', edit(holiday('2027-02-03')));
      expectProblem(answer, 403, 'forbidden');
    }
  });

  it('a holiday on the last day of a limit moves it, and the case shows from when, to when and why', async () => {
    const { id } = await openCase(caller);
    const before = serviceLevel(await readCase(caller, id));
    expect(before).toMatchObject({ calendar: 'IQ', previousDueAt: null });

    const change = edit(holiday(before.lastDay));
    const preview = good(await caller.post<CalendarEffect>(admin, '/calendars/IQ/changes/preview', change));
    expect(preview).toMatchObject({ cases: 1, limits: 1, earlier: 0, later: 1 });
    expect(serviceLevel(await readCase(caller, id)).dueAt).toBe(before.dueAt);

    const key = { 'idempotency-key': randomUUID() };
    const made = good(await caller.post<CalendarChangeView>(admin, '/calendars/IQ/changes', change, key));
    const again = good(await caller.post<CalendarChangeView>(admin, '/calendars/IQ/changes', change, key));
    expect(again.revision).toBe(made.revision);
    expect(await delivered(made.revision)).toMatchObject({
      calendar: 'IQ',
      changedBy: 'Sample officer admin',
      reason: change.reason,
      delivery: { waiting: 0, delivered: 1, missing: 0 },
    });

    const moved = serviceLevel(await readCase(caller, id));
    expect(Temporal.PlainDate.compare(moved.lastDay, before.lastDay)).toBe(1);
    expect(moved).toMatchObject({ key: before.key, previousDueAt: before.dueAt });
    expect((await taskOf(caller, id, 'legal-review')).dueAt).toBe(moved.dueAt);

    const timeline = good(
      await caller.get<
        { type: string; actor: string | null; note: unknown; data: { previous?: { dueAt: string } } }[]
      >('manager.baghdad', `/cases/${id}/timeline`),
    );
    expect(timeline.filter(({ type }) => type === 'clockRecomputed')).toEqual([
      expect.objectContaining({
        actor: null,
        note: change.reason,
        data: expect.objectContaining({
          key: before.key,
          calendarRevision: made.revision,
          previous: expect.objectContaining({ dueAt: before.dueAt }),
          terms: expect.objectContaining({ dueAt: moved.dueAt }),
        }),
      }),
    ]);

    const withdrawn = edit({ action: 'withdraw', date: before.lastDay, occasion: 'a closure' });
    const { revision } = good(
      await caller.post<CalendarChangeView>(admin, '/calendars/IQ/changes', withdrawn),
    );
    await delivered(revision);
    expect(serviceLevel(await readCase(caller, id)).dueAt).toBe(before.dueAt);
  });

  it('a limit of another calendar, and one in the past, stay as they are', async () => {
    const { id } = await openCase(caller);
    const before = serviceLevel(await readCase(caller, id));
    const elsewhere = good(
      await caller.post<CalendarEffect>(
        admin,
        '/calendars/IQ-KR/changes/preview',
        edit(holiday(before.lastDay)),
      ),
    );
    expect(elsewhere).toMatchObject({ cases: 0, limits: 0 });
    const past = good(
      await caller.post<CalendarEffect>(admin, '/calendars/IQ/changes/preview', edit(holiday('2025-02-03'))),
    );
    expect(past).toMatchObject({ cases: 0, limits: 0 });
  });

  it('a limit that rests on an expected holiday says so until somebody confirms it', async () => {
    const { id } = await openCase(caller);
    const { lastDay } = serviceLevel(await readCase(caller, id));
    await installation.register.prisma.calendarDay.create({
      data: {
        calendar: 'IQ',
        date: lastDay,
        kind: 'holiday',
        occasion: 'a lunar feast',
        standing: 'expected',
        source: 'invented for a test',
        verified: false,
        addedRevision: 0,
      },
    });
    const change = (action: string) => edit({ action, date: lastDay, occasion: 'a lunar feast' });
    // Any change lets the days be read again; this one is far from every limit.
    good(await caller.post(admin, '/calendars/IQ/changes', edit(holiday('2030-09-03'))));
    const second = await openCase(caller);
    const resting = serviceLevel(await readCase(caller, second.id));
    expect(resting.restsOnExpected).toEqual([lastDay]);

    const { revision } = good(
      await caller.post<CalendarChangeView>(admin, '/calendars/IQ/changes', change('confirm')),
    );
    await delivered(revision);
    const confirmed = serviceLevel(await readCase(caller, second.id));
    expect(confirmed).toMatchObject({ dueAt: resting.dueAt, restsOnExpected: [], previousDueAt: null });
  });

  it('an edit with faults changes nothing, and every fault is told with its place', async () => {
    const answer = await caller.post(
      admin,
      '/calendars/IQ/changes',
      edit(
        holiday('2026-03-21'),
        holiday('2026-02-30'),
        holiday('2050-02-03'),
        { action: 'withdraw', date: '2027-02-08', occasion: 'never kept' },
        { action: 'order-work', date: '2027-02-08', occasion: 'work' },
      ),
    );
    const problem = expectProblem(answer, 422, 'invalid-input');
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/changes/0/date', 'day-already-kept'],
      ['/changes/1/date', 'no-such-date'],
      ['/changes/2/date', 'outside-known-years'],
      ['/changes/3/occasion', 'day-not-kept'],
      ['/changes/4/date', 'same-day-twice'],
    ]);
    expectProblem(
      await caller.post(admin, '/calendars/US/changes', edit(holiday('2027-02-03'))),
      422,
      'invalid-input',
    );
    expectProblem(await caller.get(admin, '/calendar-changes/99999'), 404, 'not-found');
  });

  it('who changed what stays in the register, and no administrator is told of a case', async () => {
    const { items } = good(await caller.get<{ items: CalendarChangeView[] }>(admin, '/calendars/IQ/changes'));
    expect(items.length).toBeGreaterThan(2);
    expect(JSON.stringify(items)).not.toMatch(/TAS-/);
    const { prisma } = installation.register;
    await expect(prisma.$executeRaw`UPDATE "CalendarChange" SET "reason" = 'another'`).rejects.toThrow();
    await expect(prisma.$executeRaw`DELETE FROM "CalendarDay"`).rejects.toThrow();
    await expect(prisma.$executeRaw`UPDATE "CalendarDay" SET "date" = '2026-01-01'`).rejects.toThrow();
  });
});
