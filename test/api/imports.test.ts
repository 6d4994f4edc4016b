import { checkProjections } from '../../activities/register/rebuild';
import { foldAll } from '../../domain/case/fold';
import { eventOfRow } from '../../domain/case/stored-event';
import type { CaseView } from '../../services/cases/get-case';
import type { ImportReport, RowReport } from '../../services/import/import-report';
import { compareStates } from '../../services/reconcile/compare-states';
import { caseWorkflowId, stateQuery } from '../../workflows/messages';
import { importPositions } from '../support/import-positions';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { decide, liaison, readCase, requestOf, taskOf, uploadProof } from './case-play';
import { manager, only, type Row, rowAt, sendRows } from './import-play';

const names = Object.keys(importPositions(new Date()));

type Position = NonNullable<RowReport['position']>;

/** The same facts of a case as the register tells them. */
function standing({ status, tasks, clocks, custody }: CaseView): Position {
  const openSteps = tasks
    .filter((task) => task.status === 'open')
    .map(({ step, stepKey, role, queue, dueAt }) => ({ step, stepKey, role, queue, dueAt }));
  return {
    status,
    openSteps,
    next: [...new Set(openSteps.flatMap(({ queue, role }) => (queue === 'todo' ? [role] : [])))],
    clocks: clocks.flatMap(({ key, rule, status: how, dueAt, zone, lastDay, settledAt, source, verified }) =>
      // A question that was answered is over, in time or not: only the register keeps its limit.
      (how === 'running' || how === 'expired') && !(rule === 'SET-BY-OTHER-SIDE' && settledAt !== null)
        ? [{ key, rule, status: how, dueAt, zone, lastDay, settled: settledAt !== null, source, verified }]
        : [],
    ),
    inCustody: custody.filter(({ endedAt }) => endedAt === null).map(({ period }) => period),
  };
}

/** Without the moment at which the import itself was made: internal service levels begin with it. */
function comparable({ openSteps, clocks, ...position }: Position) {
  const isService = ({ rule }: { rule: string }) => rule.startsWith('SLA-');
  const legal = new Set(clocks.filter((clock) => !isService(clock)).map(({ dueAt }) => dueAt));
  const day = (dueAt: string | null) =>
    dueAt === null || legal.has(dueAt)
      ? dueAt
      : new Date(Date.parse(dueAt) + 60_000).toISOString().slice(0, 13);
  const byKey = (a: { key?: string; stepKey?: string }, b: { key?: string; stepKey?: string }) =>
    (a.key ?? a.stepKey ?? '').localeCompare(b.key ?? b.stepKey ?? '');
  return {
    ...position,
    next: [...position.next].sort(),
    openSteps: openSteps.map((step) => ({ ...step, dueAt: day(step.dueAt) })).sort(byKey),
    clocks: clocks.map((clock) => ({ ...clock, dueAt: day(clock.dueAt) })).sort(byKey),
  };
}

