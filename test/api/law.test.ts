import type { Admissibility } from '../../services/cases/get-admissibility';
import type { CaseView } from '../../services/cases/get-case';
import type { DeadlineAnswer } from '../../services/deadlines/deadline-input';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { deliver, openCase, readCase, record, uploadProof } from './case-play';

describe('the law behind the cases', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const question = { rule: 'SWE23-40', trigger: '2026-03-03T23:30:00+01:00', zone: 'Europe/Stockholm' };

  it('a deadline is computed for anybody who works here, in the language asked for, and nothing is stored', async () => {
    for (const officer of ['liaison.erbil', 'approver.legal', 'seat.07', 'auditor', 'admin']) {
      const answer = good(await caller.post<DeadlineAnswer>(officer, '/deadlines', question));
      expect(answer.due).toMatchObject({ date: '2026-04-12', instant: '2026-04-12T22:00:00.000Z' });
    }
    const inLanguage = async (language: string) =>
      good(
        await caller.post<DeadlineAnswer>('admin', '/deadlines', question, { 'accept-language': language }),
      ).reasoning;
    const [english, arabic, kurdish] = [
      await inLanguage('en'),
      await inLanguage('ar'),
      await inLanguage('ckb'),
    ];
    expect(english).toContain('day 40 is Sunday 12 April 2026');
    expect(arabic[1]).toMatch(/الأحد 12/);
    expect(kurdish[1]).toMatch(/یەکشەممە/);
    expect(await installation.register.prisma.clock.count()).toBe(0);
  });

  it('what cannot be computed is told with its place, in the language asked for', async () => {
    const body = { rule: 'NO-SUCH', trigger: '2026-03-29T02:30', zone: 'Europe/Stockholm' };
    const problem = expectProblem(await caller.post('auditor', '/deadlines', body), 422, 'invalid-input');
    expect(problem.errors).toEqual([
      expect.objectContaining({
        pointer: '/rule',
        code: 'unknown-rule',
        detail: expect.stringContaining('SWE23-40'),
      }),
      expect.objectContaining({
        pointer: '/trigger',
        detail: expect.stringContaining('2026-03-29T03:30+02:00'),
      }),
    ]);
    const without = expectProblem(
      await caller.post(
        'auditor',
        '/deadlines',
        { rule: 'SWE23-40', trigger: body.trigger },
        { 'accept-language': 'ar' },
      ),
      422,
      'invalid-input',
    );
    expect(without.errors).toEqual([expect.objectContaining({ pointer: '/zone', code: 'required' })]);
  });

  it('the instruments can be read, with what is not settled; one that is not there is not found', async () => {
    const { items } = good(
      await caller.get<{ items: { id: string; kind: string; rules: string[] }[] }>('seat.01', '/instruments'),
    );
    expect(items.find(({ id }) => id === 'SE-1957-668')?.rules).toContain('SWE23-40');
    expect(items.find(({ id }) => id === 'EU-EAW-2002')?.kind).toBe('comparison');
    const riyadh = good(
      await caller.get<{ rules: { verified: boolean }[]; openQuestions: unknown[] }>(
        'admin',
        '/instruments/RIYADH-1983',
      ),
    );
    expect(riyadh.rules.every(({ verified }) => !verified)).toBe(true);
    expect(riyadh.openQuestions.length).toBeGreaterThan(0);
    expectProblem(await caller.get('admin', '/instruments/NO-SUCH'), 404, 'not-found');
  });

  it('a case is bound to the law of its opening, and its limits come from there', async () => {
    const { id } = await openCase(caller);
    await deliver(caller, id);
    for (const [step, outcome, occurredAt] of [
      ['opinion', 'no-obstacle', '2026-03-20T09:00:00Z'],
      ['judgment', 'no-obstacle', '2026-04-20T09:00:00Z'],
      ['decision', 'granted', '2026-05-04T09:00:00Z'],
      ['notice-of-decision', 'notified', '2026-05-05T09:00:00Z'],
    ] as const) {
      const proof = step === 'decision' ? [await uploadProof(caller, 'liaison.baghdad', step)] : [];
      good(await record(caller, 'liaison.baghdad', id, { step, outcome, occurredAt, proof }));
    }
    const item: CaseView = await readCase(caller, id);
    expect(item.law?.instruments).toEqual(
      expect.arrayContaining(['SE-1957-668', 'UNTOC', 'IQ-CPC-23-1971', 'IQ-CONST-2005']),
    );
    expect(item.law?.instruments).not.toContain('ECE-1957');
    expect(item.law?.limits).toContainEqual({
      event: 'notice-of-decision',
      rule: 'SWE20-1M',
      version: 1,
      effect: 'release-expected',
    });
    const pickUp = item.clocks.find(({ rule }) => rule === 'SWE20-1M');
    expect(pickUp).toMatchObject({ ruleVersion: 1, lastDay: '2026-06-05', verified: false, calendar: 'SE' });
    expect(pickUp?.reasoning.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['first-day-excluded', 'last-day', 'not-moved-custody']),
    );
  });

  it('the admissibility report answers every question and decides none; who may not see the case sees no report', async () => {
    const { id } = await openCase(caller);
    const report = good(await caller.get<Admissibility>('approver.legal', `/cases/${id}/admissibility`));
    expect(report).toMatchObject({ requestingState: 'IQ', requestedState: 'SE', contentVersion: 1 });
    const answer = (code: string) => report.questions.find(({ question: asked }) => asked === code);
    expect(report.questions).toHaveLength(14);
    expect(answer('threshold-requested-law')).toMatchObject({ answer: 'met' });
    expect(answer('ne-bis-in-idem')).toMatchObject({ answer: 'needs-a-person' });
    expect(answer('nationality')?.articles).toContainEqual(
      expect.objectContaining({ instrument: 'SE-1957-668', article: '2', verified: false }),
    );
    expectProblem(await caller.get('manager.erbil', `/cases/${id}/admissibility`), 404, 'not-found');
  });
});
