import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { type Answer, Caller, expectProblem, good, type Problem } from './caller';
import { liaison, openingOf, readCase } from './case-play';

const commandTimeoutMs = 1_000;

describe('an installation of which no worker is there', () => {
  let installation: Installation;
  let caller: Caller;
  const key = randomUUID();

  beforeAll(async () => {
    installation = await startInstallation({ commandTimeoutMs });
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const open = async () =>
    caller.post<CaseSummary & Problem>(liaison, '/cases', await openingOf(), { 'idempotency-key': key });

  const listed = async () => good(await caller.get<{ items: { id: string }[] }>(liaison, '/cases')).items;

  it('answers a command with 503 and what to repeat, and does not wait for a worker', async () => {
    const problem = expectProblem(await open(), 503, 'no-worker');
    expect(problem.idempotencyKey).toBe(key);
  });

  it('tells the key also to who gave none, in his language', async () => {
    const answer = await caller.post(liaison, '/cases', await openingOf(), { 'accept-language': 'ar' });
    const problem = expectProblem(answer, 503, 'no-worker');
    expect(problem.idempotencyKey).toBe(answer.headers.get('idempotency-key'));
    expect(problem.title).toMatch(/[\u0600-\u06ff]/);
  });

  it('goes on answering reads, without the case that is not open yet', async () => {
    expect(await listed()).toEqual([]);
    expect((await caller.get(liaison, '/tasks')).status).toBe(200);
    expect((await caller.get(liaison, '/overdue')).status).toBe(200);
    expect((await fetch(`${installation.url}/health/live`)).status).toBe(200);
  });

  it('does the repeated request once when a worker is there', async () => {
    await installation.startWorker();
    let answer: Answer<CaseSummary & Problem> = await open();
    for (let attempt = 0; answer.status === 503 && attempt < 4; attempt++) answer = await open();
    expect(answer.status).toBe(201);
    const { id } = answer.body;
    expect((await listed()).filter((item) => item.id === id)).toHaveLength(1);
    expect((await open()).body).toEqual(answer.body);
    expect((await readCase(caller, id)).seq).toBe(answer.body.seq);
    const { prisma } = installation.register;
    expect(await prisma.caseEvent.count({ where: { caseId: id, type: 'caseOpened' } })).toBe(1);
  });
});