describe('an import', () => {
  let installation: Installation;
  let caller: Caller;
  let rows: Row[];
  let previewed: RowReport[];
  let imported: RowReport[];
  let mails: Awaited<ReturnType<typeof mailsOfCases>>;

  const caseOf = (name: string) => imported[names.indexOf(name)]?.caseId ?? '';
  const counted = async () => ({
    cases: await installation.context.prisma.case.count(),
    contents: await installation.context.prisma.caseContent.count(),
    notes: await installation.context.prisma.note.count(),
    events: await installation.context.prisma.caseEvent.count(),
    mails: await installation.context.prisma.mail.count(),
  });

  const mailsOfCases = () =>
    installation.context.prisma.mail.findMany({ include: { officer: { select: { subject: true } } } });
  const mailsOf = (name: string) =>
    mails
      .filter(({ caseId }) => caseId === caseOf(name))
      .map(({ template, params, officer }) => [
        template,
        (params as { step?: string }).step ?? null,
        officer.subject,
      ])
      .sort();

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    rows = [];
    for (const name of names) rows.push(await rowAt(caller, name, `2024/${names.indexOf(name)}`));
    const before = await counted();
    previewed = (await sendRows(caller, rows, { preview: true })).rows;
    expect(await counted()).toEqual(before);
    imported = (await sendRows(caller, rows)).rows;
    mails = await mailsOfCases();
  }, 120_000);
  afterAll(() => installation.stop());

  it.each(names)('%s: the register holds what the preview said', async (name) => {
    const index = names.indexOf(name);
    expect(previewed[index]).toMatchObject({ index, result: 'ready', faults: [], caseId: null });
    expect(imported[index]).toMatchObject({ index, result: 'imported', reference: `2024/${index}` });
    const [said, done] = [previewed[index]?.position, imported[index]?.position];
    if (!said || !done) throw new Error('no position');
    const held = standing(await readCase(caller, caseOf(name), manager));
    expect(comparable(said)).toEqual(comparable(held));
    expect(comparable(done)).toEqual(comparable(held));
    const declared = importPositions(new Date())[name]?.openSteps;
    expect(held.openSteps.map(({ stepKey }) => stepKey).sort()).toEqual(declared);
  });

  it.each(names)('%s: lists and events agree', async (name) => {
    expect(await checkProjections(installation.context.prisma, caseOf(name))).toEqual([]);
  });

  it.each(names)('%s: workflow and register remember the same', async (name) => {
    const handle = installation.context.temporal.workflow.getHandle(caseWorkflowId(caseOf(name)));
    const events = await installation.context.prisma.caseEvent.findMany({
      where: { caseId: caseOf(name) },
      orderBy: { seq: 'asc' },
    });
    const [there, here] = [
      await handle.query(stateQuery),
      foldAll(caseOf(name), null, events.map(eventOfRow)),
    ];
    if (!there || !here) throw new Error('no state');
    expect(compareStates(there, here)).toEqual([]);
  });

  it('passes no free text through Temporal', async () => {
    const id = caseOf('after the surrender, before the judge');
    const history = await installation.context.temporal.workflow.getHandle(caseWorkflowId(id)).fetchHistory();
    const payloads = JSON.stringify(history).replaceAll(/"data":\s*"([^"]+)"/g, (_match, data: string) =>
      Buffer.from(data, 'base64').toString('utf8'),
    );
    // That the payloads were read at all shows in what they must hold.
    expect(payloads).toContain('legal-review');
    expect(payloads).not.toMatch(/invented officer|paper file|2024\/|SAMPLE|\.pdf/);
  });

  it('of the same rows once more imports nothing', async () => {
    const before = await counted();
    const { counts, rows: again } = await sendRows(caller, rows);
    expect(counts).toEqual({ ready: 0, imported: 0, 'imported-before': names.length, refused: 0 });
    expect(again.map(({ caseId }) => caseId)).toEqual(imported.map(({ caseId }) => caseId));
    expect(await counted()).toEqual(before);
  });

  it('twice at the same time makes one case', async () => {
    const row = await rowAt(caller, 'received in time', 'at-once');
    const both = await Promise.all([sendRows(caller, [row]), sendRows(caller, [row])]);
    expect(new Set(both.map((report) => only(report).caseId)).size).toBe(1);
    expect(both.map((report) => only(report).result)).toContain('imported');
    const opened = await installation.context.prisma.caseEvent.count({
      where: { caseId: only(both[0]).caseId ?? '', type: 'caseOpened' },
    });
    expect(opened).toBe(1);
  });

  it('shows in the timeline where the case comes from and who signed then', async () => {
    const id = caseOf('in the middle of the approvals');
    const events = good(
      await caller.get<{ type: string; note: unknown }[]>(manager, `/cases/${id}/timeline`),
    );
    const noteOf = (type: string) => events.find((event) => event.type === type)?.note;
    expect(noteOf('caseImported')).toEqual({ source: 'paper-list', reference: '2024/1' });
    expect(noteOf('signOffImported')).toBe('Signed by an invented officer, paper file 7');
    expect((await readCase(caller, id, manager)).decisions).toEqual([]);
  });

  it('is signed on here by the next level, and anew by all after an edit of the content', async () => {
    const id = caseOf('in the middle of the approvals');
    const { contentVersion: baseVersion } = await readCase(caller, id);
    const request = await requestOf({ originUnit: 'Another invented unit' });
    good(await caller.put(liaison, `/cases/${id}/content`, { baseVersion, request }));
    expect((await taskOf(caller, id, 'legal-review')).status).toBe('open');
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    expect((await taskOf(caller, id, 'assurances')).status).toBe('open');
  });

  it.each<[string, unknown[]]>([
    ['in the middle of the approvals', [['task-opened', 'judicial-council', 'approver.council']]],
    [
      'in provisional custody, its limit passed',
      [
        ['recorded-late', null, manager],
        ['task-opened', 'consular-access', liaison],
        ['task-opened', 'legal-review', 'approver.legal'],
      ],
    ],
    [
      'watching over speciality',
      [
        ['task-opened', 'counsel', liaison],
        ['task-opened', 'deduction', liaison],
        ['task-opened', 'family-informed', liaison],
        ['task-opened', 'interpreter', liaison],
        ['task-opened', 'reasons-told', liaison],
        ['task-opened', 'speciality-watch', manager],
      ],
    ],
    ['received in time', [['task-opened', 'consular-access', liaison]]],
    ['answered later than asked', []],
    [
      'after the surrender, not before the judge in time',
      [
        ['recorded-late', null, manager],
        ['task-opened', 'before-judge', liaison],
        ['task-opened', 'counsel', liaison],
        ['task-opened', 'family-informed', liaison],
        ['task-opened', 'interpreter', liaison],
        ['task-opened', 'reasons-told', liaison],
      ],
    ],
  ])('%s: tells what is open once, and of what is past nothing but one limit', (name, told) => {
    expect(mailsOf(name)).toEqual(told);
  });

  describe('with rows that are not right', () => {
    const refusedAs = async (row: unknown, language = 'en') =>
      only(await sendRows(caller, [row], { preview: true, language })).faults;
    const at = async (changes: object, name = 'received in time') => ({
      ...(await rowAt(caller, name, `bad-${Math.random()}`)),
      ...changes,
    });

    it('imports the others', async () => {
      const good = await rowAt(caller, 'at its beginning', 'good');
      const bad = [7, { source: 'x' }, { ...good, reference: 'bad', past: [{ kind: 'dream' }] }];
      const report = await sendRows(caller, [bad[0], good, ...bad.slice(1)]);
      expect(report.counts).toEqual({ ready: 0, imported: 1, 'imported-before': 0, refused: 3 });
      expect(report.rows.map(({ result, index }) => [index, result])).toEqual([
        [0, 'refused'],
        [1, 'imported'],
        [2, 'refused'],
        [3, 'refused'],
      ]);
    });

    it('names every fault by a pointer into the row, and nothing is written', async () => {
      const before = await counted();
      const row = await at({ source: 'Paper list', nickname: 'x', reopens: caseOf('received in time') });
      const past = [
        { kind: 'dream' },
        { kind: 'sign-off', step: 'legal-review', outcome: 'approved', decidedAt: 'yesterday', note: ' ' },
        {
          kind: 'fact',
          fact: { step: 'receipt', outcome: 'lost', occurredAt: '2026-03-01T00:00:00Z', zone: 'UTC' },
        },
      ];
      const faults = await refusedAs({ ...row, past, request: { ...(row.request as object), offences: [] } });
      expect([...new Set(faults.map(({ pointer }) => pointer))].sort()).toEqual([
        '/nickname',
        '/past/0/kind',
        '/past/1/decidedAt',
        '/past/1/note',
        '/past/2/fact/outcome',
        '/past/2/fact/proof',
        '/reopens',
        '/request/offences',
        '/source',
      ]);
      expect(await counted()).toEqual(before);
    });

    it('points at the item of the past that does not fit, in the language of the reader', async () => {
      const row = await at({});
      const past = (row.past as unknown[]).slice(0, -2);
      const last = (row.past as unknown[]).at(-1);
      const told = await Promise.all(
        ['en', 'ar', 'ckb'].map((language) => refusedAs({ ...row, past: [...past, last] }, language)),
      );
      for (const faults of told)
        expect(faults).toMatchObject([{ pointer: `/past/${past.length}`, code: 'not-open' }]);
      expect(new Set(told.map(([fault]) => fault?.detail)).size).toBe(3);
    });

    it("names a document that is unknown, another officer's or another case's", async () => {
      const theirs = await uploadProof(caller, 'manager.erbil', 'theirs');
      const used = ((rows[2] as Row).past as { proof: string[] }[])[0]?.proof[0];
      for (const proof of ['00000000-0000-4000-8000-000000000000', theirs, used]) {
        const row = await at({
          past: [
            {
              kind: 'sign-off',
              step: 'legal-review',
              outcome: 'approved',
              decidedAt: '2026-03-01T00:00:00Z',
              note: 'x',
              proof: [proof],
            },
          ],
        });
        expect(await refusedAs(row)).toMatchObject([
          { pointer: '/past/0/proof/0', code: 'document-unknown' },
        ]);
      }
    });

    it('takes of two rows with the same reference the first', async () => {
      const row = await at({});
      const report = await sendRows(caller, [row, { ...row, past: [] }], { preview: true });
      expect(report.rows.map(({ result, faults }) => [result, faults[0]?.code])).toEqual([
        ['ready', undefined],
        ['refused', 'same-reference-twice'],
      ]);
    });

    it('imports a row that was refused once it has been put right', async () => {
      const row = await at({});
      const wrong = { ...row, past: (row.past as unknown[]).slice(1) };
      expect(only(await sendRows(caller, [wrong])).result).toBe('refused');
      expect(only(await sendRows(caller, [row])).result).toBe('imported');
    });

    it('refuses what is no import at all', async () => {
      for (const body of [{}, { rows: [] }, { rows: 'x' }, { rows: [{}], more: 1 }]) {
        expectProblem(await caller.post(manager, '/imports', body), 422, 'invalid-input');
      }
    });
  });

  it('is for the managers of an agency, each in his own: the reference of another tells nothing', async () => {
    const mine = rows[0] as Row;
    expectProblem(await caller.post(liaison, '/imports', { rows: [mine] }), 403, 'forbidden');
    const ofRegion = { ...mine, request: { ...(mine.request as object), originSide: 'KRG' } };
    const theirs = only(await sendRows(caller, [ofRegion], { officer: 'manager.erbil', preview: true }));
    expect(theirs.result).toBe('ready');
    expect(theirs.caseId).toBeNull();
  });
});

describe('an import without a worker', () => {
  it('answers 503 and is there once when it is repeated', async () => {
    const installation = await startInstallation({ commandTimeoutMs: 1_500 });
    try {
      const caller = new Caller(installation);
      // The installations of a run share Temporal: another case of this reference would be the same workflow.
      const row = await rowAt(caller, 'received in time', 'no-worker');
      expectProblem(await caller.post(manager, '/imports', { rows: [row] }), 503, 'no-worker');
      await installation.startWorker();
      let answer = await caller.post<ImportReport>(manager, '/imports', { rows: [row] });
      while (answer.status === 503) {
        answer = await caller.post<ImportReport>(manager, '/imports', { rows: [row] });
      }
      const { result, caseId } = only(good(answer));
      expect(['imported', 'imported-before']).toContain(result);
      expect(await installation.context.prisma.caseEvent.count({ where: { type: 'caseOpened' } })).toBe(1);
      expect(await checkProjections(installation.context.prisma, caseId ?? '')).toEqual([]);
    } finally {
      await installation.stop();
    }
  }, 60_000);
});
