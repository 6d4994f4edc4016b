import type { CrossCheckAnswer } from '../../services/persons/candidate-view';
import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { liaison, openCase, personOf, readCase } from './case-play';

describe('the routes of the cross-check', () => {
  let installation: Installation;
  let caller: Caller;
  let caseId: string;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    caseId = (await openCase(caller)).id;
    const { names, birth } = personOf(await readCase(caller, caseId));
    await importEarlierRecords(installation.context, {
      records: [{ side: 'KRG', person: { names, birth }, custody: { from: '2023-02-01' } }],
    });
  });
  afterAll(() => installation.stop());

  const check = async (language: string) =>
    good(
      await caller.post<CrossCheckAnswer>(
        liaison,
        '/cross-checks',
        { caseId },
        { 'accept-language': language },
      ),
    );

  it('give the reasons in the language of the reader, and the decision that was recorded', async () => {
    const [candidate] = (await check('ckb')).candidates;
    expect(candidate?.reasons[0]).toMatchObject({ code: 'name-same', text: expect.stringMatching(/ناو/) });
    expect(candidate?.decision).toBeNull();
    const { personId } = candidate ?? {};
    const input = { personId, outcome: 'not-same', reason: 'Invented: other prints' };
    const decided = await caller.post(liaison, `/cases/${caseId}/cross-check-decisions`, input);
    expect(decided.status).toBe(201);
    const [again] = (await check('en')).candidates;
    expect(again?.reasons[0]?.text).toMatch(/same letters/);
    expect(again?.decision).toMatchObject({ outcome: 'not-same', reason: input.reason });
  });

  it('are for the other side, whatever it asks, as if the case were not there', async () => {
    const other = 'liaison.erbil';
    expectProblem(await caller.post(other, '/cross-checks', { caseId }), 404, 'not-found');
    expectProblem(await caller.get(other, `/cases/${caseId}/cross-check-hits`), 404, 'not-found');
    const { names, birth } = personOf(await readCase(caller, caseId));
    const found = good(
      await caller.post<CrossCheckAnswer>(other, '/cross-checks', { person: { names, birth } }),
    );
    expect(found.candidates.map(({ kind }) => kind)).toEqual(['custody']);
    const hits = good(await caller.get<{ items: unknown[] }>(liaison, `/cases/${caseId}/cross-check-hits`));
    expect(hits.items).toHaveLength(1);
  });

  it('name every fault of the input', async () => {
    const problem = expectProblem(
      await caller.post(liaison, `/cases/${caseId}/cross-check-decisions`, { outcome: 'perhaps' }),
      422,
      'invalid-input',
    );
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['/personId', '/outcome', '/reason']);
  });
});
